import type { IRawProperty } from 'fast-check';

/** Something that is given whatever may come, and the laws that it is held to. */
export interface FuzzTarget {
  readonly name: string;
  /** What it is given, and what it is held to; a phrase each, for the table. */
  readonly given: string;
  readonly heldTo: string;
  /** Fails at the first input that breaks a law. */
  readonly property: IRawProperty<unknown>;
}
