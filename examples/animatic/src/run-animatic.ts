/** @file The command as a person at a terminal runs it, for tests: a process of its own, with what it said and how it ended. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a run ended. */
export interface RunResult {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

/** How a run is started. */
export interface RunOptions {
  /** The working folder, where `film` would be made. */
  cwd: string;
  /** Modules that are loaded first: paths. */
  imports?: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Sends Ctrl-C as soon as this holds; asked a hundred times a second. */
  interruptWhen?: () => boolean;
  /** Passes Ctrl-C on twice, as a terminal with npm between does. */
  interruptTwice?: boolean;
}

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/**
 * Runs the command.
 *
 * @param args - As typed after `npm start --`.
 * @param options - See `RunOptions`.
 */
export function runAnimatic(args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { cwd, imports = [], env = {}, interruptWhen, interruptTwice = false } = options;
  const begun = performance.now();
  const hooks = [...imports, import.meta.resolve('tsx')].flatMap((path) => ['--import', path]);
  const child = spawn(process.execPath, ['--conditions=@filmai/source', ...hooks, main, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const watch = setInterval(() => {
    if (!interruptWhen?.()) return;
    clearInterval(watch);
    child.kill('SIGINT');
    if (interruptTwice) child.kill('SIGINT');
  }, 10);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, stdout, stderr, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

/** Every file below a folder, hidden ones too, as paths relative to it; empty where the folder is not there. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
