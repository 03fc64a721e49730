import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCommand } from '../../scripts/steps/command.mjs';
import { packProduct } from '../../scripts/steps/pack.mjs';
import { root } from '../../scripts/steps/run.mjs';
import { goldenCase } from '../support/golden/golden-case';

/** Into which the package is installed; its page is one that says so. */
let folder = '';
let tieout = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-installed-'));
  const site = path.join(folder, 'site');
  mkdirSync(site);
  writeFileSync(path.join(site, 'index.html'), 'the built page');
  writeFileSync(path.join(site, 'csp.txt'), "default-src 'none'\n");
  expect(await ensureCommand()).toBe(0);
  expect(await packProduct(site, folder)).toBe(0);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const installed = npm('install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`);
  expect(installed.stderr).toBe('');
  expect(installed.status).toBe(0);
  tieout = path.join(folder, 'node_modules', 'tieout', 'dist', 'cli.mjs');
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function npm(...args: string[]) {
  return spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
}

function installed(...args: string[]) {
  return spawnSync(process.execPath, [tieout, ...args], { cwd: folder, encoding: 'utf8' });
}

function fromSources(...args: string[]) {
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const main = path.join(root, 'lib', 'cli', 'main.ts');
  return spawnSync(process.execPath, [tsx, main, ...args], { cwd: root, encoding: 'utf8' });
}

describe('what is packed, installed without a registry', () => {
  it('holds the page and the command line, and needs no package', () => {
    const product = path.join(folder, 'node_modules', 'tieout');
    expect(readdirSync(product).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'out', 'package.json']);
    expect(readdirSync(path.join(product, 'dist'))).toEqual(['cli.mjs']);
    expect(JSON.parse(readFileSync(path.join(product, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies');
    expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['tieout']);
  });

  it('is started by its name', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    const { status, stdout } = npm('exec', '--offline', '--', 'tieout', '--version');
    expect(stdout).toBe(`${version}\n`);
    expect(status).toBe(0);
  });

  it('investigates as the sources do', () => {
    const { data, files } = goldenCase('two-faults');
    const call = ['investigate', '--json', ...files.map((file) => path.join(data, file))];
    const { status, stdout, stderr } = installed(...call);
    const expected = fromSources(...call);
    expect(expected.status).toBe(1);
    expect({ status, stdout, stderr }).toEqual({
      status: expected.status,
      stdout: expected.stdout,
      stderr: expected.stderr,
    });
  });

  it('serves the page under its policy until it is stopped', async () => {
    const port = String(await freePort());
    const server = spawn(process.execPath, [tieout, 'serve', '--port', port], { cwd: folder });
    try {
      server.stdout.setEncoding('utf8');
      const [said] = await new Promise<string[]>((resolve, reject) => {
        server.stdout.once('data', (text: string) => {
          resolve([text]);
        });
        server.once('exit', () => {
          reject(new Error('it ended'));
        });
      });
      expect(said).toContain(`http://127.0.0.1:${port}/`);
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect(await page.text()).toBe('the built page');
      expect(page.headers.get('Content-Security-Policy')).toBe("default-src 'none'");
      const taken = installed('serve', '--port', port);
      expect(taken.stderr).toBe(`No port is free among ${port}.\n`);
      expect(taken.status).toBe(2);
    } finally {
      server.kill();
    }
  });
});

describe('a call that makes no sense ends with 2 and a sentence', () => {
  it.each([
    [[], 'No command is given: "tieout --help" names them.\n'],
    [['explain'], 'There is no command "explain": "tieout --help" names those that there are.\n'],
    [['serve', '--port', 'http'], '--port takes a number from 1 to 65535: "http" is none.\n'],
    [['serve', '--port', '65536'], '--port takes a number from 1 to 65535: "65536" is none.\n'],
    [['investigate'], 'No delta is given: name the exported files.\n'],
  ])('tieout %j', (args, sentence) => {
    const { status, stdout, stderr } = installed(...args);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: sentence });
  });
});

it('help names the commands, and each option of an investigation', () => {
  expect(installed('--help').stdout).toMatch(/^Usage: tieout investigate [\s\S]* tieout serve /);
  expect(installed('investigate', '--help').stdout).toContain('--header-line');
});

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
