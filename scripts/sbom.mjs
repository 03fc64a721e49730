// Writes the bill of materials, CycloneDX as JSON, to dist/sbom.cdx.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockedPackages } from './steps/lock.mjs';
import { root } from './steps/run.mjs';
import { billOfMaterials } from './steps/sbom.mjs';

const file = path.join(root, 'dist', 'sbom.cdx.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(billOfMaterials(lockedPackages()), null, 2)}\n`);
console.log(path.relative(root, file));
