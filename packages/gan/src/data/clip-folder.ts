/** @file Folders of clips as feeds: a clip is a folder of numbered pictures, or a video file that the caller's reader decodes. */
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Frame } from '@filmai/core-tensor/frames';
import { GanError } from '../errors/gan-error.js';
import { fingerprintOf } from './fingerprint.js';
import type { UnreadableFile } from './feed.js';
import { createItemFeed, type ItemFeed } from './item-feed.js';
import { checkChanges, drawChange, sizeBeforeCut, writeValues, type PictureChanges } from './picture-changes.js';
import {
  createPictureLoader,
  createRoom,
  isPicture,
  pictureBytes,
  pictureFiles,
  wantedSize,
  type PictureFileOptions,
  type PictureSizeOptions,
  type WantedSize,
} from './picture-reader.js';

/** How a folder of clips is read. */
export interface ClipFolderOptions extends PictureSizeOptions, Omit<PictureFileOptions, 'read'> {
  /** Frames of a clip as the network sees it, a whole number of at least 1. */
  frames: number;
  /** Frames between the starts of two such clips in a longer one, at least 1. Default `frames`: they don't overlap. */
  stride?: number;
  /** Takes every so many frames, at least 1. Default 1. */
  every?: number;
  /** Decodes a video file: `readFrames` of `@filmai/media`, say. Without it clips are folders of pictures. */
  read?(path: string): AsyncIterable<Frame>;
  /** Default none. All frames of a clip are changed alike. */
  augment?: PictureChanges;
  /** `error` (default) stops at a clip that can't be read or is too short; `skip` counts and names it in `unreadable`. */
  onUnreadable?: 'error' | 'skip';
  /** Another order in each epoch. Default true. */
  shuffle?: boolean;
}

/** Something that has frames by number. */
interface Clip {
  path: string;
  length: number;
  /** Some frames, as bytes [height, width, channels] each. */
  frames(numbers: readonly number[]): Promise<readonly Uint8Array[]>;
}

const VIDEO_FILES = new Set(['.mp4', '.mov', '.mkv', '.webm', '.avi', '.m4v', '.mxf', '.ts', '.gif']);

/**
 * Feeds from a folder of clips: `clips` [n, frames, height, width, channels] in −1…1.
 *
 * @param folder - Each subfolder is a clip, its pictures in the order of their names (numbers by value: `2.png` before `10.png`); with `read`, each video file
 *   beside them too.
 * @param options - See `ClipFolderOptions`.
 * @returns The feed. Video files are decoded once at once, to count their frames.
 * @throws GanError `EMPTY_FOLDER` where there are no clips, `SHORT_CLIP`, `UNREADABLE_PICTURE`, `NOTHING_READABLE`; RangeError for an option outside its
 *   range.
 * @example
 * ```ts
 * import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame, encodePng } from '@filmai/core-tensor/frames';
 * import { clipFolder } from '@filmai/gan/data';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * mkdirSync(join(folder, 'fire'));
 * for (const i of [0, 1, 2, 3]) writeFileSync(join(folder, 'fire', `${i}.png`), encodePng(createFrame(8, 8)));
 * const feed = await clipFolder(folder, { size: 8, channels: 4, frames: 2 });
 * console.log(feed.size, feed.shapes.clips); // 2 [ 2, 8, 8, 4 ]
 * ```
 */
export async function clipFolder(folder: string, options: ClipFolderOptions): Promise<ItemFeed> {
  const { frames, stride = frames, every = 1, augment = {}, onUnreadable = 'error', read, cacheMegabytes = 512 } = options;
  for (const [name, value] of Object.entries({ frames, stride, every }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`clipFolder: ${name} must be a whole number of at least 1, got ${value}`);
  if (!['error', 'skip'].includes(onUnreadable))
    throw new RangeError(`clipFolder: onUnreadable must be error or skip, got ${onUnreadable}`);
  const wanted = wantedSize('clipFolder', options);
  checkChanges('clipFolder', augment);
  const before = { ...wanted, width: sizeBeforeCut(wanted.width, augment), height: sizeBeforeCut(wanted.height, augment) };
  const unreadable: UnreadableFile[] = [];
  const skip = (path: string, error: unknown): void => {
    if (onUnreadable === 'error' || !(error instanceof GanError)) throw error;
    if (!unreadable.some((one) => one.path === path)) unreadable.push({ path, reason: error.message });
  };
  const span = (frames - 1) * every + 1;
  const windows: { clip: Clip; start: number }[] = [];
  for (const open of await clipsIn(folder, before, cacheMegabytes, read)) {
    try {
      const clip = await open.clip();
      if (clip.length < span)
        throw new GanError('SHORT_CLIP', `${clip.path}: expected at least ${span} frames, got ${clip.length}`, {
          remedy: "Give fewer frames, or onUnreadable: 'skip'.",
        });
      for (let start = 0; start + span <= clip.length; start += stride) windows.push({ clip, start });
    } catch (error) {
      skip(open.path, error);
    }
  }
  const nothing = (): GanError =>
    new GanError(
      'NOTHING_READABLE',
      `${folder}: none of ${unreadable.length} clips can be used; the first is ${unreadable[0].path}: ${unreadable[0].reason}`,
    );
  if (windows.length === 0) throw nothing();
  const each = wanted.height * wanted.width * wanted.channels;
  return createItemFeed({
    size: windows.length,
    shapes: { clips: [frames, wanted.height, wanted.width, wanted.channels] },
    fingerprint: fingerprintOf(
      'clips',
      windows.map(({ clip, start }) => `${clip.path.slice(folder.length)} ${start}`),
    ),
    shuffle: options.shuffle,
    unreadable,
    nothing,
    async item(index, random) {
      const { clip, start } = windows[index];
      const change = drawChange(augment, random);
      try {
        const pictures = await clip.frames(Array.from({ length: frames }, (_, i) => start + i * every));
        const values = new Float32Array(frames * each);
        pictures.forEach((bytes, i) => writeValues(bytes, before, wanted, change, values, i * each));
        return { clips: values };
      } catch (error) {
        skip(clip.path, error);
        return undefined;
      }
    },
  });
}

interface FoundClip {
  path: string;
  clip(): Promise<Clip>;
}

async function clipsIn(
  folder: string,
  size: WantedSize,
  cacheMegabytes: number,
  read: ClipFolderOptions['read'],
): Promise<FoundClip[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new GanError('EMPTY_FOLDER', `${folder}: the folder can't be read`, { remedy: 'Check the path.', cause: error });
  });
  const load = createPictureLoader('clipFolder', size, { cacheMegabytes });
  const room = createRoom('clipFolder', cacheMegabytes);
  const found: FoundClip[] = [];
  for (const { name, ...entry } of entries.map((one) => ({ name: one.name, isFolder: one.isDirectory() }))) {
    const path = join(folder, name);
    if (name.startsWith('.')) continue;
    if (entry.isFolder) found.push({ path, clip: async () => clipOfPictures(path, load) });
    else if (read && VIDEO_FILES.has(extname(name).toLowerCase()))
      found.push({ path, clip: async () => clipOfVideo(path, size, read, room) });
  }
  if (found.length === 0) {
    const loose = entries.filter((entry) => isPicture(entry.name)).length;
    throw new GanError('EMPTY_FOLDER', `${folder}: expected clips, got ${loose > 0 ? `${loose} single pictures` : 'none'}`, {
      remedy: read
        ? 'Put video files or folders of pictures there.'
        : 'Put a folder of pictures for each clip there, or give read for video files.',
    });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function clipOfPictures(path: string, load: (path: string) => Promise<Uint8Array>): Promise<Clip> {
  const files = (await pictureFiles(path)).sort(byNumbers);
  return { path, length: files.length, frames: async (numbers) => Promise.all(numbers.map((i) => load(join(path, files[i])))) };
}

/** Decoded once to count and, as long as there is room, to keep; else again for each use. */
async function clipOfVideo(
  path: string,
  size: WantedSize,
  read: NonNullable<ClipFolderOptions['read']>,
  room: (bytes: number) => boolean,
): Promise<Clip> {
  const kept: Uint8Array[] = [];
  let length = 0;
  const decode = async (use: (bytes: () => Uint8Array, number: number) => boolean): Promise<void> => {
    try {
      let number = 0;
      for await (const frame of read(path)) if (!use(() => pictureBytes(frame, size, path), number++)) break;
    } catch (error) {
      if (error instanceof GanError) throw error;
      throw new GanError('UNREADABLE_PICTURE', `${path}: ${error instanceof Error ? error.message : String(error)}`, {
        remedy: "Remove the file, or give onUnreadable: 'skip'.",
        cause: error,
      });
    }
  };
  const bytesOfFrame = size.width * size.height * size.channels;
  await decode((bytes) => {
    if (kept.length === length && room(bytesOfFrame)) kept.push(bytes());
    length++;
    return true;
  });
  return {
    path,
    length,
    async frames(numbers) {
      if (numbers.every((number) => number < kept.length)) return numbers.map((number) => kept[number]);
      const got = new Map<number, Uint8Array>();
      const last = Math.max(...numbers);
      await decode((bytes, number) => {
        if (numbers.includes(number)) got.set(number, bytes());
        return number < last;
      });
      return numbers.map((number) => {
        const bytes = got.get(number);
        if (!bytes)
          throw new GanError(
            'UNREADABLE_PICTURE',
            `${path}: expected ${length} frames as before, got ${got.size} of ${numbers.length}`,
          );
        return bytes;
      });
    },
  };
}

/** Names in order, with runs of digits compared by value, whatever the machine's language. */
function byNumbers(a: string, b: string): number {
  const parts = (name: string): string[] => name.match(/\d+|\D+/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] === right[i]) continue;
    const numbers = [Number(left[i]), Number(right[i])];
    if (numbers.every(Number.isFinite) && numbers[0] !== numbers[1]) return numbers[0] - numbers[1];
    return left[i] < right[i] ? -1 : 1;
  }
  return left.length - right.length;
}
