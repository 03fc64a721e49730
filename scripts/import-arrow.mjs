import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../.dependency-cruiser.mjs';

// Holds every import of app, components and lib against .dependency-cruiser.mjs. It calls the library, since the
// library's own command line needs a newer Node than the product does.
const { options, forbidden } = rules;
const { output } = await cruise(
  ['app', 'components', 'lib'],
  { ...options, validate: true, ruleSet: { forbidden } },
  null,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { violations, totalCruised, totalDependenciesCruised } = output.summary;
for (const { rule, from, to, cycle } of violations) {
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
  console.error(`${rule.name}: ${from} → ${path}`);
}
console.log(`${totalCruised} files, ${totalDependenciesCruised} imports, ${violations.length} against the arrow`);
if (totalCruised === 0) console.error('No file was read: the import arrow was not checked.');
process.exit(violations.length === 0 && totalCruised > 0 ? 0 : 1);
