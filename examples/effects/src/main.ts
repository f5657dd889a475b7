/** @file The command: a clip goes in, the clip with an effect comes out. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. */
import { FilmaiError } from '@filmai/core-tensor/errors';
import { addEffect } from './add-effect.js';
import { readSettings, USAGE, type Settings } from './settings.js';

const cancel = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancel.abort());

// Native encoders may keep threads that would hold the process.
process.exit(await run(process.argv.slice(2)));

async function run(args: string[]): Promise<number> {
  let settings: Settings | 'help';
  try {
    settings = readSettings(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  if (settings === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const { path, frames, width, height } = await addEffect(settings, cancel.signal);
    process.stdout.write(`${path}: ${frames} frames of ${width}×${height}\n`);
    return 0;
  } catch (error) {
    if (cancel.signal.aborted) {
      process.stderr.write('\nStopped.\n');
      return 130;
    }
    const known = error instanceof FilmaiError || error instanceof RangeError;
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`\n${known ? error.message : stack}\n`);
    return 1;
  }
}
