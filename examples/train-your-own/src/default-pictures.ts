/**
 * @file The pictures that are there when nobody brings any: busts and faces of people in all kinds of work and mood, 64×64, from Google's Noto Emoji
 * (Apache-2.0), as the package `emoji-datasource-google` ships them. They are laid on a plain ground once, since a network of three channels
 * would take what is transparent for black.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { writeFileWhole } from '@filmai/core-tensor/files';

/** One entry of the package's list. */
interface Entry {
  category: string;
  subcategory: string;
  short_name: string;
  image: string;
  has_img_google: boolean;
  skin_variations?: Record<string, { image: string; has_img_google: boolean }>;
}

/** Heads and shoulders all: few pictures must be of one kind to be learned. */
const SUBJECTS = /^(person|person-role|person-gesture|person-fantasy|face-.*)$/;
/** Of a subject that is otherwise whole figures. */
const BUSTS = /massage|haircut|steamy_room/;
/** The fantasy's whole figures. */
const FIGURES = /superhero|supervillain|fairy|mer(maid|man|person)|genie|troll/;
const GROUND = '#f4f1ea';

/** The ground's brightness in −1…1, as networks see it. */
export const DEFAULT_GROUND = 0.88;

/**
 * Puts the pictures into a folder, where they aren't there yet.
 *
 * @param folder - Made where it doesn't exist.
 * @returns How many there are.
 */
export async function drawDefaultPictures(folder: string): Promise<number> {
  const root = dirname(createRequire(import.meta.url).resolve('emoji-datasource-google/package.json'));
  const entries = JSON.parse(await readFile(join(root, 'emoji.json'), 'utf8')) as Entry[];
  const names = entries
    .filter(({ subcategory, short_name: name }) => (SUBJECTS.test(subcategory) && !FIGURES.test(name)) || BUSTS.test(name))
    .flatMap((entry) => [entry, ...Object.values(entry.skin_variations ?? {})])
    .filter((entry) => entry.has_img_google)
    .map((entry) => entry.image);
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  for (const name of names) {
    if (there.has(name)) continue;
    const picture = await loadImage(await readFile(join(root, 'img', 'google', '64', name)));
    const canvas = createCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.fillStyle = GROUND;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0);
    await writeFileWhole(join(folder, name), canvas.toBuffer('image/png'));
  }
  return names.length;
}
