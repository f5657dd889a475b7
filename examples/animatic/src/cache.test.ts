import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, type Cache } from './cache.js';

let out: string;
let cache: Cache;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'filmai-cache-'));
  cache = openCache(out);
});
afterEach(() => {
  rmSync(out, { recursive: true });
});

const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('the cache', () => {
  it('has one path for the same inputs, in every run', () => {
    const inputs = { id: '01A', seed: 7, cast: [{ name: 'ANN' }] };
    expect(cache.path('pictures', inputs, 'mp4')).toBe(openCache(out).path('pictures', structuredClone(inputs), 'mp4'));
    expect(cache.path('pictures', inputs, 'mp4').startsWith(join(out, '.cache', 'pictures'))).toBe(true);
  });

  it('has another path for other inputs, another stage, another kind of file', () => {
    const paths = [
      cache.path('pictures', { seed: 7 }, 'mp4'),
      cache.path('pictures', { seed: 8 }, 'mp4'),
      cache.path('pictures', { seed: '7' }, 'mp4'),
      cache.path('pictures', { seed: 7, size: 1 }, 'mp4'),
      cache.path('voices', { seed: 7 }, 'mp4'),
      cache.path('pictures', { seed: 7 }, 'json'),
    ];
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('makes a result once', async () => {
    let made = 0;
    const make = async (): Promise<{ n: number }> => ({ n: ++made });
    expect(await cache.json('voices', 'a', make)).toEqual({ n: 1 });
    expect(await openCache(out).json('voices', 'a', make)).toEqual({ n: 1 });
    expect(await cache.json('voices', 'b', make)).toEqual({ n: 2 });
    expect(await cache.kept('voices', 'a')).toEqual({ n: 1 });
    expect(await cache.kept('voices', 'c')).toBeUndefined();
  });

  it.each(['', '{"n":', 'no JSON at all', '\0\0\0\0'])('makes a result again that was damaged to %j', async (damaged) => {
    put(cache.path('voices', 'a', 'json'), damaged);
    expect(await cache.kept('voices', 'a')).toBeUndefined();
    expect(await cache.json('voices', 'a', async () => ({ n: 2 }))).toEqual({ n: 2 });
    expect(await cache.kept('voices', 'a')).toEqual({ n: 2 });
  });

  it('keeps nothing of a result that could not be made', async () => {
    await expect(cache.json('voices', 'a', () => Promise.reject(new Error('no voice')))).rejects.toThrow('no voice');
    expect(existsSync(join(out, '.cache'))).toBe(false);
  });

  it('never counts a file that is empty, absent, a folder, or still being written', async () => {
    const path = cache.path('pictures', 'a', 'mp4');
    expect(await cache.has(path)).toBe(false);
    put(path, '');
    expect(await cache.has(path)).toBe(false);
    rmSync(path);
    put(join(dirname(path), `.0123456789ab.part.${path.slice(dirname(path).length + 1)}`), 'half a film');
    expect(await cache.has(path)).toBe(false);
    mkdirSync(path);
    expect(await cache.has(path)).toBe(false);
    rmSync(path, { recursive: true });
    put(path, 'a whole film');
    expect(await cache.has(path)).toBe(true);
    expect(readdirSync(dirname(path))).toHaveLength(2);
  });
});
