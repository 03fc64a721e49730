import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { siteHeaders } from '../../scripts/steps/content-policy.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'tieout-headers-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('every file is served with headers that keep other sites and unused powers away', () => {
  writeFileSync(path.join(folder, 'csp.txt'), "default-src 'none'\n");
  const headers = siteHeaders(folder);
  expect(headers).toMatchObject({
    'Content-Security-Policy': "default-src 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  expect(headers['Permissions-Policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
  expect(headers['Permissions-Policy']).toContain('clipboard-write=(self)');
});
