import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { IMMUTABLE, siteHeaders } from './content-policy.mjs';

/**
 * Serves a built site on 127.0.0.1 with its headers on every file, and gives the address as it is typed into a
 * browser. Takes the first free port of `ports`; throws when none is.
 */
export async function serveSite(out, ports, basePath = '') {
  const { default: sirv } = await import('sirv');
  const headers = siteHeaders(out);
  const setHeaders = (response, file = '') => {
    response.setHeaders(new Map(Object.entries(headers)));
    response.setHeader('Cache-Control', file.includes('/_next/static/') ? IMMUTABLE : 'no-cache');
  };
  const files = sirv(out, { etag: true, extensions: ['html'], setHeaders });
  const notFoundPage = path.join(out, '404.html');
  const notFound = existsSync(notFoundPage) ? readFileSync(notFoundPage) : 'Not found';

  const server = createServer((request, response) => {
    const missing = () => {
      setHeaders(response);
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const url = request.url ?? '/';
    if (basePath !== '' && url === '/') return response.writeHead(302, { Location: `${basePath}/` }).end();
    if (!url.startsWith(`${basePath}/`)) return missing();
    request.url = url.slice(basePath.length);
    return files(request, response, missing);
  });

  for (const port of ports) {
    if (await listens(server, port)) return `http://127.0.0.1:${port}${basePath}/`;
  }
  throw new Error(`No port is free among ${ports.join(', ')}.`);
}

/** Whether the server now listens on the port; false where the port is taken. */
function listens(server, port) {
  return new Promise((resolve, reject) => {
    const refused = (error) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error);
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve(true);
    });
  });
}
