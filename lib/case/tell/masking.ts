import type { Findings } from '@/lib/core/findings/findings';
import { createMask, type Mask, type MaskSetting } from '@/lib/core/mask/pseudonym';
import { entityOf } from '@/lib/core/words/entity';
import { maskFindings } from '@/lib/report/mask';

/** Whether keys are masked on the page and in what leaves it, and the secret that makes their pseudonyms. */
export interface MaskChoice {
  readonly on: boolean;
  /** Random, one a case; without it nobody can tell a key from its pseudonym. */
  readonly salt: string;
}

/** A case as it may be shown under a choice. */
export interface Masked {
  /** Without whatever could tell who someone is, where masking is on. */
  readonly findings: Findings;
  /** What keys are shown under; null: they are shown as they are. */
  readonly mask: Mask | null;
}

/** A choice as the report and the engine take it. */
export interface MaskTools {
  readonly mask: Mask;
  readonly setting: MaskSetting;
}

export function newSalt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What makes the pseudonyms of a case, whether or not masking is on: what goes to the customer always has them. */
export function maskTools(findings: Findings, { salt }: MaskChoice): MaskTools {
  const setting = { salt, entity: entityOf(findings.mapping.key).one };
  return { setting, mask: createMask(setting.salt, setting.entity) };
}

export function maskedCase(findings: Findings, choice: MaskChoice): Masked {
  if (!choice.on) return { findings, mask: null };
  return { findings: maskFindings(findings), mask: maskTools(findings, choice).mask };
}
