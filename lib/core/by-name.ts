/**
 * Values under names that come from data, which may be any text, those that every object knows included ("constructor",
 * "__proto__"). Read with `named`; made of entries (`Object.fromEntries`) or with a computed name in a literal, which
 * both set the object's own; never by assignment.
 */
export type ByName<T> = Readonly<Record<string, T>>;

/** The value under a name, if it is the object's own. */
export function named<T>(values: ByName<T> | undefined, name: string): T | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}
