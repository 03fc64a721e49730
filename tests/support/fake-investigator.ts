import type { Findings } from '@/lib/core/findings/findings';
import type { Intake, IntakeFile } from '@/lib/core/intake/intake';
import { fail, ok, type Result } from '@/lib/core/result';
import type { LastingInvestigator } from '@/lib/engine/browser/lasting';
import type { CallOptions, ReadAs } from '@/lib/engine/investigator';
import { sampleFindings } from './sample-findings';

interface Fake {
  readonly intake: Intake;
  readonly findings: Findings;
  /** Given, each call waits for it before it answers. */
  readonly gate?: () => Promise<void>;
}

/** An investigator that answers what it is given, without reading anything. Aborted calls answer `cancelled`. */
export function fakeInvestigator({ intake, findings, gate = () => Promise.resolve() }: Fake): LastingInvestigator & {
  readonly calls: readonly string[];
  /** What each reading was told of headers. */
  readonly headerLines: readonly ReadAs['headerLines'][];
} {
  const calls: string[] = [];
  const headerLines: ReadAs['headerLines'][] = [];
  async function answer<T>(call: string, value: T, options?: CallOptions): Promise<Result<T>> {
    calls.push(call);
    await gate();
    return options?.signal?.aborted ? fail({ code: 'cancelled' }) : ok(value);
  }
  const unused = () => Promise.resolve(fail({ code: 'engine-stopped', reason: 'the fake knows no rows' } as const));
  return {
    calls,
    headerLines,
    read: (_sources, options) => {
      headerLines.push(options.as?.headerLines);
      return answer('read', intake, options);
    },
    investigate: (_setup, options) => answer('investigate', findings, options),
    rejections: unused,
    rows: unused,
    timeline: unused,
    replay: unused,
    plant: unused,
    exportRows: unused,
    prepare: () => undefined,
    repairRows: unused,
    restart: () => calls.push('restart'),
    namedIn: unused,
    close: () => calls.push('close'),
  };
}

const TALLY = {
  empty: 0,
  numbers: 10,
  dates: 0,
  emptyWords: 0,
  others: 0,
  firstOther: null,
  scale: 0,
  unit: null,
  separators: 0,
  distinct: 10,
};
const COLUMNS = ['user_id', 'total_spend', 'count_saved_items', 'loyalty_credits', 'batch_id'].map((name) => ({
  name,
  tally: TALLY,
}));

const FILES = sampleFindings.inputs.map(
  (input, id): IntakeFile => ({
    id,
    file: input.file,
    bytes: input.rows * 20,
    rows: input.rows,
    rejectedRows: input.rejected,
    rejected: [],
    columns: COLUMNS,
    dialect: { encoding: 'UTF-8', bom: false, delimiter: ',', newline: 'LF', quoted: false },
    headerLine: 1,
    role: input.role,
    why:
      input.role === 'delta'
        ? { code: 'name-says', word: 'delta' }
        : {
            code: 'side',
            side: input.role,
            table: { code: 'name-says', word: 'summary' },
            by: 'name-order',
            rival: null,
          },
    label: input.role === 'delta' ? null : sampleFindings.labels[input.role],
  }),
);

/** What reading the Johnny's Jeans files proposes; ids 0 to 4 are the deltas, 5 is ours and 6 theirs. */
export const johnnyIntake: Intake = {
  files: FILES,
  setup: {
    name: "Johnny's Jeans · first 10,000 customers",
    labels: sampleFindings.labels,
    roles: Object.fromEntries(FILES.map((file) => [file.id, file.role])),
    order: [0, 1, 2, 3, 4],
    mapping: {
      key: ['user_id'],
      measure: 'total_spend',
      version: 'batch_id',
      attributes: ['count_saved_items', 'loyalty_credits'],
      ignored: [],
      unit: '$',
      headers: {},
      tolerances: {},
    },
  },
  mappingWhy: {
    user_id: [{ code: 'unique' }],
    total_spend: [
      { code: 'name-says', word: 'spend' },
      { code: 'cells', type: 'number', all: true },
    ],
    batch_id: [{ code: 'name-says', word: 'batch' }, { code: 'rises' }],
  },
  problems: [],
  notes: [],
  milliseconds: 212,
};
