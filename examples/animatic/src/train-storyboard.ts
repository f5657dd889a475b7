/**
 * @file Trains the network that draws storyboard pictures from layouts, measures it against the renderer in places that it never saw, and writes it
 * with its card into a folder. From the repository's root:
 *
 *   nice node --conditions=@filmai/source --import tsx examples/animatic/src/train-storyboard.ts packages/gan/models/storyboard [steps]
 *
 * Interrupted, it goes on from its last checkpoint.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { saveNetwork } from '@filmai/core-tensor/checkpoints';
import { createItemFeed, type Item } from '@filmai/gan/data';
import { createPix2pix, translate } from '@filmai/gan/networks';
import { LAYOUT_MAPS } from '@filmai/gan/storyboard';
import { cosineDecay, train } from '@filmai/gan/training';
import { comparePictures, type PictureDifference } from './compare-pictures.js';
import { drawPairs, fromByte, orderPairs, PAIR_SIZE, type Pair } from './storyboard-pairs.js';

const SEED = 'storyboard-1';
const SHOTS_PER_PLACE = 3;
/** Training sees cut-outs: more of them fit into a minute, and no place is learnt by heart. */
const CROP = 64;
const BATCH = 4;
const ADAM = { generator: 8e-4, critic: 3e-4 };

const [folder, stepsText = '1200'] = process.argv.slice(2);
if (!folder) throw new Error('expected the folder for the network, as the first argument');
const steps = Number(stepsText);
const work = join(tmpdir(), `filmai-${SEED}`);

const orders = await orderPairs(SHOTS_PER_PLACE, SEED);
const pairs = await drawPairs(orders, join(work, 'pairs'), (count) => {
  if (count % 50 === 0) console.log(`${count} of ${orders.length} pairs`);
});
const seen = pairs.filter((pair) => !pair.order.heldOut);
const heldOut = pairs.filter((pair) => pair.order.heldOut);

const gan = await createPix2pix({
  size: CROP,
  sourceChannels: LAYOUT_MAPS,
  width: 16,
  depth: 4,
  detail: 12,
  echo: true,
  criticWidth: 16,
  criticDepth: 2,
  normalization: 'none',
  reconstruction: 60,
  loss: 'least-squares',
  seed: SEED,
});
const feed = createItemFeed({
  size: seen.length,
  shapes: { source: [CROP, CROP, LAYOUT_MAPS], target: [CROP, CROP, 3] },
  fingerprint: `${SEED}/${seen.length}`,
  item: async (index, random): Promise<Item> => {
    const x = random.integer(0, PAIR_SIZE.width - CROP);
    const y = random.integer(0, PAIR_SIZE.height - CROP);
    return {
      source: cutOut(seen[index].source, LAYOUT_MAPS, fromByte, x, y),
      target: cutOut(seen[index].target, 3, fromByte, x, y),
    };
  },
});
for await (const { step, losses, secondsLeft } of train(gan, feed, {
  steps,
  batchSize: BATCH,
  seed: SEED,
  learningRate: ADAM,
  schedule: cosineDecay(),
  average: 0.995,
  watch: false,
  checkpoint: { folder: join(work, 'checkpoints'), everySteps: 100, keep: 2 },
})) {
  if (step % 50 === 0) console.log(step, JSON.stringify(losses), `${Math.round(secondsLeft ?? 0)} s left`);
}

await saveNetwork(folder, gan.networks.generator, { precision: 'float16' });
const shipped = await shippedFiles();
const card = {
  id: 'filmai-storyboard-1',
  task: 'storyboard picture from a layout map',
  licence: 'Apache-2.0',
  trainedBy: 'examples/animatic/src/train-storyboard.ts',
  trainedOn: `${seen.length} layouts and pictures drawn by @filmai/storyboard in ${places(seen).length} places`,
  seed: SEED,
  steps,
  bytes: shipped.bytes,
  sha256: shipped.files,
  input: `${LAYOUT_MAPS} maps a pixel as layoutMaps makes them, any size, best near ${PAIR_SIZE.width}×${PAIR_SIZE.height}`,
  heldOut: { pictures: heldOut.length, places: places(heldOut) },
  measured: { learned: measured(heldOut, translated), flat: measured(heldOut, flat) },
  limits:
    'A draft: it guesses shadows from shapes, can not letter signs, and draws faces as soft as they are small. Outlines and details come from the layout.',
};
await writeFile(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card);
gan.dispose();
process.exit();

/** A square of a picture of bytes, as the network reads it. */
function cutOut(
  bytes: Uint8Array,
  maps: number,
  read: (value: number, map: number) => number,
  left: number,
  top: number,
): Float32Array {
  const values = new Float32Array(CROP * CROP * maps);
  for (let i = 0; i < values.length; i++) {
    const pixel = Math.floor(i / maps);
    const from = (top + Math.floor(pixel / CROP)) * PAIR_SIZE.width + left + (pixel % CROP);
    values[i] = read(bytes[from * maps + (i % maps)], i % maps);
  }
  return values;
}

/** What the network makes of a layout, 0…255. */
function translated({ source }: Pair): Float32Array {
  const { width, height } = PAIR_SIZE;
  const maps = Float32Array.from(source, (value, i) => fromByte(value, i % LAYOUT_MAPS));
  return tf.tidy(() => {
    const made = translate(gan, tf.tensor4d(maps, [1, height, width, LAYOUT_MAPS]));
    return Float32Array.from(tf.mul(tf.add(made, 1), 127.5).dataSync());
  });
}

/** The layout alone, as `flatPicture` has it. */
function flat({ source }: Pair): Float32Array {
  return Float32Array.from({ length: (source.length / LAYOUT_MAPS) * 3 }, (_, i) => {
    const at = Math.floor(i / 3) * LAYOUT_MAPS;
    return source[at + (i % 3)] * (1 - (0.9 * source[at + 3]) / 255) * (1 - (0.9 * source[at + 4]) / 255);
  });
}

/** Means over pairs. */
function measured(over: readonly Pair[], draw: (pair: Pair) => Float32Array): PictureDifference {
  const each = over.map((pair) => comparePictures(draw(pair), Float32Array.from(pair.target), PAIR_SIZE.width, PAIR_SIZE.height));
  const mean = (of: (one: PictureDifference) => number): number =>
    Number((each.reduce((sum, one) => sum + of(one), 0) / each.length).toPrecision(4));
  return {
    l1: mean((one) => one.l1),
    psnr: mean((one) => one.psnr),
    ssim: mean((one) => one.ssim),
    edges: mean((one) => one.edges),
  };
}

function places(of: readonly Pair[]): string[] {
  return [...new Set(of.map((pair) => pair.order.place))].toSorted();
}

async function shippedFiles(): Promise<{ files: Record<string, string>; bytes: number }> {
  const { weightsManifest } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as {
    weightsManifest: { paths: string[] }[];
  };
  const names = ['model.json', ...weightsManifest.flatMap(({ paths }) => paths)];
  const read = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return {
    files: Object.fromEntries(names.map((name, i) => [name, createHash('sha256').update(read[i]).digest('hex')])),
    bytes: read.reduce((sum, one) => sum + one.length, 0),
  };
}
