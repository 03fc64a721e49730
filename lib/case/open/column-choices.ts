import { named } from '@/lib/core/by-name';
import type { Intake } from '@/lib/core/intake/intake';
import type { ColumnReason } from '@/lib/core/intake/reasons';
import type { Setup } from '@/lib/core/setup';

/** The largest difference that counts as equal in a column, as a decimal. */
export function toleranceOf({ mapping }: Setup, column: string): string {
  return named(mapping.tolerances, column) ?? '0';
}

/** What a file calls a column. */
export function headerOf({ mapping }: Setup, file: number, column: string): string {
  return named(mapping.headers[file], column) ?? column;
}

/** Why a column is proposed for the use that it has. */
export function columnReasons({ mappingWhy }: Intake, column: string): readonly ColumnReason[] {
  return named(mappingWhy, column) ?? [];
}
