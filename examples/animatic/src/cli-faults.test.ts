import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow, runAnimatic, type RunOptions, type RunResult } from './run-animatic.js';
import { tinyFilm } from './test-scripts.js';

let cwd: string;
let script: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'filmai-cli-'));
  script = put('tiny.fountain', tinyFilm);
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(cwd, name), content);
  return join(cwd, name);
};

const filesAndFolders = (): string[] =>
  readdirSync(cwd, { recursive: true })
    .map(String)
    .toSorted((a, b) => a.localeCompare(b));

/** Runs, and sees to it that nothing has appeared or changed in the working folder. */
const runInVain = async (args: readonly string[], options: Partial<RunOptions> = {}): Promise<RunResult> => {
  const before = filesAndFolders();
  const result = await runAnimatic(args, { cwd, ...options });
  expect(filesAndFolders()).toEqual(before);
  // What is meant for a person has no stack.
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.stdout).toBe('');
  return result;
};

describe('a run that can not succeed says why, and leaves nothing behind', () => {
  it('where there is no such script', async () => {
    const { code, stderr } = await runInVain([join(cwd, 'none.fountain')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/none\.fountain: there is no such file\. Check the path\. \[NO_SCRIPT\]/);
  });

  it('where the script is a folder', async () => {
    const { code, stderr } = await runInVain([cwd]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/is a folder, not a script\. Give the path of a file in it\. \[NO_SCRIPT\]/);
  });

  it.each([
    ['empty', '', /is empty/],
    [
      'a photo with another name',
      Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(4000, 0xa7)]),
      /JPEG picture/,
    ],
    ['prose without a scene', 'It was a dark night. Nobody came.\n\nNobody ever came.\n', /no scene in it/],
  ])('where the script is %s', async (_, content, reason) => {
    const { code, stderr } = await runInVain([put('bad.fountain', content)]);
    expect(code).toBe(1);
    expect(stderr).toMatch(reason);
    expect(stderr).toContain('[NOT_A_SCREENPLAY]');
    // A remedy follows the reason.
    expect(stderr).toMatch(/\. (Write|Save|Begin) /);
  });

  it('where the script has 50 MB, without reading it', async () => {
    const scene = 'INT. ROOM - DAY\n\nHe waits.\n\n';
    const { code, stderr } = await runInVain([put('huge.fountain', Buffer.alloc(50_000_000, scene))]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /47\.7 MiB, more than the .* MiB that are read\. Check that this is the right file.*\[NOT_A_SCREENPLAY\]/,
    );
  });

  it('where the output folder is a file, or lies below one', async () => {
    const mine = put('mine', 'precious');
    const { code, stderr } = await runInVain([script, '--plan', '--out', mine]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/is a file, not a folder\. Choose another folder with --out\. \[OUT_NOT_WRITABLE\]/);
    const below = await runInVain([script, '--plan', '--out', join(mine, 'a', 'b')]);
    expect(below.stderr).toMatch(/mine is a file, not a folder.*\[OUT_NOT_WRITABLE\]/);
    expect(readFileSync(mine, 'utf8')).toBe('precious');
  });

  it.skipIf(process.getuid?.() === 0)('where the output folder is read-only (skipped for the superuser, who may)', async () => {
    const locked = join(cwd, 'locked');
    mkdirSync(locked, { mode: 0o500 });
    const runs = [
      await runInVain([script, '--plan', '--out', locked]),
      await runInVain([script, '--plan', '--out', join(locked, 'a')]),
    ];
    chmodSync(locked, 0o700);
    for (const { code, stderr } of runs) {
      expect(code).toBe(1);
      expect(stderr).toMatch(/no permission.*--out\. \[OUT_NOT_WRITABLE\]/);
    }
  });

  it('where an option is not known or not right: exit code 2, for wrong use', async () => {
    const unknown = await runInVain([script, '--sise', '1x1']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/there is no option --sise\. .*--help.* \[BAD_OPTION\]/);
    const wrong = await runInVain([script, '--size', '1x1']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/--size: expected .* got "1x1"\. .*\[BAD_OPTION\]/);
  });

  it('where a scene is asked for that is not there', async () => {
    const { code, stderr } = await runInVain([script, '--scenes', '1-9']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/there is no scene 3: the script has 2\. Choose among 1-2\. \[NO_SUCH_SCENE\]/);
  });

  it('where no encoder is installed', async () => {
    const hooks = put(
      'absent.mjs',
      `export async function resolve(name, context, next) {
        if (/^(node-av|@mediabunny\\/server)(\\/|$)/.test(name))
          throw Object.assign(new Error("Cannot find package '" + name + "'"), { code: 'ERR_MODULE_NOT_FOUND' });
        return next(name, context);
      }`,
    );
    const register = put(
      'register.mjs',
      `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(hooks).href)});`,
    );
    const { code, stderr } = await runInVain([script], {
      imports: [pathToFileURL(register).href],
      env: { PATH: join(cwd, 'nothing') },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/node-av.* not installed\. Run: npm install node-av.* \[NO_ENCODER\]/);
  });

  it('where the disk is full', async () => {
    const full = put(
      'full.mjs',
      `import fs from 'node:fs/promises';
       import { syncBuiltinESMExports } from 'node:module';
       fs.writeFile = async () => { throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }); };
       syncBuiltinESMExports();`,
    );
    const { code, stderr } = await runInVain([script, '--plan', '--out', join(cwd, 'a', 'b')], {
      imports: [pathToFileURL(full).href],
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/the disk is full\. Free some space or choose another folder\. \[DISK_FULL\]/);
  });

  it('and touches no file of the user in a folder that was there', async () => {
    const out = join(cwd, 'film');
    mkdirSync(join(out, '.cache'), { recursive: true });
    mkdirSync(join(out, 'empty'));
    writeFileSync(join(out, 'film.mp4'), 'my last film');
    writeFileSync(join(out, 'notes.txt'), 'mine');
    await runInVain([script, '--scenes', '7']);
    expect(readFileSync(join(out, 'film.mp4'), 'utf8')).toBe('my last film');
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('a run that stops at the plan', () => {
  it('writes the papers, and only these', async () => {
    const { code, stderr } = await runAnimatic([script, '--plan', '--out', 'new/folder'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/Tiny: 2 scenes, 2 speaking parts/);
    expect(filesBelow(join(cwd, 'new', 'folder'))).toEqual([
      'breakdown.json',
      'captions.srt',
      'captions.vtt',
      'film.edl',
      'film.otio',
      'shots.csv',
    ]);
  });

  it('shows help on the standard output', async () => {
    const { code, stdout, stderr } = await runAnimatic(['--help'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('--scenes LIST');
    expect(stderr).toBe('');
  });
});
