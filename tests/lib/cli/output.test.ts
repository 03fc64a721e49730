import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '@/lib/core/findings/findings';

const root = path.join(import.meta.dirname, '..', '..', '..');
const script = path.join(root, 'scripts', 'investigate.mjs');

let folder = '';
const inFolder = (name: string) => path.join(folder, name);
const files = () => [inFolder('d0.csv'), '--ours', inFolder('o.csv'), '--theirs', inFolder('t.csv')];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-output-'));
  const header = 'user_id,total_spend,batch_id,ti\u202eer';
  writeFileSync(inFolder('d0.csv'), `${header}\n\u202e000,5000,1,a\n"\u001b[2Jb",20,2,b\n__proto__,3,3,c\n`);
  writeFileSync(inFolder('o.csv'), `${header}\n\u202e000,5000,1,a\n"\u001b[2Jb",21,2,b\n__proto__,4,3,c\n`);
  writeFileSync(inFolder('t.csv'), `${header}\n\u202e000,5001,1,a\n"\u001b[2Jb",20,2,b\n__proto__,3,3,c\n`);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs it with a mistake planted into what the language itself offers. */
function withMistake(planted: string, env: Readonly<Record<string, string>> = {}) {
  const preload = `data:text/javascript,${encodeURIComponent(planted)}`;
  const args = ['--import', preload, script, ...files()];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
}

const BROKEN = `
  Object.defineProperty(Int32Array.prototype.__proto__, 'fill', { value() { throw new TypeError('planted mistake'); } });
`;

describe('what the command line writes', { timeout: 60_000 }, () => {
  it('has a mark for whatever cannot be seen, and no command of a terminal', () => {
    const { status, stdout } = spawnSync(process.execPath, [script, ...files()], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('⟨U+202E⟩000');
    expect(stdout).toContain('⟨U+001B⟩[2Jb');
    expect(stdout).toContain('__proto__');
    for (const unseen of ['\u202e', '\u001b']) expect(stdout).not.toContain(unseen);
  });

  it('is exact as JSON, and moves nothing there either', () => {
    const { stdout } = spawnSync(process.execPath, [script, '--json', ...files()], { cwd: root, encoding: 'utf8' });
    for (const unseen of ['\u202e', '\u001b']) expect(stdout).not.toContain(unseen);
    expect((JSON.parse(stdout) as Findings).mapping.attributes).toEqual(['ti\u202eer']);
  });

  it('ends with 2 and one sentence where the program itself is at fault', () => {
    const { status, stdout, stderr } = withMistake(BROKEN);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Tieout made a mistake of its own.*planted mistake.*TIEOUT_DEBUG=1\.\n$/);
  });

  it('has the stack of a mistake where it is asked for', () => {
    expect(withMistake(BROKEN, { TIEOUT_DEBUG: '1' }).stderr).toMatch(/\n {4}at /);
  });

  it('ends with 2 where a mistake is nobody’s to catch', () => {
    const { status, stderr } = withMistake(
      `const begun = setInterval(() => {
        if (process.listenerCount('unhandledRejection') === 0) return;
        clearInterval(begun);
        Promise.reject(new TypeError('planted rejection'));
      }, 0);`,
    );
    expect(status).toBe(2);
    expect(stderr).toContain('planted rejection');
  });

  it('is quiet where its reader has read enough', () => {
    const call = `"${process.execPath}" "${script}" --json ${files().join(' ')} | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', call], { cwd: root, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('{\n1\n');
  });
});
