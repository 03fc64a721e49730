import type { ChartId } from '@/lib/charts/chart';

export type TellTab = 'engineer' | 'customer' | 'report' | 'pictures' | 'files';
export type PictureId = 'summary' | 'verdict' | ChartId | 'rows';

/** Where among the ways to tell a case someone is. */
export interface TellPlace {
  readonly tab: TellTab;
  readonly picture: PictureId;
}

export const TELL_START: TellPlace = { tab: 'engineer', picture: 'summary' };
