// Writes the sample's files to public/sample, from where the page opens them and people download them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { generateSample } from '../lib/core/sample/generate-sample';

const folder = new URL('../public/sample/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, csv } of generateSample()) writeFileSync(new URL(name, folder), csv);
