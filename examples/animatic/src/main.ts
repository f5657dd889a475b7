/** @file The command: a screenplay goes in, an animatic comes out. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. */
import { FilmaiError } from '@filmai/core-tensor/errors';
import { AnimaticError } from './animatic-error.js';
import { openDisplay } from './display.js';
import { makeAnimatic } from './make-animatic.js';
import { helpText, readOptions } from './options.js';

/** A terminal and the programs between may pass one Ctrl-C on twice. */
const ONE_KEYSTROKE_MS = 1000;

const cancel = new AbortController();
let stoppedAt = 0;
process.on('SIGINT', () => {
  if (!cancel.signal.aborted) {
    stoppedAt = performance.now();
    cancel.abort();
  } else if (performance.now() - stoppedAt > ONE_KEYSTROKE_MS) {
    // A second Ctrl-C does not wait for the clean-up.
    process.exit(130);
  }
});
process.on('SIGTERM', () => cancel.abort());

process.exitCode = await run(process.argv.slice(2));
// Native encoders may keep threads that would hold the process.
process.exit();

async function run(args: string[]): Promise<number> {
  const display = openDisplay(process.stderr);
  try {
    const options = readOptions(args);
    if (options === 'help') {
      process.stdout.write(helpText);
      return 0;
    }
    await makeAnimatic(options, display, cancel.signal);
    return 0;
  } catch (error) {
    display.close();
    if (cancel.signal.aborted) {
      process.stderr.write('\nStopped. What was finished is kept: run the same command again to go on.\n');
      return 130;
    }
    process.stderr.write(`\n${describe(error)}\n`);
    return error instanceof AnimaticError && error.code === 'BAD_OPTION' ? 2 : 1;
  }
}

/** What a person can act on; the stack only for what nobody expected. */
function describe(error: unknown): string {
  if (error instanceof FilmaiError) return `${error.message} [${error.code}]`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
