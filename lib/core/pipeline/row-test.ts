import { assertNever } from '../assert-never';
import type { RowsTest, RowTest } from './change';
import { conditionOf, flagMutable, KEY } from './condition';
import { lastFilesOfValues } from './last-file-of-value';
import { fileMask } from './lookups';
import type { Pipeline } from './pipeline';
import { giveBackRowFlags, rowFlags } from './spare-memory';

/**
 * 1 by row of `pipeline.rows` that passes, as the rows have arrived so far. A comparison with a column that no file has is
 * met by none; a test that needs versions is passed by all where there are none. O(rows)
 */
export function passing(where: RowTest | RowsTest, pipeline: Pipeline): Uint8Array {
  const { rows, dataset } = pipeline;
  switch (where.test) {
    case 'from-files': {
      const passes = rowFlags(rows);
      const mask = fileMask(dataset, where.files) as Uint8Array;
      for (let r = 0; r < passes.length; r++) passes[r] = mask[rows.file[r] as number] as number;
      return passes;
    }
    case 'row-of-file': {
      const passes = rowFlags(rows);
      const to = where.to ?? Number.POSITIVE_INFINITY;
      for (let r = 0; r < passes.length; r++) {
        const at = rows.at[r] as number;
        if (at >= where.from && at < to) passes[r] = 1;
      }
      return passes;
    }
    case 'compares': {
      const passes = rowFlags(rows);
      const condition = conditionOf(where, dataset, dataset.keys);
      const cells = condition && (condition.column === KEY ? pipeline.keyRead : rows.columns[condition.column]);
      if (cells) flagMutable(passes, condition, cells);
      return passes;
    }
    case 'above-earlier-files': {
      const passes = rowFlags(rows);
      const versions = rows.columns[dataset.version];
      if (!versions) return passes.fill(1);
      const marks = highWaterMarks(pipeline, versions);
      for (let r = 0; r < passes.length; r++)
        if ((versions[r] as number) > (marks[rows.file[r] as number] as number)) passes[r] = 1;
      return passes;
    }
    case 'key-of-first-file': {
      const passes = rowFlags(rows);
      const known = keysOfFirstFile(pipeline);
      for (let r = 0; r < passes.length; r++) passes[r] = known[rows.key[r] as number] as number;
      return passes;
    }
    case 'last-file-of-value': {
      const passes = rowFlags(rows);
      const found = lastFilesOfValues(pipeline, where.column);
      if (found === null) return passes.fill(1);
      for (let r = 0; r < passes.length; r++) if (found.places[rows.file[r] as number] === found.last[r]) passes[r] = 1;
      return passes;
    }
    case 'not': {
      const inner = passing(where.of, pipeline);
      for (let r = 0; r < inner.length; r++) inner[r] = 1 - (inner[r] as number);
      return inner;
    }
    case 'any': {
      const passes = rowFlags(rows);
      for (const each of where.of) {
        const inner = passing(each, pipeline);
        for (let r = 0; r < passes.length; r++) if (inner[r] === 1) passes[r] = 1;
        giveBackRowFlags(rows, inner);
      }
      return passes;
    }
    default:
      return assertNever(where);
  }
}

/** By delta: the greatest version that arrived in the files before it; below everything for the first. */
function highWaterMarks(pipeline: Pipeline, versions: Float64Array): Float64Array {
  const greatest = new Float64Array(pipeline.dataset.files.length).fill(Number.NEGATIVE_INFINITY);
  for (let r = 0; r < pipeline.rows.rows; r++) {
    if (pipeline.arrived !== null && pipeline.arrived[r] === 0) continue;
    const f = pipeline.rows.file[r] as number;
    if ((versions[r] as number) > (greatest[f] as number)) greatest[f] = versions[r] as number;
  }
  const marks = new Float64Array(greatest.length);
  let mark = Number.NEGATIVE_INFINITY;
  for (const f of inArrivalOrder(pipeline)) {
    marks[f] = mark;
    mark = Math.max(mark, greatest[f] as number);
  }
  return marks;
}

/** Indices of the deltas as they arrive for the first time. */
function inArrivalOrder({ dataset, arrivals }: Pipeline): number[] {
  const files = [...dataset.files.keys()];
  if (arrivals === null) return files;
  return files.sort((a, b) => (arrivals.first[a] as number) - (arrivals.first[b] as number));
}

/** 1 by key id for keys with an arrived row in the first delta of which any row arrives. */
function keysOfFirstFile(pipeline: Pipeline): Uint8Array {
  const { dataset, rows, arrived } = pipeline;
  const arrives = new Uint8Array(dataset.files.length);
  for (let r = 0; r < rows.rows; r++) if (arrived === null || arrived[r] === 1) arrives[rows.file[r] as number] = 1;
  const first = inArrivalOrder(pipeline).find((f) => arrives[f] === 1) ?? -1;
  const known = new Uint8Array(rows.start.length - 1);
  for (let r = 0; r < rows.rows; r++)
    if (rows.file[r] === first && (arrived === null || arrived[r] === 1)) known[rows.key[r] as number] = 1;
  return known;
}
