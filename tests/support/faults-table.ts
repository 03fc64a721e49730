/** A fault that a test injects, at which stage, and what is seen then. */
export interface InjectedFault {
  readonly fault: string;
  readonly stage: string;
  readonly seen: string;
}

/** What the tests of this file's process have said that they inject. */
export const injectedFaults: InjectedFault[] = [];

/** Said beside the test that holds it. */
export function covers(fault: string, stage: string, seen: string): void {
  injectedFaults.push({ fault, stage, seen });
}
