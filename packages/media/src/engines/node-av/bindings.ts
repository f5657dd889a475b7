/**
 * @file FFmpeg's libraries through node-av's thin binding, and the two habits that its C interface asks for: checking every
 * return value and freeing what was allocated. The binding is imported on first use; its own asynchronous classes are left
 * alone, because they need `Promise.withResolvers`, which Node 20 lacks.
 */
import type * as Constants from 'node-av/constants';
import type * as Library from 'node-av/lib';
import { MediaError } from '../../errors/media-error.js';
import type { MediaErrorCode } from '../../errors/media-error.js';

/** node-av's modules. */
export interface Bindings {
  lib: typeof Library;
  constants: typeof Constants;
}

/** Imports node-av and silences FFmpeg's own log, whose lines would go past the program to its terminal. */
export async function importBindings(): Promise<Bindings> {
  const [lib, constants] = await Promise.all([import('node-av/lib'), import('node-av/constants')]);
  lib.Log.setLevel(constants.AV_LOG_QUIET);
  return { lib, constants };
}

/** Throws a `MediaError` where FFmpeg returned an error; gives its result back otherwise. */
export function check(
  { lib, constants }: Bindings,
  result: number,
  context: { path: string; doing: string; code?: MediaErrorCode },
): number {
  if (result >= 0) return result;
  if (result === constants.AVERROR_ENOSPC) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const { AVERROR_ENOENT, AVERROR_EACCES } = constants;
  if (context.doing === 'creating the file' && result === AVERROR_ENOENT)
    throw Object.assign(new Error('no such folder'), { code: 'ENOENT' });
  if (context.doing === 'creating the file' && result === AVERROR_EACCES)
    throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
  const reason = new lib.FFmpegError(result).message;
  throw new MediaError(context.code ?? 'ENGINE_FAILED', `${context.path}: ${context.doing} failed (${reason})`);
}

/** Frees native objects in reverse order of their making, whatever happened between. */
export class Cleanup {
  readonly #steps: (() => void | Promise<void>)[] = [];

  /** Registers an object together with how it is freed, and returns it. */
  own<T>(value: T, free: (value: T) => void | Promise<void>): T {
    this.#steps.push(() => free(value));
    return value;
  }

  /** Frees everything. */
  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step();
  }
}
