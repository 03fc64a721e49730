/** What a person finds on a page by its role. */
export type Role = 'button' | 'tab' | 'combobox' | 'searchbox';

/** A file that the page let a person save. */
export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One browser with one page, used as a person uses it. Whatever is waited for and does not come in `PATIENCE` rejects. */
export interface Driver {
  /** The browser and its version: "Firefox 153.8.0". */
  readonly version: string;
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Waits until all of these stand on the page, with any run of blanks as one. */
  shows(...texts: readonly string[]): Promise<void>;
  press(role: Role, name: string): Promise<void>;
  /** Chooses an option of a select by its text. */
  choose(name: string, option: string): Promise<void>;
  write(role: Role, name: string, text: string): Promise<void>;
  /** Chooses files in the first, or the named, file field. */
  chooseFiles(paths: readonly string[], field?: string): Promise<void>;
  /** The file that came while `act` ran, or soon after, once it is whole. */
  saved(act: () => Promise<void>): Promise<Saved>;
  /** What the clipboard pastes into a field and into a formatted text, in a tab of its own. */
  pasted(): Promise<{ readonly text: string; readonly html: string }>;
  /** Runs a function in the page; it may use nothing from outside itself. */
  run<A, T>(work: (given: A) => T, given: A): Promise<T>;
  /** Errors and what the content security policy refused since the page was opened. */
  complaints(): Promise<readonly string[]>;
  /** To so many px, or as narrow as the browser goes. */
  resize(width: number): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that may be on this machine. */
export interface Engine {
  readonly name: string;
  /** What to install, as a sentence; null: it is all there. */
  missing(): string | null;
  /** @param folder an empty one, for the profile and what is saved */
  start(folder: string): Promise<Driver>;
}

/** How long a test waits for what has to come, ms: a limit against hanging. */
export const PATIENCE = 20_000;

/** The selector of the named file field, or of the one for a case's files. */
export function fileField(name?: string): string {
  return name === undefined ? 'input[type=file][multiple]' : `input[type=file][aria-label="${name}"]`;
}
