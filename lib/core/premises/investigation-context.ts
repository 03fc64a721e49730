import type { Premise } from '../findings/premise';
import type { CaseTables } from '../table/case-tables';
import type { Completeness } from './missing-export';

/** What an investigation knows besides the tables. */
export interface InvestigationContext {
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** Names of the key columns. */
  readonly key: readonly string[];
  /** Rejected rows by file name. */
  readonly rejected: Readonly<Record<string, number>>;
  /** By file name, how its bytes were read: "UTF-16LE"; left out: it is not known. */
  readonly encodings?: Readonly<Record<string, string>>;
  /** What the files were taken to mean before they were bound; left out: nothing is said of it. */
  readonly premises?: readonly Premise[];
  /** Uses of columns that a person chose. */
  readonly given?: readonly ('key' | 'version' | 'unit')[];
  /** Whether a person said which rule was agreed. */
  readonly ruleGiven?: boolean;
  /** Files with a line that could not be read and whose key is not known. */
  readonly uncertain?: readonly string[];
  /** By file name, the lines that could not be read; at most `MAX_LISTED_REJECTIONS` a file. */
  readonly unread?: Readonly<Record<string, readonly number[]>>;
  /** The case under the other reading of cells that nothing settles; null: none is in question. */
  readonly other?: CaseTables | null;
  /** What is known of files that do not take part; left out: whether an export is missing is not asked. */
  readonly completeness?: Completeness;
  /** Called between units of work; throws to stop. */
  readonly tick?: (done: number) => void;
}
