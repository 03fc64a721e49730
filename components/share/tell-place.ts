import type { EvidenceId } from '../charts/evidence-panels';

export type TellTab = 'engineer' | 'customer' | 'report' | 'pictures' | 'files';
export type PictureId = 'summary' | 'verdict' | EvidenceId | 'rows';

/** Where among the ways to tell a case someone is. */
export interface TellPlace {
  readonly tab: TellTab;
  readonly picture: PictureId;
}

export const TELL_START: TellPlace = { tab: 'engineer', picture: 'summary' };
