import type { KeyAlteration } from '@/lib/core/findings/fault-parameters';
import type { Keep } from './model';

type Files = { readonly files: readonly string[] | null };

/** A fault with its parameters in the slow pipeline's own terms; amounts in 10^-9, versions as counts. */
export type PlainFault =
  | { readonly fault: 'file-not-loaded'; readonly files: readonly string[] }
  | {
      readonly fault: 'file-partially-loaded';
      readonly file: string;
      /** 0-based rows of the file, end exclusive. */
      readonly loaded: readonly { readonly from: number; readonly to: number }[];
    }
  | { readonly fault: 'rows-capped'; readonly limit: number }
  | { readonly fault: 'first-rows-skipped'; readonly count: number }
  | { readonly fault: 'version-cutoff'; readonly version: bigint }
  | ({ readonly fault: 'columns-swapped'; readonly columns: readonly [number, number] } & Files)
  | { readonly fault: 'column-not-updated'; readonly columns: readonly number[] }
  | ({ readonly fault: 'measure-scaled'; readonly factor: string } & Files)
  | ({
      readonly fault: 'measure-rounded';
      readonly how: 'cut' | 'half-up' | 'half-even' | 'down' | 'up';
      readonly digits: number;
    } & Files)
  | ({ readonly fault: 'measure-clipped'; readonly max: bigint } & Files)
  | {
      readonly fault: 'rows-filtered';
      readonly column: number;
      readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: bigint | string;
      readonly stage: 'arrival' | 'load';
    }
  | { readonly fault: 'key-altered'; readonly how: KeyAlteration }
  | { readonly fault: 'rows-not-exported'; readonly min: bigint; readonly max: bigint }
  | { readonly fault: 'ties-broken-differently'; readonly keep: Keep }
  | { readonly fault: 'deletes-ignored'; readonly how: 'kept' | 'skipped' }
  /** Dates are taken for another order of day and month. */
  | { readonly fault: 'version-misread' }
  | { readonly fault: (typeof plainCodes)[number] };

/** Faults without parameters. */
export const plainCodes = [
  'late-rows-dropped',
  'new-keys-ignored',
  'version-compared-as-text',
  'smallest-version-wins',
  'first-row-wins',
  'last-row-wins',
  'largest-measure-wins',
  'largest-of-each-column',
  'zeros-ignored',
  'versions-summed',
  'duplicates-kept',
] as const;

export type PlainCode = PlainFault['fault'];

export function faultWords(faults: readonly PlainFault[]): string {
  const words = faults.map(({ fault, ...rest }) =>
    Object.keys(rest).length === 0
      ? fault
      : `${fault} ${JSON.stringify(rest, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
  );
  return words.length === 0 ? 'nothing' : words.join(' + ');
}
