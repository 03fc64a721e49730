import type { Setup } from '@/lib/core/setup';
import { bind } from '@/lib/core/table/bind';
import { readText } from './csv-text';

/** What of a mapping is not as most tests have it: `id`, `n` and `v` for key, measure and version. */
export type MappingPart = Partial<Setup['mapping']>;

/** Files in the order deltas, ours, theirs; names say the roles. */
export async function bindTexts(files: Readonly<Record<string, string>>, mapping: MappingPart = {}) {
  const read = await Promise.all(Object.entries(files).map(([file, text]) => readText(text, file)));
  const roleOf = (file: string) => (file.startsWith('ours') ? 'ours' : file.startsWith('theirs') ? 'theirs' : 'delta');
  const setup: Setup = {
    name: 'a case',
    labels: { ours: 'Ours', theirs: 'Theirs' },
    roles: Object.fromEntries(read.map(({ file }, id) => [String(id), roleOf(file)])),
    order: read.flatMap(({ file }, id) => (roleOf(file) === 'delta' ? [id] : [])),
    mapping: {
      key: ['id'],
      measure: 'n',
      version: 'v',
      attributes: [],
      ignored: [],
      unit: null,
      headers: {},
      tolerances: {},
      ...mapping,
    },
  };
  return bind(new Map(read.map((table, id) => [id, table])), setup);
}
