/** "4=2": what a number leaves when it is divided. */
export interface Remainder {
  readonly by: number;
  readonly leaves: number;
}

/** Null where the text is none such. */
export function remainderOf(text: string): Remainder | null {
  const found = /^(\d{1,9})=(\d{1,9})$/.exec(text);
  if (!found) return null;
  const [by, leaves] = [Number(found[1]), Number(found[2])];
  return leaves < by ? { by, leaves } : null;
}
