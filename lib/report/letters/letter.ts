/** A letter as data. What it says is decided once; text, HTML and `.eml` only set it. */
export interface Letter {
  readonly subject: string;
  readonly to: Person;
  readonly from: Person;
  readonly blocks: readonly Block[];
}

/** Every field may be empty: it is then left out of the letter, never replaced by a placeholder. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly company: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
  /** Each row has a cell for every column. */
  readonly rows: readonly (readonly string[])[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | TableBlock
  /** Set exactly as it is: never wrapped. */
  | { readonly kind: 'code'; readonly language: 'python' | 'sql'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string };

/** There is no letter to write, and that is an answer too. */
export interface NothingToSend {
  readonly kind: 'nothing-to-send';
  /** Whole sentences for the person who wanted to send it. */
  readonly why: string;
}

export type WrittenLetter = { readonly kind: 'letter'; readonly letter: Letter } | NothingToSend;

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', ordered: false, items };
}
