import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateSample } from '../lib/core/sample/generate-sample';

/** Writes the sample's files anew into a folder, from where the page opens them and people download them. */
export function writeSample(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, csv } of generateSample()) writeFileSync(path.join(folder, name), csv);
}
