import type { PremiseChoices } from '@/lib/core/setup';

/** What was kept by file id, under the ids of the files as they were read again. */
type Carried = <T>(kept: Readonly<Record<string, T>>) => Record<string, T>;

/** @param pairs old and new id; what belongs to a file without a new one is dropped */
export function carriedIds(pairs: readonly (readonly [number, number | undefined])[]): Carried {
  const idOf = new Map(pairs.map(([before, after]) => [String(before), after]));
  return (kept) =>
    Object.fromEntries(
      Object.entries(kept).flatMap(([before, value]) => {
        const after = idOf.get(before);
        return after === undefined ? [] : [[String(after), value] as const];
      }),
    );
}

export function carriedPremises(premises: PremiseChoices, carried: Carried): PremiseChoices {
  const { headerLines, encodings, dataLines } = premises;
  return {
    ...premises,
    ...(headerLines && { headerLines: carried(headerLines) }),
    ...(encodings && { encodings: carried(encodings) }),
    ...(dataLines && { dataLines: carried(dataLines) }),
  };
}
