/** @file Fountain files: read, written, and refused with a code. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NlpScriptError } from '../screenplay/error.js';
import { readFountain, writeFountain } from './file.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-fountain-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('readFountain', () => {
  it('reads a script, and one without a scene with a diagnostic', async () => {
    expect((await readFountain(await put('a.fountain', 'INT. A - DAY\n'))).screenplay.elements).toHaveLength(1);
    expect((await readFountain(await put('b.fountain', 'Prose.\n'))).diagnostics[0].code).toBe('NO_SCENE');
  });

  it.each<[string, () => Promise<string>, string]>([
    ['a path that is not there', async () => join(folder, 'none.fountain'), 'NO_FILE'],
    ['a path below a file', async () => join(await put('c.fountain', 'x'), 'd.fountain'), 'NO_FILE'],
    ['a folder', async () => folder, 'IS_FOLDER'],
    ['an empty file', () => put('e.fountain', ''), 'EMPTY'],
    ['blank space', () => put('f.fountain', ' \n \n'), 'EMPTY'],
    ['a renamed photo', () => put('g.fountain', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)), 'NOT_TEXT'],
  ])('refuses %s', async (_what, make, code) => {
    const path = await make();
    const error = await readFountain(path).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NlpScriptError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(path) as string });
  });

  it('refuses a file that is too large, unless it is asked for', async () => {
    const path = await put('h.fountain', 'INT. A - DAY\n\n'.repeat(10));
    await expect(readFountain(path, { maxBytes: 100 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expect(readFountain(path, { maxBytes: 140 })).resolves.toBeDefined();
    await expect(readFountain(path, { maxBytes: 0 })).rejects.toThrow(RangeError);
  });

  it('is cancelled by its signal', async () => {
    const path = await put('i.fountain', 'INT. A - DAY\n');
    await expect(readFountain(path, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('writeFountain', () => {
  it('writes an unchanged script byte for byte, whatever its encoding', async () => {
    const bytes = Uint8Array.from(
      [...'INT. CAF\u00c9 - NUIT\r\n\r\n\u00c9LO\u00cfSE\r\nTr\u00e8s bien.'].map((letter) => letter.charCodeAt(0)),
    );
    const { screenplay } = await readFountain(await put('j.fountain', bytes));
    const copy = join(folder, 'copy.fountain');
    await writeFountain(copy, screenplay);
    expect(new Uint8Array(await readFile(copy))).toEqual(bytes);
  });
});
