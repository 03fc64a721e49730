import { drawTotal } from './draw-total';
import { DELTA_PLANS, type DeltaPlan, LOST, type Standing, standingOf, USER_PATHS } from './plan';
import { type Random, seededRandom } from './random';
import { SAMPLE_DELTAS, SAMPLE_OURS, SAMPLE_THEIRS } from './sample-files';

export interface SampleFile {
  readonly name: string;
  readonly csv: string;
}

/** Cells of one row by column: user_id, total_spend, count_saved_items, loyalty_credits, batch_id. */
type Row = readonly [user: number, spend: number, saved: number, credits: number, batch: number];

interface User {
  readonly id: number;
  readonly deltas: readonly number[];
}

const HEADER = 'user_id,total_spend,count_saved_items,loyalty_credits,batch_id';
const FIRST_USER = 20_001;
const MOST_SAVED = 50;
const MOST_CREDITS = 1000;
/** Users who stand among the first rows of one table and somewhere below in the other. */
const MOVED = 40;

/**
 * An invented case with real proportions: 10,000 users in five deltas and two tables, of which the vendor's was built
 * without the fourth delta. The same seed gives the same files; every seed gives the same counts and totals.
 */
export function generateSample(seed = 1): readonly SampleFile[] {
  const random = seededRandom(seed);
  const users = drawUsers(random);
  const deltas = DELTA_PLANS.map((plan, delta) => drawDelta(random, plan, delta, users));
  const rowOf = (user: User, delta: number): Row => deltas[delta]?.get(user.id) as Row;

  const oursOrder = random.shuffle(users);
  const theirsOrder = moveSome(random, oursOrder);
  const ours = oursOrder.map((user) => rowOf(user, user.deltas.findLast((delta) => delta !== LOST) as number));
  const theirs = theirsOrder.map((user) => rowOf(user, user.deltas.at(-1) as number));

  return [
    ...SAMPLE_DELTAS.map((name, delta) => ({ name, csv: toCsv([...(deltas[delta] as Map<number, Row>).values()]) })),
    { name: SAMPLE_OURS, csv: toCsv(ours) },
    { name: SAMPLE_THEIRS, csv: toCsv(theirs) },
  ];
}

/** All users by id, each on a path of its own. */
function drawUsers(random: Random): readonly User[] {
  const paths = random.shuffle(USER_PATHS.flatMap(({ deltas, users }) => Array.from({ length: users }, () => deltas)));
  return paths.map((deltas, i) => ({ id: FIRST_USER + i, deltas }));
}

/** The rows of one delta by user, in file order: the first export goes by id, later ones as the changes came in. */
function drawDelta(random: Random, plan: DeltaPlan, delta: number, users: readonly User[]): Map<number, Row> {
  const present = users.filter(({ deltas }) => deltas.includes(delta));
  const inOrder = delta === 0 ? present : random.shuffle(present);
  const batches = drawBatches(random, plan.batches, inOrder.length);
  const spends = drawSpends(random, plan, delta, inOrder);
  const rows = inOrder.map((user, i): Row => {
    const saved = random.integer(0, MOST_SAVED);
    const credits = random.integer(0, MOST_CREDITS);
    return [user.id, spends.get(user.id) as number, saved, credits, batches[i] as number];
  });
  return new Map(rows.map((row) => [row[0], row]));
}

function drawBatches(random: Random, [from, to]: DeltaPlan['batches'], count: number): readonly number[] {
  return random.shuffle([from, to, ...Array.from({ length: count - 2 }, () => random.integer(from, to))]);
}

/** Spend by user, each standing meeting its total. */
function drawSpends(
  random: Random,
  { spends: [from, to], totals }: DeltaPlan,
  delta: number,
  users: readonly User[],
): ReadonlyMap<number, number> {
  const standings: readonly Standing[] = ['newest', 'shadowed', 'older'];
  return new Map(
    standings.flatMap((standing) => {
      const members = users.filter(({ deltas }) => standingOf(deltas, delta) === standing);
      const drawn = drawTotal(random, members.length, totals[standing], from, to);
      return members.map((user, i): [number, number] => [user.id, drawn[i] as number]);
    }),
  );
}

/**
 * The same sequence but for some users taken from the top and put in below, the last at the very end: almost every user
 * then stands on another row, as in two exports of one table.
 */
function moveSome(random: Random, users: readonly User[]): readonly User[] {
  const top = users.slice(0, 2 * MOVED);
  const moved = top.filter((_, i) => i % 2 === 0);
  const staying = top.filter((_, i) => i % 2 === 1);
  const below = users.slice(2 * MOVED);
  for (const user of moved.slice(1)) below.splice(random.integer(0, below.length), 0, user);
  return [...staying, ...below, ...moved.slice(0, 1)];
}

function toCsv(rows: readonly Row[]): string {
  return `${HEADER}\n${rows.map((row) => `${row.join(',')}\n`).join('')}`;
}
