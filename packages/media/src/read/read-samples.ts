/**
 * @file A file's sound as samples, exact to the sample, in blocks or whole.
 */
import type { Sound } from '@filmai/core-tensor/samples';
import { chooseEngine } from '../engines/choose-engine.js';
import type { EngineName } from '../engines/engine.js';
import { MediaError } from '../errors/media-error.js';
import { checkFile } from '../probe/file-check.js';
import { audioTrackOf } from '../probe/media-info.js';
import { SampleQueue } from '../write/sample-queue.js';

/** Options of `readSound`. */
export interface ReadSoundOptions {
  /** First moment, in seconds from the start of the file, default 0. */
  startSeconds?: number;
  /** End, in seconds, not included; default the end of the file. */
  endSeconds?: number;
  /** Sample rate to give, in hertz; default that of the file. */
  sampleRate?: number;
  /** Cancels the work. */
  signal?: AbortSignal;
  /** Demand an engine; default see `chooseEngine`. */
  engine?: EngineName;
}

/** Options of `readSamples`. */
export interface ReadSamplesOptions extends ReadSoundOptions {
  /** Length of each block but the last, in seconds, default 1. */
  blockSeconds?: number;
}

/**
 * Reads a file's sound in blocks, with the channels as they are. Samples that an encoder has put before the start are left out.
 *
 * @param path - The file.
 * @param options - See `ReadSamplesOptions`.
 * @returns Blocks that join without a gap.
 * @throws MediaError `NO_AUDIO`, `NOT_MEDIA`, `UNSUPPORTED_CODEC`, `TRUNCATED` and those of `probeMedia`; MissingPeerError
 *   without an engine; the signal's reason; RangeError for impossible options.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createSilence } from '@filmai/core-tensor/samples';
 * import { readSamples, writeMovie } from '@filmai/media';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'silence.wav');
 * await writeMovie(path, { audio: { samples: createSilence(2.5) } });
 * for await (const { channels } of readSamples(path)) console.log(channels[0].length); // 48000 48000 24000
 * ```
 */
export async function* readSamples(path: string, options: ReadSamplesOptions = {}): AsyncGenerator<Sound, void, undefined> {
  const { startSeconds = 0, endSeconds = Infinity, blockSeconds = 1, signal } = options;
  validate(options);
  signal?.throwIfAborted();
  const { truncated } = await checkFile(path);
  const { engine } = await chooseEngine({ engine: options.engine });
  const info = await engine.probe(path, { signal, quick: true });
  const track = audioTrackOf(info);
  if (!track) throw new MediaError('NO_AUDIO', `${path}: has no sound track`);
  const sampleRate = options.sampleRate ?? track.sampleRate;
  const size = Math.max(1, Math.round(blockSeconds * sampleRate));
  let queue: SampleQueue | undefined;
  for await (const { channels } of engine.samples(path, info, { startSeconds, endSeconds, sampleRate, signal })) {
    queue ??= new SampleQueue(channels.length);
    queue.push(channels);
    while (queue.length >= size) yield { sampleRate, channels: queue.take(size) };
  }
  if (queue && queue.length > 0) yield { sampleRate, channels: queue.take(queue.length) };
  if (truncated && endSeconds >= info.durationSeconds)
    throw new MediaError('TRUNCATED', `${path}: is cut off; what could be decoded has been given`);
}

/**
 * Reads a file's sound whole.
 *
 * @param path - The file.
 * @param options - See `ReadSoundOptions`.
 * @returns The sound; it takes 4 bytes for each sample and channel, so use `readSamples` for long films.
 * @throws As `readSamples`.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createSilence } from '@filmai/core-tensor/samples';
 * import { readSound, writeMovie } from '@filmai/media';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'silence.wav');
 * await writeMovie(path, { audio: { samples: createSilence(2) } });
 * console.log((await readSound(path, { endSeconds: 0.5 })).channels[0].length); // 24000
 * ```
 */
export async function readSound(path: string, options: ReadSoundOptions = {}): Promise<Sound> {
  let queue: SampleQueue | undefined;
  let sampleRate = options.sampleRate ?? 48_000;
  let channelCount = 1;
  for await (const block of readSamples(path, options)) {
    ({ sampleRate } = block);
    channelCount = block.channels.length;
    queue ??= new SampleQueue(channelCount);
    queue.push(block.channels);
  }
  return { sampleRate, channels: queue?.take(queue.length) ?? Array.from({ length: channelCount }, () => new Float32Array(0)) };
}

function validate({ startSeconds = 0, endSeconds = Infinity, sampleRate, blockSeconds = 1 }: ReadSamplesOptions): void {
  if (!(startSeconds >= 0 && startSeconds < Infinity))
    throw new RangeError(`readSamples: startSeconds must be 0 or more, got ${startSeconds}`);
  if (!(endSeconds > startSeconds))
    throw new RangeError(`readSamples: endSeconds must be greater than startSeconds (${startSeconds}), got ${endSeconds}`);
  if (sampleRate !== undefined && !(Number.isInteger(sampleRate) && sampleRate >= 1000 && sampleRate <= 768_000)) {
    throw new RangeError(`readSamples: sampleRate must be a whole number of 1000…768000 hertz, got ${sampleRate}`);
  }
  if (!(blockSeconds > 0 && blockSeconds < Infinity))
    throw new RangeError(`readSamples: blockSeconds must be greater than 0, got ${blockSeconds}`);
}
