import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { crc32c } from '../files/crc32.js';
import { createFrame, encodePng } from '../frames/index.js';
import { createRuntime } from '../runtime/index.js';
import { measureHistogram } from './histogram.js';
import { createTracker } from './index.js';

let live = 0;
let folder = '';
beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
  live = tf.memory().numTensors;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-tracking-'));
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

const now = (): number => 1_700_000_000.5;
const lines = async (): Promise<unknown[]> =>
  (await readFile(join(folder, 'log.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('event files', () => {
  it('hold every record with its checksums, in the messages of TensorFlow', async () => {
    const tracker = createTracker(folder, { formats: ['tensorboard'], now });
    const red = createFrame(3, 2, { fill: [255, 0, 0, 255] });
    tracker.scalar('loss', 0.25, 300);
    tracker.text('note', 'now *better*', 1);
    await tracker.image('sample', red, 2);
    await tracker.histogram('weights', [0, 1, 1, 4, Number.NaN], 3, { bins: 4 });
    tracker.close();
    const [version, scalar, text, image, histogram, ...rest] = await records();
    expect(rest).toEqual([]);
    expect(version).toEqual([
      [1, double(now())],
      [3, 'brain.Event:2'],
    ]);
    expect(scalar).toEqual([
      [1, double(now())],
      [2, 300],
      [5, summary([1, 'loss'], [2, Buffer.from(Float32Array.of(0.25).buffer).toString('latin1')])],
    ]);
    const tensor = bytes([1, 7], [2, bytes([2, bytes([1, 1])])], [8, 'now *better*']);
    expect(text[2]).toEqual([5, summary([1, 'note'], [8, tensor], [9, bytes([1, bytes([1, 'text'])])])]);
    const png = Buffer.from(encodePng(red)).toString('latin1');
    expect(image[2]).toEqual([5, summary([1, 'sample'], [4, bytes([1, 2], [2, 3], [3, 4], [4, png])])]);
    const numbers = [0, 4, 4, 6, 18].map((value, i): [number, string] => [i + 1, double(value)]);
    const packed = (...values: number[]): string => values.map(double).join('');
    const spread = bytes(...numbers, [6, packed(1, 2, 3, 4)], [7, packed(1, 2, 0, 1)]);
    expect(histogram[2]).toEqual([5, summary([1, 'weights'], [5, spread])]);
  });

  it('of a resumed run say from where, in a file that sorts after the first', async () => {
    createTracker(folder, { formats: ['tensorboard'], now }).close();
    createTracker(folder, { formats: ['tensorboard'], now, resumeAt: 200 }).close();
    const names = (await readdir(folder)).sort();
    expect(names).toHaveLength(2);
    expect(names[1]).toMatch(/^events\.out\.tfevents\.1700000000\.001\./);
    expect((await records(names[1]))[1]).toEqual([
      [1, double(now())],
      [2, 200],
      [7, bytes([1, 1])],
    ]);
  });
});

describe('JSON lines', () => {
  it('hold every value, pictures as files beside them', async () => {
    const tracker = createTracker(folder, { formats: ['jsonl'], now });
    tracker.scalar('critic/loss', Number.NaN, 0);
    tracker.text('note', 'ü\n', 1);
    const pictures = tf.tensor4d([-1, 1, 0, -1, 1, 0], [2, 1, 1, 3]);
    const moments = tf.tensor1d([2, 2]);
    await tracker.image('made up', pictures, 2, { range: [-1, 1] });
    await tracker.histogram('moments', moments, 3);
    tf.dispose([pictures, moments]);
    tracker.close();
    const seconds = now();
    const spread = { count: 2, notFinite: 0, min: 2, max: 2, sum: 4, sumOfSquares: 8, limits: [2], counts: [2] };
    expect(await lines()).toEqual([
      { kind: 'scalar', name: 'critic/loss', step: 0, seconds, value: 'NaN' },
      { kind: 'text', name: 'note', step: 1, seconds, text: 'ü\n' },
      { kind: 'image', name: 'made up/0', step: 2, seconds, file: 'images/made-up-0-000002.png', width: 1, height: 1 },
      { kind: 'image', name: 'made up/1', step: 2, seconds, file: 'images/made-up-1-000002.png', width: 1, height: 1 },
      { kind: 'histogram', name: 'moments', step: 3, seconds, ...spread },
    ]);
    const first = await readFile(join(folder, 'images/made-up-0-000002.png'));
    expect(first.equals(encodePng(createFrame(1, 1, { fill: [0, 255, 128, 255] })))).toBe(true);
  });

  it('that a killed process left half-written are mended, and those that a resumed run logs again are dropped', async () => {
    const first = createTracker(folder, { formats: ['jsonl'], now });
    for (const step of [1, 2, 3]) first.scalar('loss', step, step);
    first.close();
    await appendFile(join(folder, 'log.jsonl'), '{"kind":"sca');
    const second = createTracker(folder, { formats: ['jsonl'], now, resumeAt: 3 });
    second.scalar('loss', 33, 3);
    second.close();
    expect((await lines()).map((line) => (line as { value: number }).value)).toEqual([1, 2, 33]);
  });
});

describe('a tracker', () => {
  it('refuses what it can not log', async () => {
    expect(() => createTracker(folder, { formats: [] })).toThrow('formats must name');
    const tracker = createTracker(folder, { now });
    expect(() => tracker.scalar('loss', 1, 0.5)).toThrow('the step must be a whole number of at least 0, got 0.5');
    expect(() => tracker.scalar('', 1, 0)).toThrow('scalar must have a name');
    const flat = tf.tidy(() => tf.keep(tf.zeros([2, 2])));
    await expect(tracker.image('flat', flat, 0)).rejects.toThrow('got [2, 2]');
    flat.dispose();
    await expect(tracker.histogram('x', [1], 0, { bins: 0 })).rejects.toThrow('bins must be a whole number of at least 1, got 0');
    tracker.close();
    tracker.close();
    expect(() => tracker.scalar('loss', 1, 1)).toThrow('scalar "loss" after close');
    await writeFile(join(folder, 'file'), '');
    expect(() => createTracker(join(folder, 'file'))).toThrow(expect.objectContaining({ name: 'FileError' }));
  });
});

describe('a histogram', () => {
  it('counts every finite value once, between its neighbours’ limits', () => {
    fc.assert(
      fc.property(fc.array(fc.float()), fc.integer({ min: 1, max: 20 }), (values, bins) => {
        const { count, notFinite, counts, limits, min, max } = measureHistogram(values, bins);
        const finite = values.filter(Number.isFinite);
        expect(count + notFinite).toBe(values.length);
        expect(counts.reduce((total, one) => total + one, 0)).toBe(finite.length);
        expect(limits).toHaveLength(counts.length);
        if (count > 0) expect([min, max, limits.at(-1)]).toEqual([Math.min(...finite), Math.max(...finite), max]);
      }),
    );
  });
});

/** A reader of its own: checks both checksums of each record, and gives the fields of each event. */
async function records(name?: string): Promise<[number, number | string][][]> {
  const file = await readFile(join(folder, name ?? (await readdir(folder))[0]));
  const unmask = (value: number): number => {
    const turned = (value - 0xa282ead8) >>> 0;
    return ((turned >>> 17) | (turned << 15)) >>> 0;
  };
  const events: [number, number | string][][] = [];
  for (let at = 0; at < file.length;) {
    const length = Number(file.readBigUInt64LE(at));
    expect(unmask(file.readUInt32LE(at + 8))).toBe(crc32c(file.subarray(at, at + 8)));
    const body = file.subarray(at + 12, at + 12 + length);
    expect(unmask(file.readUInt32LE(at + 12 + length))).toBe(crc32c(body));
    events.push(fieldsOf(body));
    at += length + 16;
  }
  return events;
}

/** Number and content of each field; bytes as text of as many characters. */
function fieldsOf(body: Buffer): [number, number | string][] {
  const fields: [number, number | string][] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let power = 1; ; power *= 128) {
      value += (body[at] & 127) * power;
      if (body[at++] < 128) return value;
    }
  };
  while (at < body.length) {
    const key = varint();
    const size = [0, 8, 0, 0, 0, 4][key & 7];
    if ((key & 7) === 0) fields.push([key >> 3, varint()]);
    else {
      const length = (key & 7) === 2 ? varint() : size;
      fields.push([key >> 3, body.subarray(at, at + length).toString('latin1')]);
      at += length;
    }
  }
  return fields;
}

function double(value: number): string {
  return Buffer.from(Float64Array.of(value).buffer).toString('latin1');
}

/** A message as the reader shows it: fields whose content is text or a number below 128 × 128. */
function bytes(...fields: [number, number | string][]): string {
  const varint = (value: number): string =>
    value < 128 ? String.fromCharCode(value) : String.fromCharCode((value % 128) | 128) + varint(Math.floor(value / 128));
  return fields
    .map(([number, content]) => {
      if (typeof content === 'number') return varint(number * 8) + varint(content);
      return content.length === 8 && number <= 5
        ? varint(number * 8 + 1) + content
        : varint(number * 8 + 2) + varint(content.length) + content;
    })
    .join('');
}

function summary(...fields: [number, number | string][]): string {
  const value = fields.map(([number, content]) =>
    number === 2 && typeof content === 'string' ? String.fromCharCode(number * 8 + 5) + content : bytes([number, content]),
  );
  return bytes([1, value.join('')]);
}
