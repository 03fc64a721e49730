import { toAmount } from '../planted/amount';
import { type PlainFault, plainCodes } from './faults';
import type { Mix } from './mix';

/** A cause as the product tells it: a code with parameters of any kind, so that faults yet to come need no change here. */
export type Told = { readonly fault: string } & Readonly<Record<string, unknown>>;

/** What a told cause says in the slow pipeline's terms. Null: a fault or a parameter that is not known here. */
export function readClaim(told: Told, mix: Mix): PlainFault | null {
  const get = (name: string) => told[name];
  const files = isTexts(get('files')) ? get('files') : null;
  const columns = isTexts(get('columns')) ? (get('columns') as string[]).map((name) => columnOf(name, mix)) : [];
  const named = files as readonly string[] | null;
  const code = told.fault;
  const plain = plainCodes.find((known) => known === code);
  if (plain) return { fault: plain };
  if (columns.includes(-1)) return null;
  switch (code) {
    case 'file-not-loaded':
      return named && { fault: code, files: named };
    case 'file-partially-loaded':
      return { fault: code, file: named?.[0] ?? '', loaded: get('loaded') as { from: number; to: number }[] };
    case 'rows-capped':
      return { fault: code, limit: Number(get('limit')) };
    case 'first-rows-skipped':
      return { fault: code, count: Number(get('count')) };
    case 'version-cutoff': {
      const version = readVersion(text(get('version')), mix);
      return version === null ? null : { fault: code, version };
    }
    case 'columns-swapped':
      return { fault: code, columns: [columns[0] ?? 0, columns[1] ?? 0], files: named };
    case 'column-not-updated':
      return { fault: code, columns };
    case 'measure-scaled':
      return get('where') === undefined ? { fault: code, factor: text(get('factor')), files: named } : null;
    case 'measure-rounded':
      return { fault: code, how: text(get('how')) as 'cut', digits: Number(get('digits')), files: named };
    case 'measure-clipped':
      return { fault: code, max: toAmount(text(get('max'))), files: named };
    case 'rows-filtered':
      return readFilter(told, mix);
    case 'key-altered':
      return get('stage') === 'load' ? null : { fault: code, how: text(get('how')) as 'case' };
    case 'rows-not-exported': {
      const { min, max } = get('versions') as { min: string; max: string };
      const [from, to] = [readVersion(min, mix), readVersion(max, mix)];
      return from === null || to === null ? null : { fault: code, min: from, max: to };
    }
    case 'ties-broken-differently':
      return { fault: code, keep: text(get('keep')) as 'earlier' };
    case 'deletes-ignored':
      return { fault: code, how: (get('how') ?? 'kept') as 'kept' };
    case 'version-misread':
      return { fault: code };
    default:
      return null;
  }
}

function readFilter(told: Told, mix: Mix): PlainFault | null {
  const column = columnOf(text(told['column']), mix);
  const type = mix.source.columns[column]?.type;
  const operator = text(told['operator']);
  if (type === undefined || !['=', '!=', '<', '<=', '>', '>='].includes(operator)) return null;
  const written = text(told['value']);
  const value = type === 'number' ? toAmount(written) : type === 'version' ? readVersion(written, mix) : written;
  if (value === null) return null;
  return {
    ...{ fault: 'rows-filtered', column, value },
    operator: operator as '=',
    stage: text(told['stage']) as 'arrival',
  };
}

/** A version as any of the files writes it, as an ISO date, or as a count. Null: none of them. */
function readVersion(written: string, mix: Mix): bigint | null {
  const form = mix.traits.version?.form;
  if (!form) return null;
  const rows = [
    ...mix.source.deltas.flatMap((delta) => delta.rows),
    ...[...mix.ours.table.values(), ...mix.theirs.table.values()].flat(),
  ];
  const writers = [...mix.forms.deltas, mix.forms.ours, mix.forms.theirs].flatMap(({ version }) => version ?? []);
  for (const { version, offset } of rows)
    if (version !== null && writers.some((own) => own.write(version, offset) === written)) return version;
  if (form.kind === 'date') return isoCount(written);
  return scaled(written, form.write(453_000_001n, 0).includes('.') ? 4 : 0);
}

function isoCount(written: string): bigint | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?Z?$/.exec(written);
  if (!match) return null;
  const part = (group: number) => Number(match[group] ?? 0);
  const seconds = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6));
  return BigInt(seconds) * 1_000_000n + BigInt((match[7] ?? '').padEnd(9, '0'));
}

function scaled(written: string, places: number): bigint | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(written.replace(/^v/, ''));
  return match ? BigInt((match[1] ?? '') + (match[2] ?? '').slice(0, places).padEnd(places, '0')) : null;
}

/** Index of the case's column that a header stands for, in whatever style; -1: none. */
function columnOf(name: string, { source }: Mix): number {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return source.columns.findIndex((column) => plain(column.name) === plain(name));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
