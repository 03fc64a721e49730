import type { Findings } from './findings';

/** The columns of the key, one for each of its parts. */
export function keyColumns({ key }: Pick<Findings['mapping'], 'key'>): readonly string[] {
  return typeof key === 'string' ? [key] : key;
}
