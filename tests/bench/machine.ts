import os from 'node:os';
import { inFreshBrowser } from './support/browser';

/** What figures were taken on, without a name that would tell whose it is. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  /** Bytes. */
  readonly memory: number;
  readonly system: string;
  readonly browser: string;
  readonly node: string;
}

export async function describeMachine(): Promise<Machine> {
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model.trim() ?? 'unknown',
    memory: os.totalmem(),
    system: `${os.platform()} ${os.arch()}`,
    browser: await inFreshBrowser((_, browser) => Promise.resolve(`Chromium ${browser.version()}`)),
    node: `Node ${process.versions.node}`,
  };
}

/** "2 cores of an Intel Xeon, 24 GB, linux x64, Chromium 141.0, Node 20.1" */
export function machineWords({ cores, processor, memory, system, browser, node }: Machine): string {
  return [`${cores} cores (${processor})`, `${Math.round(memory / 2 ** 30)} GB`, system, browser, node].join(', ');
}
