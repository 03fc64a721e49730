import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Finishes an exported site for a strict content security policy: writes each page's own policy into it, `csp.txt`
 * with the policy of all pages for servers, `_headers` for hosts that read it, and removes the worker's raw source,
 * which the bundler emits beside the bundle and nothing loads. Can be repeated.
 */
export function writeContentPolicy(out) {
  const files = filesUnder(out);
  for (const file of files.filter(isRawWorkerSource)) rmSync(file);
  const pages = files.filter((file) => file.endsWith('.html'));
  const hashes = new Set();
  for (const page of pages) {
    const html = readFileSync(page, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '');
    const own = inlineScriptHashes(html);
    for (const hash of own) hashes.add(hash);
    writeFileSync(
      page,
      html.replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${policy(own)}">`),
    );
  }
  const served = `${policy([...hashes].sort())}; frame-ancestors 'none'`;
  writeFileSync(path.join(out, 'csp.txt'), `${served}\n`);
  writeFileSync(path.join(out, '_headers'), hostHeaders(served));
  console.log(`Content security policy: ${hashes.size} inline scripts on ${pages.length} pages.`);
}

/**
 * The headers that every file of the site is served with. A policy in a page does not bind the worker, one in the
 * headers of the worker's file does: hence on every file.
 */
export function siteHeaders(out) {
  return { 'Content-Security-Policy': readFileSync(path.join(out, 'csp.txt'), 'utf8').trim(), ...plainHeaders };
}

/** Whether the site was built and finished. */
export function isFinished(out) {
  return existsSync(path.join(out, 'csp.txt')) && existsSync(path.join(out, 'index.html'));
}

/** For files whose names change with their content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What a page could ask a browser for: nothing but to write to the clipboard, which it does when it is asked to. */
const UNUSED = [
  ...['accelerometer', 'ambient-light-sensor', 'autoplay', 'battery', 'bluetooth', 'browsing-topics', 'camera'],
  ...['clipboard-read', 'cross-origin-isolated', 'display-capture', 'document-domain', 'encrypted-media', 'fullscreen'],
  ...['gamepad', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture'],
  ...['publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'storage-access'],
  ...['usb', 'web-share', 'window-management', 'xr-spatial-tracking'],
];

const plainHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [...UNUSED.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', '),
};

function policy(hashes) {
  const scripts = hashes.map((hash) => ` 'sha256-${hash}'`).join('');
  return [
    // Firefox holds what is fetched ahead to this alone; everything else has a line of its own.
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
  ].join('; ');
}

/** Hashes of a page's inline scripts, without repeats. */
function inlineScriptHashes(html) {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  const hash = (script) => createHash('sha256').update(script).digest('base64');
  return [...new Set(scripts.filter((script) => script !== '').map(hash))];
}

/** The `_headers` file that Netlify and Cloudflare Pages read. Scripts are kept, so that a worker can start anew without a network. */
function hostHeaders(contentPolicy) {
  const headers = { 'Content-Security-Policy': contentPolicy, ...plainHeaders };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join('')}/_next/static/*\n  Cache-Control: ${IMMUTABLE}\n`;
}

function isRawWorkerSource(file) {
  return /[\\/]_next[\\/]static[\\/]media[\\/][^\\/]*\.tsx?$/.test(file);
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(full) : [full];
  });
}
