/** @file Folders of pictures as feeds: without labels, with a label for each subfolder, and in pairs. */
import { join, sep } from 'node:path';
import { GanError } from '../errors/gan-error.js';
import { fingerprintOf } from './fingerprint.js';
import type { UnreadableFile } from './feed.js';
import { createItemFeed, type Item, type ItemFeed } from './item-feed.js';
import {
  checkChanges,
  drawChange,
  sizeBeforeCut,
  writeValues,
  type DrawnChange,
  type PictureChanges,
} from './picture-changes.js';
import {
  createPictureLoader,
  pictureFiles,
  wantedSize,
  type PictureFileOptions,
  type PictureSizeOptions,
  type WantedSize,
} from './picture-reader.js';

/** How a folder of pictures is read. */
export interface PictureFolderOptions extends PictureSizeOptions, PictureFileOptions {
  /** Default none. */
  augment?: PictureChanges;
  /** `error` (default) stops at a file that can't be read; `skip` counts and names it in `unreadable` and takes the next. */
  onUnreadable?: 'error' | 'skip';
  /** Another order in each epoch. Default true. */
  shuffle?: boolean;
  /** Which files take part, by their path from the folder: to hold some out. Default all. */
  select?: (path: string) => boolean;
}

/** A feed of pictures with a class each. */
export interface LabelledFeed extends ItemFeed {
  /** Names of the classes; a label is a place in this list. */
  readonly classes: readonly string[];
}

/**
 * Feeds from a folder of pictures and all folders below it: `pictures` [n, height, width, channels] in −1…1.
 *
 * @param folder - Files that end in png, jpg, jpeg or webp count; those whose names begin with a dot don't.
 * @param options - See `PictureFolderOptions`.
 * @returns The feed. Pictures are read when they are first needed.
 * @throws GanError `EMPTY_FOLDER`; while reading `UNREADABLE_PICTURE`, `NOTHING_READABLE`, and `MIXED_FOLDER` with `fit: 'exact'`.
 *   RangeError for an option outside its range. MissingPeerError where `@napi-rs/canvas` is needed.
 * @example
 * ```ts
 * import { mkdtempSync, writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame, encodePng } from '@filmai/core-tensor/frames';
 * import { pictureFolder } from '@filmai/gan/data';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * writeFileSync(join(folder, 'wall.png'), encodePng(createFrame(20, 10)));
 * const feed = await pictureFolder(folder, { size: 8, augment: { flip: true } });
 * console.log(feed.size, feed.shapes.pictures); // 1 [ 8, 8, 3 ]
 * ```
 */
export async function pictureFolder(folder: string, options: PictureFolderOptions): Promise<ItemFeed> {
  const pictures = preparePictures('pictureFolder', options);
  const files = await selectedFiles(folder, options);
  return createItemFeed({
    size: files.length,
    shapes: { pictures: pictures.shape },
    fingerprint: fingerprintOf('pictures', files),
    shuffle: options.shuffle,
    unreadable: pictures.unreadable,
    nothing: () => nothingReadable(folder, pictures.unreadable),
    item: (index, random) =>
      pictures.orSkip(async () => ({
        pictures: await pictures.values(join(folder, files[index]), drawChange(options.augment ?? {}, random)),
      })),
  });
}

/**
 * Feeds from a folder with a subfolder for each class: `pictures` as `pictureFolder` gives them, and `labels`.
 *
 * @param folder - Subfolders that hold pictures are classes, in the order of their names; pictures beside them are an error.
 * @param options - See `PictureFolderOptions`. `labels`: `index` (default) gives int32 [n], `one-hot` float32 [n, classes].
 * @returns The feed, with the names of the classes.
 * @throws GanError as `pictureFolder`; `MIXED_FOLDER` where pictures lie beside the subfolders.
 * @example
 * ```ts
 * import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame, encodePng } from '@filmai/core-tensor/frames';
 * import { labelledFolder } from '@filmai/gan/data';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * for (const name of ['day', 'night']) {
 *   mkdirSync(join(folder, name));
 *   writeFileSync(join(folder, name, '1.png'), encodePng(createFrame(8, 8)));
 * }
 * console.log((await labelledFolder(folder, { size: 8 })).classes); // [ 'day', 'night' ]
 * ```
 */
export async function labelledFolder(
  folder: string,
  options: PictureFolderOptions & { labels?: 'index' | 'one-hot' },
): Promise<LabelledFeed> {
  const pictures = preparePictures('labelledFolder', options);
  const files = await selectedFiles(folder, options);
  const loose = files.filter((file) => !file.includes(sep));
  if (loose.length > 0) {
    throw new GanError(
      'MIXED_FOLDER',
      `${folder}: expected pictures in subfolders alone, got ${loose.length} beside them, the first ${loose[0]}`,
      {
        remedy: 'Put each picture into the subfolder of its class, or use pictureFolder.',
      },
    );
  }
  const classOf = (file: string): string => file.slice(0, file.indexOf(sep));
  const classes = [...new Set(files.map(classOf))];
  const oneHot = options.labels === 'one-hot';
  const label = (file: string): Item[string] => {
    const place = classes.indexOf(classOf(file));
    return oneHot ? Float32Array.from(classes, (_, i) => (i === place ? 1 : 0)) : Int32Array.of(place);
  };
  const feed = createItemFeed({
    size: files.length,
    shapes: { pictures: pictures.shape, labels: oneHot ? [classes.length] : [] },
    types: { labels: oneHot ? 'float32' : 'int32' },
    fingerprint: fingerprintOf('labelled', files),
    shuffle: options.shuffle,
    unreadable: pictures.unreadable,
    nothing: () => nothingReadable(folder, pictures.unreadable),
    item: (index, random) =>
      pictures.orSkip(async () => ({
        pictures: await pictures.values(join(folder, files[index]), drawChange(options.augment ?? {}, random)),
        labels: label(files[index]),
      })),
  });
  return { ...feed, classes };
}

/** How pairs lie in a folder. */
export type PairArrangement = 'folders' | 'side-by-side';

/**
 * Feeds from a folder of pairs, for networks that turn one picture into another: `source` and `target`, changed alike.
 *
 * @param folder - With `folders` (default) a subfolder `source` and a subfolder `target` whose files have the same names, endings aside; with
 *   `side-by-side` pictures whose left half is the source and whose right half is the target.
 * @param options - See `PictureFolderOptions`; `size` is that of one of the two.
 * @returns The feed.
 * @throws GanError as `pictureFolder`; `MIXED_FOLDER` where a picture has no partner.
 * @example
 * ```ts
 * import { mkdtempSync, writeFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createFrame, encodePng } from '@filmai/core-tensor/frames';
 * import { pairFolder } from '@filmai/gan/data';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * writeFileSync(join(folder, 'map-and-frame.png'), encodePng(createFrame(16, 8)));
 * const feed = await pairFolder(folder, { size: 8, arrangement: 'side-by-side' });
 * console.log(Object.keys(feed.shapes).join(' ')); // source target
 * ```
 */
export async function pairFolder(
  folder: string,
  options: PictureFolderOptions & { arrangement?: PairArrangement },
): Promise<ItemFeed> {
  const { arrangement = 'folders' } = options;
  const besides = arrangement === 'side-by-side';
  const pictures = preparePictures('pairFolder', options, besides ? 2 : 1);
  const pairs = besides ? (await pictureFiles(folder)).map((file) => [file, file] as const) : await partners(folder);
  const side = async (file: string, change: DrawnChange, which: 'source' | 'target'): Promise<Float32Array> =>
    besides
      ? pictures.values(join(folder, file), change, which === 'source' ? 0 : 1)
      : pictures.values(join(folder, which, file), change);
  return createItemFeed({
    size: pairs.length,
    shapes: { source: pictures.shape, target: pictures.shape },
    fingerprint: fingerprintOf('pairs', pairs.flat()),
    shuffle: options.shuffle,
    unreadable: pictures.unreadable,
    nothing: () => nothingReadable(folder, pictures.unreadable),
    item: (index, random) => {
      const change = drawChange(options.augment ?? {}, random);
      const [source, target] = pairs[index];
      return pictures.orSkip(async () => ({
        source: await side(source, change, 'source'),
        target: await side(target, change, 'target'),
      }));
    },
  });
}

interface PreparedPictures {
  /** [height, width, channels]. */
  shape: number[];
  unreadable: UnreadableFile[];
  /** A picture, or one part of several that stand side by side in it, as values in −1…1. */
  values(path: string, change: DrawnChange, part?: number): Promise<Float32Array>;
  /** Gets a thing; `undefined` where a file can't be read and may be skipped. */
  orSkip(get: () => Promise<Item>): Promise<Item | undefined>;
}

function preparePictures(caller: string, options: PictureFolderOptions, parts = 1): PreparedPictures {
  const { augment = {}, onUnreadable = 'error' } = options;
  const wanted: WantedSize = wantedSize(caller, options);
  checkChanges(caller, augment);
  if (!['error', 'skip'].includes(onUnreadable))
    throw new RangeError(`${caller}: onUnreadable must be error or skip, got ${onUnreadable}`);
  const [width, height] = [sizeBeforeCut(wanted.width, augment), sizeBeforeCut(wanted.height, augment)];
  const load = createPictureLoader(caller, { ...wanted, width: width * parts, height }, options);
  const unreadable: UnreadableFile[] = [];
  const { channels } = wanted;
  return {
    shape: [wanted.height, wanted.width, channels],
    unreadable,
    async values(path, change, part = 0) {
      const whole = await load(path);
      const bytes = parts === 1 ? whole : column(whole, width * channels, parts, part);
      const values = new Float32Array(wanted.height * wanted.width * channels);
      writeValues(bytes, { width, height }, wanted, change, values);
      return values;
    },
    async orSkip(get) {
      try {
        return await get();
      } catch (error) {
        if (onUnreadable === 'error' || !(error instanceof GanError) || error.code !== 'UNREADABLE_PICTURE') throw error;
        const [path, ...reason] = error.message.split(': ');
        if (!unreadable.some((one) => one.path === path))
          unreadable.push({ path, reason: (error.cause as Error | undefined)?.message ?? reason.join(': ') });
        return undefined;
      }
    },
  };
}

/** One of several pictures that stand side by side. */
function column(bytes: Uint8Array, row: number, parts: number, part: number): Uint8Array {
  const rows = bytes.length / (row * parts);
  const result = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) result.set(bytes.subarray((y * parts + part) * row, (y * parts + part + 1) * row), y * row);
  return result;
}

/** Files of both subfolders by name, endings aside. */
async function partners(folder: string): Promise<(readonly [string, string])[]> {
  const [sources, targets] = await Promise.all([pictureFiles(join(folder, 'source')), pictureFiles(join(folder, 'target'))]);
  const stem = (file: string): string => file.replace(/\.[^.]+$/, '');
  const byStem = new Map(targets.map((file) => [stem(file), file]));
  const alone = sources.find((file) => !byStem.has(stem(file)));
  const left = targets.find((file) => !sources.some((source) => stem(source) === stem(file)));
  if (alone ?? left) {
    const [has, lacks] = alone ? ['source', 'target'] : ['target', 'source'];
    throw new GanError('MIXED_FOLDER', `${folder}: ${has}/${String(alone ?? left)} has no partner in ${lacks}`, {
      remedy: 'Give both the same name, or remove it.',
    });
  }
  return sources.map((file) => [file, byStem.get(stem(file)) as string] as const);
}

async function selectedFiles(folder: string, { select = () => true }: PictureFolderOptions): Promise<string[]> {
  const files = await pictureFiles(folder);
  const selected = files.filter(select);
  if (selected.length > 0) return selected;
  throw new GanError('EMPTY_FOLDER', `${folder}: of ${files.length} pictures none was selected`, {
    remedy: 'Select at least one.',
  });
}

function nothingReadable(folder: string, unreadable: readonly UnreadableFile[]): GanError {
  const [first] = unreadable;
  return new GanError(
    'NOTHING_READABLE',
    `${folder}: none of ${unreadable.length} pictures can be read; the first is ${first.path}: ${first.reason}`,
    {
      remedy: 'Check that they are PNG, JPEG or WebP files, or give your own read.',
    },
  );
}
