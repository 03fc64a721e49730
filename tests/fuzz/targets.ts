import type { FuzzTarget } from './target';
import { archives } from './targets/archives';
import { caseFiles } from './targets/case-files';
import { encodings } from './targets/encodings';
import { numbers } from './targets/numbers';
import { reader } from './targets/reader';
import { viewState } from './targets/view-state';

export const targets: readonly FuzzTarget[] = [reader, encodings, archives, numbers, caseFiles, viewState];
