/**
 * @file Which engine decodes and encodes: node-av where it is installed, the `ffmpeg` command where that is on the PATH, and
 * otherwise an error that names the line to type.
 */
import { MissingPeerError } from '@filmai/core-tensor/errors';
import { MediaError } from '../errors/media-error.js';
import type { EngineName, MediaEngine } from './engine.js';
import { createFfmpegEngine } from './ffmpeg/engine.js';
import { createNodeAvEngine } from './node-av/engine.js';

/** An engine and why it was taken. */
export interface EngineChoice {
  /** The name of the engine. */
  name: EngineName;
  /** Its version as it reports it. */
  version: string;
  /** Why this one was taken. */
  reason: string;
  /** The engines that were not taken, each with the reason. */
  others: { name: EngineName; reason: string }[];
  /** The engine itself. */
  engine: MediaEngine;
}

/** Options of `chooseEngine`. */
export interface ChooseEngineOptions {
  /** Demand this engine; default: the first that is there of `node-av`, `ffmpeg`. */
  engine?: EngineName;
  /** How engines are made; tests give their own. */
  makers?: Record<EngineName, () => Promise<MediaEngine>>;
}

/** In the order of preference: node-av spares the copy through a pipe. */
const ORDER: readonly EngineName[] = ['node-av', 'ffmpeg'];

const MAKERS: Record<EngineName, () => Promise<MediaEngine>> = { 'node-av': createNodeAvEngine, ffmpeg: createFfmpegEngine };

const ready = new Map<EngineName, Promise<MediaEngine>>();

/**
 * Chooses the engine that decodes and encodes.
 *
 * @param options - See `ChooseEngineOptions`.
 * @returns The engine, why it was taken, and why the others were not.
 * @throws MissingPeerError with the install line where node-av was demanded or nothing is there; MediaError `NO_ENGINE` where the
 *   command was demanded and isn't there; TypeError for an unknown name.
 * @example
 * ```ts
 * import { chooseEngine } from '@filmai/media';
 *
 * const { name, reason, others } = await chooseEngine();
 * console.log(name, reason, others.length); // node-av first choice and installed 1
 * ```
 */
export async function chooseEngine({ engine, makers }: ChooseEngineOptions = {}): Promise<EngineChoice> {
  if (engine !== undefined && !ORDER.includes(engine)) {
    throw new TypeError(
      `chooseEngine: engine must be ${ORDER.map((name) => `'${name}'`).join(' or ')}, got ${JSON.stringify(engine)}`,
    );
  }
  const others: EngineChoice['others'] = [];
  const causes: unknown[] = [];
  let chosen: MediaEngine | undefined;
  for (const name of ORDER) {
    if (engine !== undefined && name !== engine) {
      others.push({ name, reason: `'${engine}' was demanded` });
    } else if (chosen) {
      others.push({ name, reason: `'${chosen.name}' comes first` });
    } else {
      try {
        chosen = await (makers ? makers[name]() : make(name));
      } catch (error) {
        causes.push(error);
        others.push({ name, reason: `is not there: ${firstLine(error)}` });
      }
    }
  }
  if (chosen) {
    const reason = engine
      ? 'demanded'
      : chosen.name === ORDER[0]
        ? 'first choice and installed'
        : `${ORDER[0]} is not installed, ffmpeg is`;
    return { name: chosen.name, version: chosen.version, reason, others, engine: chosen };
  }
  throw missing(engine, new AggregateError(causes, 'no engine could be loaded'));
}

/** Makes an engine once; a failure is forgotten, so that an engine installed meanwhile is found. */
function make(name: EngineName): Promise<MediaEngine> {
  const known = ready.get(name);
  if (known) return known;
  const made = MAKERS[name]();
  ready.set(name, made);
  made.catch(() => ready.delete(name));
  return made;
}

function missing(engine: EngineName | undefined, cause: unknown): MissingPeerError | MediaError {
  if (engine === 'ffmpeg') {
    return new MediaError('NO_ENGINE', 'the ffmpeg engine was demanded, but ffmpeg and ffprobe are not both on the PATH', {
      remedy: 'Install them, or leave the option engine out and run: npm install node-av',
      cause,
    });
  }
  const feature =
    engine === undefined ? 'Decoding and encoding of media files (there is no ffmpeg on the PATH either)' : 'The engine node-av';
  return new MissingPeerError(feature, ['node-av'], cause);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
