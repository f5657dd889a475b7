import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LAYOUT_MAPS } from '@filmai/gan/storyboard';
import { listPlaces } from '@filmai/storyboard';
import { drawPairs, fromByte, orderPairs, PAIR_SIZE } from './storyboard-pairs.js';

it('orders shots in every place and of every script, the same each time, and holds whole places out', async () => {
  const orders = await orderPairs(1, 'test');
  expect(await orderPairs(1, 'test')).toEqual(orders);
  const places = new Set(orders.map(({ place }) => place));
  for (const { name } of listPlaces()) expect(places).toContain(name);
  const [heldOut, seen] = [true, false].map(
    (held) => new Set(orders.filter((one) => one.heldOut === held).map(({ place }) => place)),
  );
  expect(heldOut.size).toBeGreaterThanOrEqual(15);
  expect([...heldOut].filter((place) => seen.has(place))).toEqual([]);
});

it('draws a pair once and keeps it; picture and layout are light in the same places', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'filmai-pairs-'));
  const [order] = await orderPairs(1, 'test');
  const [pair] = await drawPairs([order], folder);
  const pixels = PAIR_SIZE.width * PAIR_SIZE.height;
  expect([pair.source.length, pair.target.length]).toEqual([pixels * LAYOUT_MAPS, pixels * 3]);
  let [product, layoutSquare, drawnSquare] = [0, 0, 0];
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const layout = Array.from({ length: pixels }, (_, i) => pair.source[i * LAYOUT_MAPS + 1]);
  const drawn = Array.from({ length: pixels }, (_, i) => pair.target[3 * i + 1]);
  const [layoutMean, drawnMean] = [mean(layout), mean(drawn)];
  for (let i = 0; i < pixels; i++) {
    product += (layout[i] - layoutMean) * (drawn[i] - drawnMean);
    layoutSquare += (layout[i] - layoutMean) ** 2;
    drawnSquare += (drawn[i] - drawnMean) ** 2;
  }
  expect(product / Math.sqrt(layoutSquare * drawnSquare)).toBeGreaterThan(0.4);
  expect(fromByte(255, 0)).toBe(1);
  expect(fromByte(0, 0)).toBe(-1);
  expect(fromByte(255, 7)).toBe(1);
  const [again] = await drawPairs([order], folder);
  expect(Buffer.compare(Buffer.from(again.source), Buffer.from(pair.source))).toBe(0);
  expect(await readdir(folder)).toHaveLength(1);
  await rm(folder, { recursive: true });
});
