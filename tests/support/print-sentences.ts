import { everySentence } from './every-sentence';

/** `npm run sentences`: everything that Tieout says of a fault, on one page for a person to read. */
console.log(everySentence());
