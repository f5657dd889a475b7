/** @file Files of pictures: found, decoded, brought to one size, kept in memory. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { MissingPeerError } from '@filmai/core-tensor/errors';
import { createFrame, resizeFrame, type Frame } from '@filmai/core-tensor/frames';
import { GanError } from '../errors/gan-error.js';
import type { Channels } from '../pictures/picture-tensors.js';

/** Reads one picture file. */
export type ReadPicture = (path: string) => Promise<Frame>;

/** How pictures of any size become pictures of one size. */
export interface PictureSizeOptions {
  /** Pixels: a side of a square, or both. */
  size: number | { width: number; height: number };
  /** Default 3. One channel is the luma of BT.709. With 1 and 3 channels what is transparent becomes black. */
  channels?: Channels;
  /**
   * `cover` (default) fills the size and cuts off what stands out, in equal parts; `contain` keeps everything on black (with 4 channels,
   * transparent) bars; `stretch` changes the proportions; `exact` takes pictures of that size alone.
   */
  fit?: 'cover' | 'contain' | 'stretch' | 'exact';
}

/** Where pictures come from. */
export interface PictureFileOptions {
  /** Decoder. Default: PNG, JPEG and WebP by `@napi-rs/canvas`. */
  read?: ReadPicture;
  /** Megabytes of pictures that are kept in memory once they are decoded and resized, at least 0. Default 512. */
  cacheMegabytes?: number;
}

/** A size in which pictures are wanted. */
export interface WantedSize {
  width: number;
  height: number;
  channels: Channels;
  fit: NonNullable<PictureSizeOptions['fit']>;
}

const PICTURE_FILES = new Set(['.png', '.jpg', '.jpeg', '.webp']);

/** Checks and completes what was asked for. */
export function wantedSize(caller: string, { size, channels = 3, fit = 'cover' }: PictureSizeOptions): WantedSize {
  const { width, height } = typeof size === 'number' ? { width: size, height: size } : size;
  for (const [name, value] of Object.entries({ width, height }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${caller}: size (${name}) must be a whole number of at least 1, got ${String(value)}`);
  if (![1, 3, 4].includes(channels)) throw new RangeError(`${caller}: channels must be 1, 3 or 4, got ${String(channels)}`);
  if (!['cover', 'contain', 'stretch', 'exact'].includes(fit))
    throw new RangeError(`${caller}: fit must be cover, contain, stretch or exact, got ${fit}`);
  return { width, height, channels, fit };
}

/**
 * The picture files of a folder and those below it, as paths from the folder, in the order of their names.
 *
 * @param accepts - Which files count. Default PNG, JPEG and WebP by their endings.
 * @throws GanError `EMPTY_FOLDER` where there is none or no such folder.
 */
export async function pictureFiles(folder: string, accepts: (name: string) => boolean = isPicture): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new GanError('EMPTY_FOLDER', `${folder}: the folder can't be read`, { remedy: 'Check the path.', cause: error });
  });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && accepts(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  if (files.length === 0) {
    throw new GanError(
      'EMPTY_FOLDER',
      `${folder}: expected pictures, got ${entries.filter((entry) => entry.isFile()).length} other files`,
      {
        remedy: 'Put PNG, JPEG or WebP files there, or give a folder that has some.',
      },
    );
  }
  // By code units: the order must not depend on the machine's language.
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/** Whether a file is a picture by its name. */
export function isPicture(name: string): boolean {
  return PICTURE_FILES.has(extname(name).toLowerCase());
}

/** Gives pictures as rows of bytes [height, width, channels]. */
export type LoadPicture = (path: string) => Promise<Uint8Array>;

/**
 * Makes a loader that keeps what it has loaded, as long as there is room.
 *
 * @param caller - Begins messages.
 * @param wanted - Size and channels.
 * @param options - See `PictureFileOptions`.
 */
export function createPictureLoader(
  caller: string,
  wanted: WantedSize,
  { read = readWithCanvas, cacheMegabytes = 512 }: PictureFileOptions,
): LoadPicture {
  const room = createRoom(caller, cacheMegabytes);
  const kept = new Map<string, Uint8Array>();
  return async (path) => {
    const known = kept.get(path);
    if (known) return known;
    const bytes = pictureBytes(await readPicture(path, read), wanted, path);
    if (room(bytes.length)) kept.set(path, bytes);
    return bytes;
  };
}

/** Counts memory; says whether so many more bytes may be kept. */
export function createRoom(caller: string, megabytes: number): (bytes: number) => boolean {
  if (!(megabytes >= 0)) throw new RangeError(`${caller}: cacheMegabytes must be at least 0, got ${megabytes}`);
  let left = megabytes * 1e6;
  return (bytes) => {
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
}

/** A frame in the wanted size and channels. */
export function pictureBytes(frame: Frame, wanted: WantedSize, path: string): Uint8Array {
  const { data } = fitFrame(frame, wanted, path);
  const { channels } = wanted;
  if (channels === 4) return new Uint8Array(data.buffer, data.byteOffset, data.length);
  const bytes = new Uint8Array((data.length / 4) * channels);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    const alpha = data[from + 3] / 255;
    if (channels === 1) {
      bytes[to++] = Math.round(alpha * (0.2126 * data[from] + 0.7152 * data[from + 1] + 0.0722 * data[from + 2]));
    } else {
      for (let c = 0; c < 3; c++) bytes[to++] = Math.round(alpha * data[from + c]);
    }
  }
  return bytes;
}

async function readPicture(path: string, read: ReadPicture): Promise<Frame> {
  try {
    const frame = await read(path);
    if (frame.data.length !== frame.width * frame.height * 4)
      throw new RangeError(
        `expected ${frame.width * frame.height * 4} bytes of RGBA for ${frame.width}×${frame.height}, got ${frame.data.length}`,
      );
    return frame;
  } catch (error) {
    if (error instanceof MissingPeerError) throw error;
    throw new GanError('UNREADABLE_PICTURE', `${path}: ${error instanceof Error ? error.message : String(error)}`, {
      remedy: "Remove the file, or give onUnreadable: 'skip'.",
      cause: error,
    });
  }
}

/** PNG, JPEG and WebP through the optional peer. */
async function readWithCanvas(path: string): Promise<Frame> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas').catch((error: unknown) => {
    throw new MissingPeerError('Reading pictures', ['@napi-rs/canvas'], error);
  });
  const picture = await loadImage(await readFile(path));
  const { width, height } = picture;
  if (width < 1 || height < 1) throw new RangeError('it holds no picture');
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data, seconds: 0 };
}

function fitFrame(frame: Frame, { width, height, fit }: WantedSize, path: string): Frame {
  if (frame.width === width && frame.height === height) return frame;
  if (fit === 'exact') {
    throw new GanError('MIXED_FOLDER', `${path}: expected ${width}×${height}, got ${frame.width}×${frame.height}`, {
      remedy: "Bring all pictures to one size, or give fit: 'cover', 'contain' or 'stretch'.",
    });
  }
  if (fit === 'cover') {
    const scale = Math.max(width / frame.width, height / frame.height);
    const [across, down] = [Math.min(frame.width, Math.round(width / scale)), Math.min(frame.height, Math.round(height / scale))];
    return resized(
      cutOut(frame, Math.floor((frame.width - across) / 2), Math.floor((frame.height - down) / 2), across, down),
      width,
      height,
    );
  }
  if (fit === 'stretch') return resized(frame, width, height);
  const scale = Math.min(width / frame.width, height / frame.height);
  const [across, down] = [Math.max(1, Math.round(frame.width * scale)), Math.max(1, Math.round(frame.height * scale))];
  const whole = createFrame(width, height);
  paste(resized(frame, across, down), whole, Math.floor((width - across) / 2), Math.floor((height - down) / 2));
  return whole;
}

/** The exact mean where a picture gets smaller, cubic where it gets larger. */
function resized(frame: Frame, width: number, height: number): Frame {
  const smaller = width <= frame.width && height <= frame.height;
  return resizeFrame(frame, { width, height, filter: smaller ? 'area' : 'bicubic' });
}

function cutOut(frame: Frame, left: number, top: number, width: number, height: number): Frame {
  if (width === frame.width && height === frame.height) return frame;
  const part = createFrame(width, height);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * frame.width + left) * 4;
    part.data.set(frame.data.subarray(from, from + width * 4), y * width * 4);
  }
  return part;
}

function paste(part: Frame, whole: Frame, left: number, top: number): void {
  for (let y = 0; y < part.height; y++)
    whole.data.set(part.data.subarray(y * part.width * 4, (y + 1) * part.width * 4), ((top + y) * whole.width + left) * 4);
}
