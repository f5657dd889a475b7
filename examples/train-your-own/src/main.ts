/** @file The command: a folder of pictures goes in, a model comes out. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. */
import { FilmaiError } from '@filmai/core-tensor/errors';
import { readSettings, USAGE, type Settings } from './settings.js';
import { trainYourOwn } from './train-your-own.js';

const cancel = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancel.abort());

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
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    const { sheet, film, networks, log, measures } = await trainYourOwn(settings, say, cancel.signal);
    process.stdout.write(
      [
        `Samples  ${sheet}`,
        `Film     ${film}`,
        `Model    ${networks}`,
        `Log      tensorboard --logdir ${log}`,
        `Distance ${measures.frechet.toFixed(4)} (${measures.features}, ${measures.count} pictures; training pictures themselves: ${measures.frechetOfTraining.toFixed(4)})`,
        `Variety  ${measures.diversity.toFixed(2)} of that of real ones`,
        '',
      ].join('\n'),
    );
    return 0;
  } catch (error) {
    if (cancel.signal.aborted) {
      process.stderr.write('\nStopped. Run the same command again to go on.\n');
      return 130;
    }
    process.stderr.write(
      `\n${error instanceof FilmaiError ? `${error.message} [${error.code}]` : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 1;
  }
}
