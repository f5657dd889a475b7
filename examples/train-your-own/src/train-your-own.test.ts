import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFrame, encodePng } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import { chooseEngine } from '@filmai/media';
import { loadNetwork } from '@filmai/core-tensor/checkpoints';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDefaultPictures } from './default-pictures.js';
import { readSettings, type Settings } from './settings.js';
import { trainYourOwn } from './train-your-own.js';

const canWriteMovies = await chooseEngine().then(
  () => true,
  () => false,
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-own-'));
  await mkdir(join(folder, 'data'));
  const random = createRandom(1);
  const byte = (): number => random.integer(0, 255);
  for (let i = 0; i < 40; i++) {
    await writeFile(
      join(folder, 'data', `picture-${i}.png`),
      encodePng(createFrame(40, 30, { fill: [byte(), byte(), byte(), 255] })),
    );
  }
  await writeFile(join(folder, 'data', 'broken.png'), 'not a picture');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const settings = (more: Partial<Settings>): Settings => ({
  data: join(folder, 'data'),
  model: 'dcgan',
  size: 28,
  width: 0.1,
  // More than an epoch: every picture is read, the broken one too.
  steps: 12,
  batchSize: 4,
  seed: 3,
  threads: 1,
  out: join(folder, 'out'),
  anew: false,
  ...more,
});

describe('the command line', () => {
  it('has defaults for everything', () => {
    expect(readSettings([])).toMatchObject({ model: 'dcgan', size: 64, steps: 2000, out: 'out' });
    expect(readSettings(['--help'])).toBe('help');
  });

  it.each([
    [['--model', 'gpt'], /--model must be one of/],
    [['--size', '50'], /--size must be 28, 32, 48 or 64/],
    [['--width', 'wide'], /--width must lie in/],
    [['--steps', '0'], /--steps must be a whole number/],
    [['--nothing'], /Unknown option/],
  ])('refuses %j with a sentence', (args, message) => {
    expect(() => readSettings(args)).toThrow(message);
  });
});

describe("a training of one's own", () => {
  it.skipIf(!canWriteMovies)(
    'gives a sheet, a film, networks, a log and measures, names what it skipped, and goes on (skipped where no engine writes movies)',
    async () => {
      const said: string[] = [];
      const first = await trainYourOwn(settings({}), (line) => said.push(line));
      for (const path of [first.sheet, first.film]) expect((await stat(path)).size).toBeGreaterThan(200);
      expect(said.join('\n')).toMatch(/Skipped .*broken\.png/);
      expect((await readdir(first.log)).some((name) => name.startsWith('events.out.tfevents'))).toBe(true);
      const generator = await loadNetwork(join(first.networks, 'generator'));
      expect(generator.outputs[0].shape).toEqual([null, 28, 28, 3]);
      generator.dispose();
      expect(first.measures.features).toBe('frechet-thumbnails');
      expect(JSON.parse(await readFile(join(folder, 'out', 'measures.json'), 'utf8'))).toEqual(first.measures);
      const again: string[] = [];
      await trainYourOwn(settings({ steps: 14 }), (line) => again.push(line));
      expect(again.join('\n')).toMatch(/Goes on from/);
    },
  );

  it('can be stopped', async () => {
    const cancel = new AbortController();
    const running = trainYourOwn(
      settings({ out: join(folder, 'stopped'), steps: 1000 }),
      (line) => {
        if (line.startsWith('Step 1 ')) cancel.abort();
      },
      cancel.signal,
    );
    await expect(running).rejects.toThrow(/abort/i);
  });
});

describe('the default pictures', () => {
  it('are more than a thousand, and drawn once', async () => {
    const target = join(folder, 'people');
    const count = await drawDefaultPictures(target);
    expect(count).toBeGreaterThan(1000);
    expect((await readdir(target)).length).toBe(count);
    const before = (await stat(join(target, '1f468.png'))).mtimeMs;
    await drawDefaultPictures(target);
    expect((await stat(join(target, '1f468.png'))).mtimeMs).toBe(before);
  });
});
