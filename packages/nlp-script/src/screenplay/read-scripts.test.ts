import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFdx } from '../fdx/index.js';
import { parseFountain } from '../fountain/index.js';
import type { FolderScript } from './read-scripts.js';
import { readScripts } from './read-scripts.js';

const TEXT = 'INT. HALL - DAY\n\nDust.\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-scripts-'));
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'b.fountain'), TEXT);
  await writeFile(join(folder, 'a.fdx'), formatFdx(parseFountain(TEXT).screenplay));
  await writeFile(join(folder, 'c-empty.fountain'), '');
  await writeFile(join(folder, 'd-picture.fountain'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0));
  await writeFile(join(folder, 'e-broken.fdx'), '<FinalDraft');
  await writeFile(join(folder, 'inner', 'f.fountain'), TEXT);
  await writeFile(join(folder, 'notes.md'), 'no script');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function collect(options = {}): Promise<FolderScript[]> {
  const all: FolderScript[] = [];
  for await (const script of readScripts(folder, options)) all.push(script);
  return all;
}

describe('the scripts of a folder', () => {
  it('come in order, broken ones with their reason, others left alone', async () => {
    const all = await collect();
    expect(all.map(({ path, error }) => [relative(folder, path), error?.code])).toEqual([
      ['a.fdx', undefined],
      ['b.fountain', undefined],
      ['c-empty.fountain', 'EMPTY'],
      ['d-picture.fountain', 'NOT_TEXT'],
      ['e-broken.fdx', 'NOT_FDX'],
      [join('inner', 'f.fountain'), undefined],
    ]);
    expect(all[0].screenplay?.elements.map(({ text }) => text)).toEqual(['INT. HALL - DAY', 'Dust.']);
  });

  it('are those of the folder alone where asked, and too large ones are reported', async () => {
    expect(await collect({ recursive: false })).toHaveLength(5);
    expect((await collect({ maxBytes: 10 })).filter(({ error }) => error?.code === 'TOO_LARGE').length).toBeGreaterThan(2);
  });

  it('stop when cancelled or left', async () => {
    const controller = new AbortController();
    const scripts = readScripts(folder, { signal: controller.signal });
    expect((await scripts.next()).done).toBe(false);
    controller.abort(new Error('enough'));
    await expect(scripts.next()).rejects.toThrow('enough');
    for await (const { path } of readScripts(folder)) {
      expect(path).toContain('a.fdx');
      break;
    }
  });

  it('need a folder', async () => {
    await expect(readScripts(join(folder, 'none')).next()).rejects.toMatchObject({ code: 'NO_FILE' });
    await expect(readScripts(join(folder, 'b.fountain')).next()).rejects.toMatchObject({ code: 'NOT_READABLE' });
    await expect(readScripts('').next()).rejects.toThrow(TypeError);
  });
});
