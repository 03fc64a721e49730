// Lists the licence of every package that is in the product, and holds all packages, tools too, against what is allowed.
import { checkLicences, licences } from './steps/licences.mjs';
import { lockedPackages } from './steps/lock.mjs';

for (const { name, version, licence, inProduct } of licences(lockedPackages())) {
  if (inProduct) console.log(`${`${name} ${version}`.padEnd(40)}  ${licence}`);
}
process.exit(checkLicences());
