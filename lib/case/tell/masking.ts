import { type ByName, named } from '@/lib/core/by-name';
import type { Findings } from '@/lib/core/findings/findings';
import type { NamedInTexts } from '@/lib/core/mask/named-in';
import { isPersonalName } from '@/lib/core/mask/personal-name';
import { createMask, type Mask, type MaskSetting } from '@/lib/core/mask/pseudonym';
import { entityOf } from '@/lib/core/words/entity';
import { maskFindings } from '@/lib/report/mask';

/** Whether keys are masked on the page and in what leaves it, and the secret that makes their pseudonyms. */
export interface MaskChoice {
  readonly on: boolean;
  /** Random, one a case; without it nobody can tell a key from its pseudonym. */
  readonly salt: string;
  /** By column, what a person chose; what is left out is masked if it says who someone is. */
  readonly columns?: ByName<boolean> | undefined;
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
export function maskTools(findings: Findings, choice: MaskChoice, known?: NamedInTexts): MaskTools {
  const setting: MaskSetting = {
    salt: choice.salt,
    entity: entityOf(findings.mapping.key).one,
    columns: maskedColumns(findings, choice),
    ...(known && { named: known }),
  };
  return { setting, mask: createMask(setting.salt, setting.entity, setting.columns, known) };
}

export function maskedCase(findings: Findings, choice: MaskChoice, known?: NamedInTexts): Masked {
  if (!choice.on) return { findings, mask: null };
  const { mask } = maskTools(findings, choice, known);
  return { findings: maskFindings(findings, mask), mask };
}

/** The columns whose values are masked beside keys. */
export function maskedColumns(findings: Findings, { columns }: Pick<MaskChoice, 'columns'>): readonly string[] {
  return findings.mapping.attributes.filter((name) => {
    const found = findings.columns.find((column) => column.name === name);
    return named(columns, name) ?? found?.personal ?? isPersonalName(name);
  });
}
