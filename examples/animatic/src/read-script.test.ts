import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFdx } from '@filmai/nlp-script/fdx';
import { parseFountain } from '@filmai/nlp-script/fountain';
import { AnimaticError } from './animatic-error.js';
import { readScript } from './read-script.js';
import { longerFilm, tinyFilm } from './test-scripts.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'filmai-script-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const failureOf = async (path: string, wanted?: number[]): Promise<AnimaticError> => {
  const error: unknown = await readScript(path, wanted).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AnimaticError)) throw new Error(`${path}: ${String(error)}`);
  return error;
};

describe('reading a script', () => {
  it('takes Fountain by any name, and Final Draft by its own', async () => {
    const fdx = formatFdx(parseFountain(tinyFilm).screenplay);
    for (const path of [put('a.fountain', tinyFilm), put('a.txt', tinyFilm), put('a', tinyFilm), put('a.FDX', fdx)]) {
      const script = await readScript(path);
      expect(script).toMatchObject({ path, title: 'Tiny' });
      expect(script.scenes.map((index) => script.breakdown.scenes[index].heading)).toEqual([
        'INT. KITCHEN - DAY',
        'EXT. FIELD - DAY',
      ]);
    }
  });

  it('counts scenes from 1, and leaves out what stands before the first', async () => {
    const path = put('a.fountain', `A note from the author.\n\n${tinyFilm.slice(tinyFilm.indexOf('INT.'))}`);
    const script = await readScript(path, [2]);
    expect(script.title).toBe('Untitled');
    expect(script.scenes.map((index) => script.breakdown.scenes[index].heading)).toEqual(['EXT. FIELD - DAY']);
  });

  it.each([
    ['no file', () => join(folder, 'none.fountain'), 'NO_SCRIPT', /no such file/],
    ['a path below a file', () => join(put('f', 'x'), 'a.fountain'), 'NO_SCRIPT', /no such file/],
    ['a folder', () => folder, 'NO_SCRIPT', /is a folder/],
    ['a folder named like a script', () => (mkdirSync(join(folder, 'a.fdx')), join(folder, 'a.fdx')), 'NO_SCRIPT', /is a folder/],
    ['an empty file', () => put('a.fountain', ''), 'NOT_A_SCREENPLAY', /is empty/],
    ['an empty Final Draft file', () => put('a.fdx', ''), 'NOT_A_SCREENPLAY', /is empty/],
    ['blank space', () => put('a.fountain', '\n \n'), 'NOT_A_SCREENPLAY', /blank space/],
    ['zeros', () => put('a.fountain', new Uint8Array(5000)), 'NOT_A_SCREENPLAY', /not/],
    ['prose', () => put('a.fountain', 'Once upon a time.\n\nThe end.'), 'NOT_A_SCREENPLAY', /no scene/],
    ['a title page alone', () => put('a.fountain', 'Title: Soon\nAuthor: Me\n'), 'NOT_A_SCREENPLAY', /no scene/],
    ['XML of another kind', () => put('a.fdx', '<svg/>'), 'NOT_A_SCREENPLAY', /FinalDraft/],
    ['Fountain in Final Draft’s name', () => put('a.fdx', tinyFilm), 'NOT_A_SCREENPLAY', /a\.fdx: /],
  ])('refuses %s, names it and says what to do', async (_, path, code, reason) => {
    const where = path();
    const error = await failureOf(where);
    expect(error).toMatchObject({ code, message: expect.stringMatching(reason) as string });
    expect(error.message).toContain(where);
    expect(error.remedy).toMatch(/^[A-Z].+\.$/);
    expect(error.message.endsWith(error.remedy ?? '?')).toBe(true);
    expect(error.message.split('\n')).toHaveLength(1);
  });

  it('names the first scene that is not there, and which are', async () => {
    const error = await failureOf(put('a.fountain', longerFilm), [1, 4, 5]);
    expect(error).toMatchObject({ code: 'NO_SUCH_SCENE', remedy: 'Choose among 1-3.' });
    expect(error.message).toContain('no scene 4: the script has 3');
  });

  it('says that a script is too large in words for its writer', async () => {
    const error = await failureOf(put('a.fountain', Buffer.alloc(33 * 1024 * 1024, 'INT. A - DAY\n\nx.\n\n')));
    expect(error).toMatchObject({ code: 'NOT_A_SCREENPLAY', message: expect.stringContaining('33.0 MiB') as string });
    expect(error.message).not.toContain('maxBytes');
  });
});
