/**
 * @file What is in a media file. Common containers are read by mediabunny, which needs nothing installed; an engine is asked
 * for the others.
 */
import { MissingPeerError } from '@filmai/core-tensor/errors';
import { chooseEngine } from '../engines/choose-engine.js';
import type { EngineName } from '../engines/engine.js';
import { MediaError } from '../errors/media-error.js';
import { checkFile } from './file-check.js';
import type { MediaInfo } from './media-info.js';
import { probeWithMediabunny } from './mediabunny-probe.js';

/** Options of `probeMedia`. */
export interface ProbeOptions {
  /** Ask this engine instead of reading the container in JavaScript. */
  engine?: EngineName;
  /** Cancels the work. */
  signal?: AbortSignal;
}

/**
 * Tells what is in a media file: container, length, tracks, frame rates, rotation. Nothing is decoded.
 *
 * MP4, MOV, Matroska, WebM, WAV, MP3, Ogg, FLAC, ADTS and MPEG-TS need no engine.
 *
 * @param path - The file.
 * @param options - See `ProbeOptions`.
 * @returns The facts, as plain data.
 * @throws MediaError `NOT_FOUND`, `IS_FOLDER`, `NOT_READABLE`, `EMPTY_FILE`, `NOT_MEDIA` or `TRUNCATED`.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createSilence } from '@filmai/core-tensor/samples';
 * import { probeMedia, writeMovie } from '@filmai/media';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'silence.wav');
 * await writeMovie(path, { audio: { samples: createSilence(2) } });
 * const { container, durationSeconds } = await probeMedia(path);
 * console.log(container, durationSeconds); // wav 2
 * ```
 */
export async function probeMedia(path: string, { engine, signal }: ProbeOptions = {}): Promise<MediaInfo> {
  signal?.throwIfAborted();
  const { truncated } = await checkFile(path);
  if (engine) {
    const chosen = await chooseEngine({ engine });
    return { ...(await chosen.engine.probe(path, { signal })), truncated };
  }
  const info = await probeWithMediabunny(path, signal);
  if (info) return { ...info, truncated };
  try {
    const chosen = await chooseEngine();
    return { ...(await chosen.engine.probe(path, { signal })), truncated };
  } catch (error) {
    if (!(error instanceof MissingPeerError)) throw error;
    throw new MediaError('NOT_MEDIA', `${path}: is none of the containers that can be read without an engine`, {
      remedy: error.remedy,
      cause: error,
    });
  }
}
