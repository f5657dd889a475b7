/**
 * @file What happens in a training, written down as it happens: event files that TensorBoard reads, and JSON lines that everything reads.
 * Every record is written at once and whole, so a process that dies leaves all that it logged.
 *
 * ```
 * run/events.out.tfevents.1732173000.12345.0   TensorBoard: `tensorboard --logdir run`
 * run/log.jsonl                                one JSON object a line: { kind, name, step, seconds, … }
 * run/images/samples-000200.png                pictures that the lines name
 * ```
 */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { FilmaiError } from '../errors/index.js';
import { explainFileError } from '../files/file-error.js';
import { encodePng, type Frame } from '../frames/index.js';
import {
  histogramValue,
  imageValue,
  restartRecord,
  scalarValue,
  summaryRecord,
  textValue,
  versionRecord,
} from './event-records.js';
import { measureHistogram, type Histogram } from './histogram.js';
import { framesOf, type Pictures } from './pictures.js';

/** What a tracker writes. */
export type TrackingFormat = 'tensorboard' | 'jsonl';

/** Why something could not be logged. */
export type TrackingErrorCode = 'CLOSED';

/** Something could not be logged. */
export class TrackingError extends FilmaiError<TrackingErrorCode> {}

/** How a tracker writes. */
export interface TrackerOptions {
  /** Default: both. */
  formats?: readonly TrackingFormat[];
  /** The step that a resumed run goes on from: what earlier runs logged at this step and later is void. Default: nothing is void. */
  resumeAt?: number;
  /** Clock, seconds since 1970; for tests. */
  now?: () => number;
}

/** Logs values of steps. A step is a whole number of at least 0; a name may have parts: `'critic/loss'`. */
export interface Tracker {
  /** Logs a number; NaN and infinity too. */
  scalar(name: string, value: number, step: number): void;
  /** Logs text; TensorBoard shows it as Markdown. */
  text(name: string, text: string, step: number): void;
  /**
   * Logs pictures as PNG. Several get the names `name/0`, `name/1` …
   *
   * @param options - `range`: values of a tensor that mean black and full, default [0, 1].
   */
  image(name: string, pictures: Pictures, step: number, options?: { range?: readonly [number, number] }): Promise<void>;
  /**
   * Logs how values are spread.
   *
   * @param options - `bins`: number of bins between the smallest and the largest value, default 64.
   */
  histogram(name: string, values: ArrayLike<number> | Tensor, step: number, options?: { bins?: number }): Promise<void>;
  /** Ends the log. Logging after it is an error. */
  close(): void;
}

/**
 * Starts to log into a folder; an earlier log there goes on.
 *
 * @param folder - Made where it doesn't exist.
 * @param options - See `TrackerOptions`.
 * @returns The tracker; its methods throw FileError where the disk is full, `TrackingError` `CLOSED` after `close`.
 * @throws FileError where the folder can't be written.
 * @example
 * ```ts
 * import { createTracker } from '@filmai/core-tensor/tracking';
 * import { mkdtempSync, readFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * const tracker = createTracker(folder, { formats: ['jsonl'], now: () => 0 });
 * tracker.scalar('loss', 0.5, 1);
 * tracker.close();
 * console.log(readFileSync(join(folder, 'log.jsonl'), 'utf8').trim());
 * // {"kind":"scalar","name":"loss","step":1,"seconds":0,"value":0.5}
 * ```
 */
export function createTracker(
  folder: string,
  { formats = ['tensorboard', 'jsonl'], resumeAt, now = () => Date.now() / 1000 }: TrackerOptions = {},
): Tracker {
  const unknown = formats.find((format) => format !== 'tensorboard' && format !== 'jsonl');
  if (unknown !== undefined || formats.length === 0)
    throw new RangeError(`createTracker: formats must name 'tensorboard', 'jsonl' or both, got ${unknown ?? 'none'}`);
  if (resumeAt !== undefined) checkStep('createTracker', resumeAt);
  const sinks = formats.map((format) =>
    format === 'tensorboard' ? openEventFile(folder, resumeAt, now) : openJsonLines(folder, resumeAt, now),
  );
  let open = true;
  const check = (call: string, name: string, step: number): void => {
    if (!open) throw new TrackingError('CLOSED', `tracker of ${folder}: ${call} "${name}" after close`);
    if (name === '') throw new RangeError(`tracker: ${call} must have a name`);
    checkStep(`tracker: ${call} "${name}"`, step);
  };
  return {
    scalar(name, value, step) {
      check('scalar', name, step);
      for (const sink of sinks) sink.scalar(name, value, step);
    },
    text(name, text, step) {
      check('text', name, step);
      for (const sink of sinks) sink.text(name, text, step);
    },
    async image(name, pictures, step, { range = [0, 1] as const } = {}) {
      check('image', name, step);
      const frames = await framesOf(pictures, range);
      check('image', name, step);
      frames.forEach((frame, i) => {
        for (const sink of sinks) sink.image(frames.length === 1 ? name : `${name}/${i}`, frame, step);
      });
    },
    async histogram(name, values, step, { bins = 64 } = {}) {
      check('histogram', name, step);
      if (!Number.isInteger(bins) || bins < 1)
        throw new RangeError(`tracker: histogram "${name}": bins must be a whole number of at least 1, got ${bins}`);
      const histogram = measureHistogram('dataId' in values ? await values.data() : values, bins);
      check('histogram', name, step);
      for (const sink of sinks) sink.histogram(name, histogram, step);
    },
    close() {
      if (open) for (const sink of sinks) sink.close();
      open = false;
    },
  };
}

/** Where records of one format go. */
interface Sink {
  scalar(name: string, value: number, step: number): void;
  text(name: string, text: string, step: number): void;
  image(name: string, frame: Frame, step: number): void;
  histogram(name: string, histogram: Histogram, step: number): void;
  close(): void;
}

function openEventFile(folder: string, resumeAt: number | undefined, now: () => number): Sink {
  const begun = now();
  const path = explained(folder, () => {
    mkdirSync(folder, { recursive: true });
    // Readers go through a run's files in the order of their names, which begin with the second.
    const second = String(Math.floor(begun)).padStart(10, '0');
    const count = readdirSync(folder).filter((name) => name.startsWith(`events.out.tfevents.${second}.`)).length;
    return join(folder, `events.out.tfevents.${second}.${String(count).padStart(3, '0')}.${process.pid}`);
  });
  const file = openToAppend(path);
  file.write(versionRecord(begun));
  if (resumeAt !== undefined) file.write(restartRecord(begun, resumeAt));
  const write = (step: number, value: Uint8Array): void => file.write(summaryRecord(now(), step, value));
  return {
    scalar: (name, value, step) => write(step, scalarValue(name, value)),
    text: (name, text, step) => write(step, textValue(name, text)),
    image: (name, frame, step) => write(step, imageValue(name, frame)),
    histogram: (name, histogram, step) => write(step, histogramValue(name, histogram)),
    close: () => file.close(),
  };
}

function openJsonLines(folder: string, resumeAt: number | undefined, now: () => number): Sink {
  const path = join(folder, 'log.jsonl');
  explained(path, () => {
    mkdirSync(folder, { recursive: true });
    mendLines(path, resumeAt);
  });
  const file = openToAppend(path);
  const write = (kind: string, name: string, step: number, rest: object): void => {
    const line = JSON.stringify({ kind, name, step, seconds: now(), ...rest }, (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
    );
    file.write(new TextEncoder().encode(`${line}\n`));
  };
  return {
    scalar: (name, value, step) => write('scalar', name, step, { value }),
    text: (name, text, step) => write('text', name, step, { text }),
    image(name, frame, step) {
      const relative = `images/${name.replaceAll(/[^\w.-]+/g, '-')}-${String(step).padStart(6, '0')}.png`;
      const target = join(folder, relative);
      explained(target, () => {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, encodePng(frame));
      });
      write('image', name, step, { file: relative, width: frame.width, height: frame.height });
    },
    histogram: (name, histogram, step) => write('histogram', name, step, { ...histogram }),
    close: () => file.close(),
  };
}

/** Drops a last line that a killed process did not finish, and what a resumed run will log again. */
function mendLines(path: string, resumeAt = Number.POSITIVE_INFINITY): void {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const lines = text.split('\n').slice(0, -1);
  const kept = lines.filter(
    (line) => resumeAt === Number.POSITIVE_INFINITY || (JSON.parse(line) as { step: number }).step < resumeAt,
  );
  const mended = kept.map((line) => `${line}\n`).join('');
  if (mended === text) return;
  writeFileSync(`${path}.part`, mended);
  renameSync(`${path}.part`, path);
}

function openToAppend(path: string): { write(bytes: Uint8Array): void; close(): void } {
  const file = explained(path, () => openSync(path, 'a'));
  return {
    write: (bytes) =>
      explained(path, () => {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      }),
    close: () => closeSync(file),
  };
}

function explained<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw explainFileError(path, error);
  }
}

function checkStep(where: string, step: number): void {
  if (!Number.isSafeInteger(step) || step < 0)
    throw new RangeError(`${where}: the step must be a whole number of at least 0, got ${step}`);
}
