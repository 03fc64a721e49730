import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { build } from 'vite';
import { BENCH_FOLDER } from '../support/folder';
import { ensureWasmPackage, WASM_FOLDER } from './wasm-package';

const PAGE =
  '<!doctype html><title>Peers</title><input multiple type="file"><script src="peers.js" type="module"></script>';

/** Builds the peers' page and serves it with DuckDB-WASM on a free port. */
export async function servePeers(): Promise<string> {
  ensureWasmPackage();
  const out = path.join(BENCH_FOLDER, 'peers');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: true,
      rollupOptions: {
        preserveEntrySignatures: 'strict',
        input: {
          peers: fileURLToPath(new URL('page.ts', import.meta.url)),
          'duckdb-wasm': path.join(WASM_FOLDER, 'duckdb-browser.mjs'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const scripts = sirv(out);
  const packaged = sirv(WASM_FOLDER);
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
      return;
    }
    scripts(request, response, () => {
      packaged(request, response, () => {
        response.writeHead(404).end();
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
