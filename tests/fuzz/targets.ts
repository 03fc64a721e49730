import type { FuzzTarget } from './target';
import { caseFiles } from './targets/case-files';
import { encodings } from './targets/encodings';
import { numbers } from './targets/numbers';
import { reader } from './targets/reader';
import { viewState } from './targets/view-state';

export const targets: readonly FuzzTarget[] = [reader, encodings, numbers, caseFiles, viewState];
