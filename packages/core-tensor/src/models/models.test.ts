import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatModelCard, loadModel, type ModelCard, type ModelSource } from './index.js';

const weights = Buffer.from('sixteen floating weights');
const sha256 = createHash('sha256').update(weights).digest('hex');
const cardOf = (source: ModelSource): ModelCard => ({
  id: 'm1',
  task: 'test',
  source,
  licence: 'MIT',
  sha256,
  bytes: weights.length,
  input: 'nothing',
  limits: 'none',
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'filmai-models-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a model', () => {
  it('comes from a file and is what its card says', async () => {
    const path = join(folder, 'm.bin');
    writeFileSync(path, weights);
    expect(Buffer.from(await loadModel(cardOf({ kind: 'file', path })))).toEqual(weights);
    writeFileSync(path, 'something else');
    await expect(loadModel(cardOf({ kind: 'file', path }))).rejects.toMatchObject({ code: 'WRONG_HASH' });
    await expect(loadModel(cardOf({ kind: 'file', path: join(folder, 'none') }))).rejects.toMatchObject({ code: 'NO_FILE' });
  });

  it('names the package to install', async () => {
    const source = { kind: 'npm', package: 'no-such-model-package', path: 'no-such-model-package/m.bin' } as const;
    await expect(loadModel(cardOf(source))).rejects.toMatchObject({
      code: 'NOT_INSTALLED',
      remedy: 'Run: npm install no-such-model-package',
    });
  });

  it('is fetched from a hub once, then kept', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked++;
      response.writeHead(request.url === '/people/model/resolve/main/m.bin' ? 200 : 404).end(weights);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    try {
      const hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const card = cardOf({ kind: 'hub', repository: 'people/model', revision: 'main', file: 'm.bin' });
      const seen: number[] = [];
      const load = () => loadModel(card, { hub, cacheFolder: folder, onProgress: (p) => seen.push(p.done) });
      expect(Buffer.from(await load())).toEqual(weights);
      await load();
      expect(asked).toBe(1);
      expect(seen.at(-1)).toBe(weights.length);
      const missing = cardOf({ kind: 'hub', repository: 'people/none', revision: 'main', file: 'm.bin' });
      await expect(loadModel(missing, { hub, cacheFolder: folder })).rejects.toThrow(/answered 404/);
      await expect(loadModel(missing, { hub, cacheFolder: folder, signal: AbortSignal.abort() })).rejects.toMatchObject({
        name: 'AbortError',
      });
    } finally {
      server.close();
    }
  });

  it('is one line in a report', () => {
    expect(formatModelCard(cardOf({ kind: 'hub', repository: 'a/b', revision: 'main', file: 'c' }))).toBe(
      'm1: test (MIT; from hub a/b; none)',
    );
  });
});
