import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tellInvestigation, tellRejected } from '@/lib/cli/tell';
import { investigateMix, type JudgedMix, writeMix } from '../../support/premises/investigate-mix';
import { describeMix, plantMix } from '../../support/premises/mix';
import { planMixes, planPlain } from '../../support/premises/plan';
import { figuresTable, rightShare } from './figures';

/**
 * Writes mixes of odd files with and without a fault, lets the product investigate them, and judges what it says by an
 * independent pipeline. `--series 1` takes mixes that nothing was tuned on, `--count 60` so many, `--only dates` those
 * with an axis or a fault of that name, `--case 17` one: its files stay in a folder, with the truth and what was told.
 * `--plain` takes ordinary files instead, as a control of the writer.
 * Exit status 1 on a false proof, an untrue "exactly", or fewer right than asked.
 */
const { values: options } = parseArgs({
  options: {
    series: { type: 'string', default: '0' },
    count: { type: 'string', default: '420' },
    only: { type: 'string' },
    case: { type: 'string' },
    plain: { type: 'boolean', default: false },
  },
});

const RIGHT_SHARE = 0.97;

const series = options.case === undefined ? Number(options.series) : Math.floor(Number(options.case) / 1_000_000);
const specs = (options.plain ? planPlain : planMixes)(Number(options.count), series).filter(
  ({ axes, fault, seed }) =>
    (options.only === undefined || [...axes, fault].some((name) => name === options.only)) &&
    (options.case === undefined || seed === Number(options.case)),
);
const started = performance.now();
const judged: JudgedMix[] = [];
for (const spec of specs) {
  const one = await investigateMix(plantMix(spec));
  judged.push(one);
  if (one.verdict.outcome !== 'right' && options.case === undefined)
    console.log(
      `${one.verdict.outcome}: ${spec.seed} (${spec.axes.join(', ')}; ${spec.fault} in ${spec.faulty}) ${one.verdict.remarks[0] ?? ''}`,
    );
}
if (options.case !== undefined) for (const one of judged) await showCase(one);

console.log(`\n${figuresTable(judged)}\n`);
console.log(`${judged.length} mixes, ${((performance.now() - started) / 1000).toFixed(0)} s, product ${slowest()}`);
const untrue = judged.filter(
  ({ verdict }) => verdict.outcome === 'false proof' || verdict.outcome === 'untrue exactly',
);
process.exitCode = judged.length === 0 || untrue.length > 0 || rightShare(judged) < RIGHT_SHARE ? 1 : 0;

async function showCase({ mix, found, verdict }: JudgedMix): Promise<void> {
  const folder = join(tmpdir(), `premises-case-${mix.spec.seed}`);
  await writeMix(mix, folder);
  console.log(`${describeMix(mix)}\n\nfiles in ${folder}\n`);
  if (found) {
    for (const sentence of tellRejected(found.rejected)) console.log(sentence);
    console.log(tellInvestigation(found));
    console.log(`premises ${JSON.stringify(found.findings.premises, null, 1)}`);
    console.log(`unread ${JSON.stringify(found.findings.unread)}, missing ${JSON.stringify(found.findings.missing)}\n`);
  }
  console.log(`${verdict.outcome}: ${verdict.remarks.join('; ')}`);
}

function slowest(): string {
  const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0);
  return `${at(0.5)} ms in the middle, ${at(1)} ms at most`;
}
