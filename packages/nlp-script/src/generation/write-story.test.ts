import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import { FLAWS } from './grammar/flaws.js';
import { OBJECTS } from './grammar/objects.js';
import { SECRETS } from './grammar/secrets.js';
import { WORLDS } from './grammar/worlds.js';
import { readStory, saveStory, storyScript } from './story-files.js';
import type { StoryProject } from './story.js';
import type { TextGenerator, TextOptions } from './text-generator.js';
import { createStory, editStep, storyStatus, writeStory } from './write-story.js';

const premise = { text: 'A ferry captain finds an old tape.', pages: 6, seed: 3 };
let folders: string[] = [];
afterEach(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  folders = [];
});
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'filmai-story-'));
  folders.push(folder);
  return folder;
};

/** A model that answers each prompt by the test's function. */
const model = (answer: (prompt: string, options: TextOptions) => string): TextGenerator & { prompts: string[] } => {
  const prompts: string[] = [];
  return {
    id: 'test-model',
    prompts,
    async *generate(prompt, options = {}) {
      prompts.push(prompt);
      yield { text: answer(prompt, options), finish: 'end' };
    },
  };
};

describe('the built-in grammar', () => {
  it('always parses, keeps to its people and places, and to its length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1e6),
        fc.integer({ min: 3, max: 6 }),
        fc.integer({ min: 5, max: 10 }),
        async (seed, castSize, pages) => {
          const project = await writeStory(createStory({ text: 'Somebody has to stop it.', seed, castSize, pages }));
          const { screenplay, diagnostics, pages: length, fountain } = storyScript(project);
          expect(diagnostics).toEqual([]);
          expect(Math.abs(length - pages)).toBeLessThan(0.75);
          const names = project.steps.characters?.value.map(({ name }) => name.toUpperCase());
          for (const element of screenplay.elements) if (element.type === 'character') expect(names).toContain(element.name);
          const headings = screenplay.elements.filter(({ type }) => type === 'scene-heading').map(({ text }) => text);
          expect(headings).toEqual(project.steps.cards?.value.map(({ setting, place, time }) => `${setting} ${place} - ${time}`));
          expect(fountain).not.toMatch(/[{}[\]]|undefined/);
        },
      ),
      { numRuns: 6 },
    );
  }, 30_000);

  it('plants the thing before it pays off, and keeps the secret until it is found out', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const project = await writeStory(createStory({ ...premise, text: 'Nobody listens.', pages: 9, seed }));
      const { facts } = project.steps.logline?.value ?? { facts: undefined };
      const scenes = project.steps.scenes?.value ?? [];
      const noun = facts?.object.name.split(' ').at(-1) ?? '';
      const has = (id: string): boolean => scenes.some((scene) => scene.id.endsWith(id) && scene.fountain.includes(noun));
      expect(has('opening')).toBe(true);
      expect(has(`climax-${facts?.object.kind}`)).toBe(true);
      const said = SECRETS.find(({ id }) => id === facts?.secret)?.told.split('{')[0] ?? '';
      const told = scenes.findIndex(({ fountain }) => said.length > 8 && fountain.includes(said));
      if (told >= 0) expect(scenes[told].id).toMatch(/discovery$/);
    }
  });

  it('says nothing twice in a script, and tells different stories for different seeds', async () => {
    const scripts: string[] = [];
    for (const seed of [10, 11, 12, 13]) {
      const { screenplay } = storyScript(
        await writeStory(createStory({ ...premise, text: 'Nobody listens.', pages: 10, castSize: 6, seed })),
      );
      const long = screenplay.elements
        .map(({ text }) => text)
        .filter((text) => text.length > 40 && !text.startsWith('INT.') && !text.startsWith('EXT.'));
      expect(new Set(long).size).toBe(long.length);
      scripts.push(long.join('\n'));
    }
    const [first, ...others] = scripts.map((script) => new Set(script.split('\n')));
    for (const other of others) expect([...first].filter((line) => other.has(line)).length / first.size).toBeLessThan(0.5);
  });

  it('introduces everyone before they speak', async () => {
    const project = await writeStory(createStory({ ...premise, castSize: 6, pages: 11 }));
    const { screenplay } = storyScript(project);
    for (const { name, familyName } of project.steps.characters?.value ?? []) {
      const intro = screenplay.elements.findIndex(({ text }) => text.startsWith(`${name} ${familyName}`.toUpperCase()));
      const first = screenplay.elements.findIndex(
        (element) => element.type === 'character' && element.name === name.toUpperCase(),
      );
      expect(intro).toBeGreaterThan(0);
      if (first >= 0) expect(intro).toBeLessThan(first);
    }
    expect(breakDown(screenplay).characters.length).toBeGreaterThanOrEqual(4);
  });

  it('takes world and thing from the premise', async () => {
    const project = await writeStory(createStory({ text: 'A nurse finds a violin.', seed: 1 }), { until: 'logline' });
    expect(project.steps.logline?.value.facts).toMatchObject({
      world: 'hospital',
      object: { name: 'old violin', kind: 'token' },
    });
  });

  it('is the same for the same seed', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => writeStory(createStory(premise))));
    expect(one).toEqual(two);
    expect(await writeStory(createStory({ ...premise, seed: 4 }))).not.toEqual(one);
  });

  it('says how much it can fill', async () => {
    await expect(writeStory(createStory({ ...premise, pages: 60 }))).rejects.toThrow(
      /fills at most \d+\.\d pages .* asked for 60/,
    );
  });

  it('has texts for every secret, every kind of thing and every flaw', () => {
    for (const kind of ['proof', 'access', 'tool', 'token'] as const) {
      expect(SECRETS.filter((secret) => secret.kind === kind).length).toBeGreaterThanOrEqual(2);
      expect(OBJECTS.filter((object) => object.kind === kind).length).toBeGreaterThanOrEqual(3);
    }
    for (const { refuse, cost, amends } of FLAWS) expect(Math.min(refuse.length, cost.length, amends.length)).toBeGreaterThan(0);
    for (const world of WORLDS) for (const place of Object.values(world.places)) expect(place.details.length).toBe(3);
  });
});

describe('steps', () => {
  it('names maker and seed of each idea, ranked with reasons', async () => {
    const { steps } = await writeStory(createStory(premise), { until: 'ideas', ideas: 5 });
    const ideas = steps.ideas?.value ?? [];
    expect(ideas.map(({ by }) => by.seed).sort((a = 0, b = 0) => a - b)).toEqual([3, 4, 5, 6, 7]);
    const scores = ideas.map(({ originality, fit }) => originality + fit);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { reasons } of ideas) expect(reasons.join()).toMatch(/originality .*fit /);
  });

  it('does nothing that is done, and does again what a change has made stale', async () => {
    const project = await writeStory(createStory(premise));
    expect(await writeStory(project)).toEqual(project);
    const cards = structuredClone(project.steps.cards?.value ?? []);
    cards[2] = { ...cards[2], time: 'LATE AFTERNOON' };
    const changed = editStep(project, 'cards', cards);
    expect(storyStatus(changed)).toMatchObject({ beats: 'fresh', cards: 'edited', scenes: 'stale' });
    const again = await writeStory(changed);
    const before = project.steps.scenes?.value ?? [];
    const after = again.steps.scenes?.value ?? [];
    expect(after.map((scene, i) => scene.fountain === before[i].fountain)).toEqual(before.map((_, i) => i !== 2));
    expect(after[2].fountain).toContain('LATE AFTERNOON');
  });

  it('keeps what a person has written, until it may be overwritten', async () => {
    const project = await writeStory(createStory(premise));
    const people = structuredClone(project.steps.characters?.value ?? []);
    const old = people[0].name;
    people[0] = { ...people[0], name: 'Quentin', pronoun: 'they' };
    const renamed = editStep(project, 'characters', people);
    const again = await writeStory(renamed);
    const { fountain, diagnostics } = storyScript(again);
    expect(diagnostics).toEqual([]);
    expect(fountain).toContain('QUENTIN');
    expect(fountain.toUpperCase()).not.toContain(old.toUpperCase());
    expect(again.steps.characters?.by.method).toBe('person');
    const logline = { ...(again.steps.logline?.value as NonNullable<StoryProject['steps']['logline']>['value']), title: 'Mine' };
    const mine = editStep(again, 'logline', logline);
    expect(storyStatus(mine).characters).toBe('edited-stale');
    expect((await writeStory(mine)).steps.characters?.value[0].name).toBe('Quentin');
    expect((await writeStory(mine, { overwriteEdits: true })).steps.characters?.value[0].name).not.toBe('Quentin');
  });

  it('goes on after it was cancelled, with the same result', async () => {
    const whole = await writeStory(createStory(premise));
    const stop = new AbortController();
    let saved: StoryProject = createStory(premise);
    const broken = writeStory(saved, {
      signal: stop.signal,
      onStep: (project) => {
        saved = project;
        if ((project.steps.scenes?.value.length ?? 0) === 2) stop.abort(new Error('enough'));
      },
    });
    await expect(broken).rejects.toThrow('enough');
    expect(saved.steps.scenes?.value.length).toBe(2);
    expect(storyStatus(saved).scenes).toBe('partial');
    expect(await writeStory(saved)).toEqual(whole);
  });

  it('refuses premises and options that make no sense', async () => {
    expect(() => createStory({ text: ' ' })).toThrow(TypeError);
    expect(() => createStory({ text: 'x', castSize: 2 })).toThrow(RangeError);
    expect(() => createStory({ text: 'x', pages: 0 })).toThrow(RangeError);
    expect(() => createStory({ text: 'x', seed: 0.5 })).toThrow(RangeError);
    await expect(writeStory(createStory(premise), { ideas: 0 })).rejects.toBeInstanceOf(RangeError);
    await expect(writeStory(createStory(premise), { until: 'x' as 'ideas' })).rejects.toBeInstanceOf(RangeError);
  });
});

describe('folders', () => {
  it('give back what was written, and take what a person changes', async () => {
    const folder = await makeFolder();
    const project = await writeStory(createStory(premise));
    await saveStory(folder, project);
    expect(await readStory(folder)).toEqual(project);
    expect(parseFountain(await readFile(join(folder, 'script.fountain'), 'utf8')).diagnostics).toEqual([]);
    const path = join(folder, '3-characters.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"age": \d+/, '"age": 99'));
    const changed = await readStory(folder);
    expect(storyStatus(changed)).toMatchObject({ characters: 'edited', beats: 'stale', scenes: 'stale' });
    expect(storyScript(await writeStory(changed)).fountain).toContain(', 99, ');
  });

  it('name file and field of what is wrong', async () => {
    const folder = await makeFolder();
    await expect(readStory(folder)).rejects.toMatchObject({ code: 'NO_FILE' });
    await saveStory(folder, await writeStory(createStory(premise), { until: 'cards' }));
    const path = join(folder, '5-cards.json');
    const cards = await readFile(path, 'utf8');
    await writeFile(path, cards.slice(0, 300));
    await expect(readStory(folder)).rejects.toMatchObject({
      code: 'BAD_PROJECT',
      message: expect.stringContaining('5-cards.json') as string,
    });
    await writeFile(path, cards.replace('"INT."', '"INSIDE"').replace('"EXT."', '"INSIDE"'));
    await expect(readStory(folder)).rejects.toThrow(/cards\.value\[\d+\]\.setting must be one of INT\., EXT\./);
    await writeFile(path, cards.replace(/"cast": \[\s*"[^"]+"/, '"cast": ["Nobody"'));
    await expect(writeStory(await readStory(folder))).rejects.toThrow('Nobody is no character of the story');
  });
});

describe('a model', () => {
  it('does the steps it is given, and the grammar the others', async () => {
    const writer = model((prompt) => {
      if (prompt.endsWith('TITLE:'))
        return ' The Tide\nLOGLINE: A captain must choose between her boat and her brother before the storm.';
      if (prompt.includes('List its'))
        return 'Ada Quist | she | 44 | captain | to keep the boat | trusts nobody | Salt in her hair\nBen | he | 50 | banker | the berth | vain | Good coat\n- Cleo | she | 30 | cook | peace | talks | Flour\n4. Dov | he | 70 | pilot | rest | forgets | Cap';
      const heading = prompt.split('\n\n').at(-2) ?? '';
      return `${heading}\n\nThe door is open. ADA looks at it.\n\nADA\n(low)\nWho was here?\n\nBEN\nNobody I know. ${'And nobody you know either. '.repeat(6)}\n\nThe NARRATOR\nHello!\n\nAda waits. ${'The water rises a little, and falls. '.repeat(8)}`;
    });
    const project = await writeStory(createStory(premise), { writers: { ideas: writer, characters: writer, scenes: writer } });
    expect(project.steps.ideas?.by).toEqual({ method: 'model', model: 'test-model', seed: 3 });
    expect(project.steps.characters?.value[0]).toMatchObject({ name: 'Ada', familyName: 'Quist', part: 'lead', age: 44 });
    expect(project.steps.beats?.by.method).toBe('grammar');
    const { diagnostics, screenplay, fountain } = storyScript(project);
    expect(diagnostics).toEqual([]);
    expect(fountain).toContain('Author: ');
    const cues = new Set(screenplay.elements.flatMap((element) => (element.type === 'character' ? [element.name] : [])));
    for (const cue of cues) expect(['ADA', 'BEN', 'CLEO', 'DOV']).toContain(cue);
    expect(project.steps.scenes?.value.some(({ by }) => by.method === 'model')).toBe(true);
  });

  it('that answers nonsense is asked three times; then the grammar steps in and says so', async () => {
    const writer = model(() => '???');
    const project = await writeStory(createStory(premise), { writers: writer, ideas: 1 });
    expect(writer.prompts.filter((prompt) => prompt.endsWith('TITLE:')).length).toBe(3);
    expect(project.steps.characters?.by).toMatchObject({
      method: 'grammar',
      instead: expect.stringContaining('test-model') as string,
    });
    expect(project.steps.scenes?.value.every(({ by }) => by.method === 'grammar' && by.instead !== undefined)).toBe(true);
    expect(storyScript(project).diagnostics).toEqual([]);
    const strict = writeStory(createStory(premise), { writers: writer, fallback: 'error' });
    await expect(strict).rejects.toMatchObject({ code: 'UNUSABLE_TEXT' });
  });

  it('of any kind leaves a script that parses and keeps to its cast', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({
            unit: fc.constantFrom(
              'INT. X - DAY',
              'MARA',
              'EXT.',
              '\n',
              '\n\n',
              '(low)',
              ' ',
              'He runs.',
              '/*',
              '[[',
              '@X',
              '>',
              '#',
              '=',
              '~',
              '!',
              '.',
              '|',
              'a',
            ),
          }),
          { maxLength: 9 },
        ),
        async (texts) => {
          let n = 0;
          const writer = model(() => (texts.length === 0 ? '' : texts[n++ % texts.length]));
          const project = await writeStory(createStory({ ...premise, pages: 3 }), { writers: writer, ideas: 1 });
          const { diagnostics, screenplay } = storyScript(project);
          expect(diagnostics).toEqual([]);
          const names = project.steps.characters?.value.map(({ name }) => name.toUpperCase());
          for (const element of screenplay.elements) if (element.type === 'character') expect(names).toContain(element.name);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('that breaks off leaves the scenes in front of it', async () => {
    let scenes = 0;
    const writer = model(() => {
      if (++scenes > 2) throw new Error('cable');
      return 'Rain on the glass, and nobody to hear it but those who have to. '.repeat(25);
    });
    let saved: StoryProject | undefined;
    const broken = writeStory(createStory(premise), { writers: { scenes: writer }, onStep: (project) => void (saved = project) });
    await expect(broken).rejects.toThrow('cable');
    expect(saved?.steps.scenes?.value.length).toBe(2);
  });
});
