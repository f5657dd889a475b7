/**
 * @file `npm run e2e:browser`: the training kernels in a real browser. A page is bundled, served on this machine only and opened in Chromium; it trains
 * the DCGAN of 28×28, and what comes out must be what Node computes. Skipped, with a reason, where there is no Chromium.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { trainDcgan, type Outcome } from './train-dcgan.js';

const STEPS = 6;
/** Largest difference of a loss or a pixel. */
const TOLERANCE = 1e-4;
const PATIENCE_MILLISECONDS = 180_000;
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

process.exitCode = await check();

async function check(): Promise<number> {
  const browser = findBrowser();
  if (browser === undefined) {
    console.log('- training in a browser: skipped, there is no chromium or google-chrome in PATH, and CHROME is not set');
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'filmai-browser-'));
  try {
    const page = await bundle(join(folder, 'page'));
    const seen = await outcomeOf(browser, page, join(folder, 'profile'));
    const expected = await trainDcgan(STEPS, { backend: 'wasm' });
    const worst = Math.max(difference(seen.losses, expected.losses), difference(seen.pictures, expected.pictures));
    // Where the wasm backend doesn't start, the slow one in JavaScript computes the same.
    const same = worst <= TOLERANCE && seen.backend === 'wasm';
    const step = (outcome: Outcome): string => `${Math.min(...outcome.milliseconds).toFixed(0)} ms a step`;
    console.log(`  in the browser: ${seen.description}; ${step(seen)}`);
    console.log(`  in Node:        ${expected.description}; ${step(expected)}`);
    console.log(
      `${same ? '✓' : '✗'} training in a browser: ${STEPS} steps differ from those in Node by at most ${worst.toExponential(1)}`,
    );
    return same ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The program named by `CHROME`, or the first one in the path. */
function findBrowser(): string | undefined {
  if (process.env.CHROME) return process.env.CHROME;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Bundles the page as anybody would, and returns its folder. */
async function bundle(outDir: string): Promise<string> {
  await build({
    config: false,
    silent: true,
    entry: [fileURLToPath(new URL('page.ts', import.meta.url))],
    outDir,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    noExternal: [/.*/],
    outExtension: () => ({ js: '.js' }),
    esbuildOptions: (options) => {
      options.conditions = ['@filmai/source'];
    },
  });
  return outDir;
}

/** Opens the page in a browser without a window and waits for what it sends. */
async function outcomeOf(browser: string, page: string, profile: string): Promise<Outcome> {
  let running: ChildProcess | undefined;
  let server: Server | undefined;
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the page did not answer in time')), PATIENCE_MILLISECONDS);
      late.unref();
      server = serve(page, (text) => {
        const answer = JSON.parse(text) as Outcome | { error: string };
        if ('error' in answer) reject(new Error(`in the page: ${answer.error}`));
        else resolve(answer);
      });
      server.listen(0, '127.0.0.1', () => {
        const { port } = (server as Server).address() as AddressInfo;
        const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
        const address = `http://127.0.0.1:${port}/?steps=${STEPS}`;
        running = spawn(browser, [...flags, `--user-data-dir=${profile}`, address], {
          stdio: 'ignore',
          detached: true,
        });
        running.on('error', reject);
        running.on('exit', (code) => reject(new Error(`the browser ended with code ${code} before the page had answered`)));
      });
    });
  } finally {
    // The group: a browser is many processes.
    if (running?.pid !== undefined && running.exitCode === null) process.kill(-running.pid, 'SIGKILL');
    server?.closeAllConnections();
    server?.close();
  }
}

/** Serves the page's files and the backend's, and takes what the page sends. */
function serve(page: string, take: (text: string) => void): Server {
  const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST') {
      void textOf(request).then(take);
      response.end();
      return;
    }
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><script type="module" src="/page.js"></script>');
      return;
    }
    const path = pathname.startsWith('/wasm/') ? join(wasm, pathname.slice(6)) : join(page, pathname);
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += (part as Buffer).toString();
  return text;
}

/** The largest difference, each measured against 1 or the value, whichever is larger; infinite where the lengths differ. */
function difference(got: readonly number[], expected: readonly number[]): number {
  if (got.length !== expected.length) return Number.POSITIVE_INFINITY;
  return got.reduce((worst, value, i) => {
    const apart = Math.abs(value - expected[i]) / Math.max(1, Math.abs(expected[i]));
    return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : Math.max(worst, apart);
  }, 0);
}
