import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileWhole } from './index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'filmai-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file', () => {
  it('appears whole and replaces what was there', async () => {
    const path = join(folder, 'a.txt');
    await writeFileWhole(path, 'one');
    await writeFileWhole(path, async (temporary) => writeFile(temporary, 'two'));
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('is left as it was when writing fails half-way, and nothing else remains', async () => {
    const path = join(folder, 'a.mp4');
    writeFileSync(path, 'mine');
    const failing = writeFileWhole(path, async (temporary) => {
      writeFileSync(temporary, 'half');
      throw new Error('encoder died');
    });
    await expect(failing).rejects.toThrow('encoder died');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['a.mp4']);
  });

  it('is not written after a cancellation', async () => {
    const cancel = new AbortController();
    const path = join(folder, 'a.mp4');
    const writing = writeFileWhole(
      path,
      async (temporary) => {
        writeFileSync(temporary, 'half');
        cancel.abort();
      },
      { signal: cancel.signal },
    );
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says why it can not be written', async () => {
    mkdirSync(join(folder, 'sub'));
    await expect(writeFileWhole(join(folder, 'none', 'a'), '')).rejects.toMatchObject({ code: 'NO_FOLDER' });
    await expect(writeFileWhole(join(folder, 'sub'), '')).rejects.toMatchObject({ code: 'IS_FOLDER' });
    await writeFileWhole(join(folder, 'made', 'a'), 'x', { makeFolder: true });
    const full = writeFileWhole(join(folder, 'b'), async () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    await expect(full).rejects.toMatchObject({ code: 'DISK_FULL', remedy: expect.stringContaining('Free some space') as string });
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder may not be written (skipped for the superuser, who may)', async () => {
    chmodSync(folder, 0o500);
    try {
      await expect(writeFileWhole(join(folder, 'a'), '')).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});
