/** @file Commands that print their times, run in turns and within a time limit: a side that fails says why and costs the others nothing. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One side of a comparison: a command whose last line is JSON. */
export interface Side {
  name: string;
  command: string[];
  /** Slow and not the peer that figures are named after: runs once, after the others. */
  once?: boolean;
}

/** What was measured of a side, or why nothing was. */
export type Measured = { median: number; steps: number; description: string } | { reason: string };

/** When a part of a benchmark must be over. */
export interface Limit {
  seconds: number;
  /** As `performance.now()` counts. */
  end: number;
}

/** What `step-worker.ts` and `torch_steps.py` print. */
interface StepTimes {
  milliseconds: number[];
  description: string;
}

/** Starts the clock of a part. */
export function limitTo(seconds: number): Limit {
  return { seconds, end: performance.now() + seconds * 1e3 };
}

/** Every side once a round, so that what else the machine does meets all of them; the median of all steps of a side. */
export function measureInTurns(sides: readonly Side[], limit: Limit, rounds: number): Map<string, Measured> {
  const found = new Map<string, StepTimes>();
  const reasons = new Map<string, string>();
  const measure = ({ name, command }: Side): void => {
    try {
      const { milliseconds, description } = lastLine<StepTimes>(command, limit);
      found.set(name, { milliseconds: [...(found.get(name)?.milliseconds ?? []), ...milliseconds], description });
    } catch (error) {
      reasons.set(name, error instanceof Error ? error.message : String(error));
    }
  };
  for (let round = 0; round < rounds; round++) for (const side of sides) if (!side.once) measure(side);
  for (const side of sides) if (side.once) measure(side);
  return new Map(
    sides.map(({ name }): [string, Measured] => {
      const times = found.get(name);
      if (!times || times.milliseconds.length === 0) return [name, { reason: reasons.get(name) ?? 'it printed no times' }];
      const sorted = times.milliseconds.toSorted((a, b) => a - b);
      return [name, { median: sorted[sorted.length >> 1], steps: sorted.length, description: times.description }];
    }),
  );
}

/** A command that runs a script of this folder. */
export function ourScript(name: string, ...args: string[]): string[] {
  const script = fileURLToPath(new URL(name, import.meta.url));
  return [process.execPath, '--conditions=@filmai/source', '--import', 'tsx', script, ...args];
}

/**
 * The JSON that a command prints last.
 *
 * @throws Error that says how it failed.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its command prints
export function lastLine<Result>([command, ...args]: string[], { seconds, end }: Limit): Result {
  const over = `the ${seconds} s of this part were over`;
  const left = Math.floor(end - performance.now());
  if (left <= 0) throw new Error(over);
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: left, killSignal: 'SIGKILL' });
  if (error) throw (error as NodeJS.ErrnoException).code === 'ETIMEDOUT' ? new Error(over) : error;
  const line = stdout.trim().split('\n').at(-1);
  if (status !== 0 || !line) throw new Error(`exit code ${status}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return JSON.parse(line) as Result;
}
