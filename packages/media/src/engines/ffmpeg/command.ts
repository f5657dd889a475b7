/**
 * @file Runs `ffmpeg` and `ffprobe` as child processes: bytes in, bytes out, their own words in the error.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { MediaError } from '../../errors/media-error.js';
import type { MediaErrorCode } from '../../errors/media-error.js';

/** A running command. */
export interface Command {
  /** What it reads. */
  input: Writable;
  /** What it prints. */
  output: Readable;
  /** Resolves when it has ended well; rejects with a `MediaError` in its own words otherwise. */
  ended: Promise<void>;
  /** Ends it, if it still runs, and waits until it is gone. */
  stop(): Promise<void>;
}

/** How much of what the command says is kept for the error message, in characters. */
const KEPT_WORDS = 4000;

/** What a command works on. */
export interface CommandContext {
  /** The file, for messages. */
  path: string;
  /** What is being done with it, for messages. */
  doing: string;
  /** Cancels the command. */
  signal?: AbortSignal;
  /** Called with each line that a filter says about a frame; without it the command says errors alone. */
  onInfo?: (line: string) => void;
}

/**
 * Starts a command. It never asks and never reads the terminal.
 *
 * @param name - `'ffmpeg'` or `'ffprobe'`.
 * @param args - Its arguments.
 * @param context - See `CommandContext`.
 */
export function startCommand(name: 'ffmpeg' | 'ffprobe', args: readonly string[], context: CommandContext): Command {
  const level = ['-hide_banner', '-v', context.onInfo ? 'level+info' : 'level+error'];
  const quiet = name === 'ffmpeg' ? [...level, '-nostdin', '-nostats', '-y'] : level;
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(name, [...quiet, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let words = '';
  createInterface(child.stderr).on('line', (line) => {
    if (line.includes('[info]')) context.onInfo?.(line);
    else words = `${words}${line.replace(/\[(?:error|fatal|warning)\] /, '')}\n`.slice(-KEPT_WORDS);
  });
  // A command that ends early closes its input; the reason is told by `ended`.
  child.stdin.on('error', () => undefined);
  const abort = (): void => void child.kill('SIGKILL');
  context.signal?.addEventListener('abort', abort, { once: true });
  const gone = new Promise<number | Error | null>((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  const ended = gone.then((result) => {
    context.signal?.removeEventListener('abort', abort);
    context.signal?.throwIfAborted();
    if (result === 0) return;
    if (result instanceof Error) throw result;
    throw explain(words, context);
  });
  // It is awaited later, or not at all where the caller has stopped the command.
  ended.catch(() => undefined);
  return {
    input: child.stdin,
    output: child.stdout,
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Runs a command to its end and gives what it printed. */
export async function runCommand(name: 'ffmpeg' | 'ffprobe', args: readonly string[], context: CommandContext): Promise<string> {
  const command = startCommand(name, args, context);
  command.input.end();
  let printed = '';
  command.output.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await command.ended;
  return printed;
}

/** Writes bytes to a command and waits until they are gone. Gives `false` once the command no longer reads. */
export function feed({ input }: Command, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    if (input.destroyed || input.writableEnded) resolve(false);
    else input.write(bytes, (error) => resolve(!error));
  });
}

/** Finds the code for what the command said. */
function explain(words: string, { path, doing }: { path: string; doing: string }): Error {
  const said = words.trim().split('\n').slice(-3).join(' ').trim() || 'it gave no reason';
  if (/No space left on device/i.test(words)) return Object.assign(new Error(said), { code: 'ENOSPC' });
  const writes = doing === 'encoding' || doing === 'writing';
  if (writes && /No such file or directory/i.test(words)) return Object.assign(new Error(said), { code: 'ENOENT' });
  if (writes && /Permission denied/i.test(words)) return Object.assign(new Error(said), { code: 'EACCES' });
  const code: MediaErrorCode = /Unknown encoder|Unknown decoder|Decoder .* not found|Encoder not found|no decoder/i.test(words)
    ? 'UNSUPPORTED_CODEC'
    : /Invalid data found when processing input|moov atom not found/i.test(words)
      ? 'NOT_MEDIA'
      : 'ENGINE_FAILED';
  return new MediaError(code, `${path}: ${doing} failed: ${said}`);
}
