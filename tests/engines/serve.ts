import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is. */
    address: string;
  }
}

/** Serves what was built while the tests run, on the port that PORT names. */
export default async function serve(project: TestProject): Promise<() => void> {
  const server = spawn(process.execPath, ['scripts/serve.mjs', process.env['PORT'] ?? '4174'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  project.provide('address', String(said).trim());
  return () => void server.kill();
}
