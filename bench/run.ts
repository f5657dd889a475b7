/**
 * @file `npm run bench -- NAME [--json] [--data DIR] [--seed N]`: runs one benchmark and prints its figures as a table; with
 * `--json` the last line is one JSON object. Benchmarks are the files beside this one that export `run`.
 */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** One measured value. */
export interface Figure {
  /** `null` where it could not be measured; `reason` then says why. */
  value: number | boolean | null;
  /** What the value counts: `'seconds'`, `'ratio'`, `'LU'`. */
  unit: string;
  /** What it is measured against, with its version. */
  peer?: string;
  /** How many cases or repetitions stand behind it. */
  n?: number;
  /** Seed of what was made by chance. */
  seed?: number;
  reason?: string;
}

/** The figures of one benchmark, by name. */
export type Figures = Record<string, Figure>;

/** What every benchmark takes. */
export interface BenchOptions {
  /** A folder with other material of the same layout; see README.md. */
  data?: string;
  /** Seed of everything that is made by chance. */
  seed: number;
}

type Benchmark = (options: BenchOptions) => Promise<Figures>;

const folder = fileURLToPath(new URL('.', import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
    .map((file) => basename(file, '.ts'));
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, data: { type: 'string' }, seed: { type: 'string', default: '7' } },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
  const [name] = parsed.positionals;
  const seed = Number(parsed.values.seed);
  if (name === undefined || !names.includes(name) || parsed.positionals.length > 1 || !Number.isSafeInteger(seed)) {
    console.error(
      `usage: npm run bench -- NAME [--json] [--data DIR] [--seed WHOLE_NUMBER]\nNAME is one of: ${names.toSorted().join(', ')}`,
    );
    return 2;
  }
  const { run } = (await import(pathToFileURL(`${folder}/${name}.ts`).href)) as { run: Benchmark };
  const figures = await run({ ...(parsed.values.data === undefined ? {} : { data: parsed.values.data }), seed });
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  for (const [key, figure] of Object.entries(figures)) console.log(`${key.padEnd(width)}  ${describe(figure)}`);
  if (parsed.values.json) console.log(JSON.stringify(figures));
  return 0;
}

function describe({ value, unit, peer, n, reason }: Figure): string {
  const written = typeof value === 'number' ? String(Number(value.toPrecision(4))) : String(value);
  return [`${written} ${unit}`, peer && `against ${peer}`, n !== undefined && `n = ${n}`, reason].filter(Boolean).join(', ');
}
