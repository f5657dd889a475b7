/**
 * @file Writes a scene of the grammar: the blocks of its kind with the facts of the story put in, as long as its card asks. What a scene
 * says depends on the seed, its card and the cards before it alone, so that one scene can be written again without the others.
 */
import { createRandom } from '@filmai/core-tensor/random';
import type { Random } from '@filmai/core-tensor/random';
import { measurePages } from '../../screenplay/pages.js';
import type { Screenplay, ScriptElement } from '../../screenplay/screenplay.js';
import type { Logline, SceneCard, StoryCharacter } from '../story.js';
import { PART_LETTERS } from './cast.js';
import { expand, slotsOf } from './expand.js';
import { FLAWS } from './flaws.js';
import { SECRETS } from './secrets.js';
import { SCENE_KINDS } from './scene-kinds.js';
import type { Part, SceneKind } from './scene-kinds.js';
import { objectOf, withArticle, worldOf } from './story-facts.js';

/** What a scene is written from. */
export interface SceneInput {
  logline: Logline;
  characters: readonly StoryCharacter[];
  /** All cards; the scene's own is one of them. */
  cards: readonly SceneCard[];
  /** Which one. */
  index: number;
  seed: number;
}

/** A line of a scene: action, or what somebody says. */
export interface SceneLine {
  /** Absent for action. */
  character?: string;
  parenthetical?: string;
  text: string;
}

/**
 * Writes a scene.
 *
 * @param input - The story and the card.
 * @returns Its lines, as near to the card's length as the blocks of its kind allow, never without the indispensable ones.
 */
export function writeGrammarScene(input: SceneInput): SceneLine[] {
  const card = input.cards[input.index];
  const parts = partsOf(input.characters);
  const kind = kindOf(card);
  const slots = slotsOfStory(input.logline, parts, input.seed);
  const random = createRandom(`${input.seed}/${card.id}`);
  const stage = new Set(card.cast);
  const texts = textsOfStory(input, kind);
  const ways = kind.blocks.map(({ of, need }, i) => {
    const own = random.split(i);
    const fit = of
      .flatMap((way) => (way.startsWith('@') ? (texts[way] ?? []) : [way]))
      .filter((way) => isPlayable(way, parts, stage));
    return { need: need === true, lines: fit.length === 0 ? [] : readWay(expand(own.pick(fit), slots, own), parts) };
  });
  const details = detailsOf(input, kind).map((detail, i) => expand(detail, slots, random.split(`detail/${i}`)));
  const arrivals = arrivalsOf(input, slots, random.split('arrivals'));
  // Optional stretches are taken while they bring the scene nearer to its length; a second look at the place fills what is left.
  const heading = countEighths([]);
  const lengths = ways.map(({ lines }) => countEighths(lines) - heading);
  const chosen = ways.map(({ need }) => need);
  let length = heading + lengths.reduce((sum, part, i) => sum + (chosen[i] ? part : 0), 0);
  const nearer = (more: number): boolean => more > 0 && Math.abs(length + more - card.eighths) < Math.abs(length - card.eighths);
  const first = details.slice(0, 1);
  length += first.length > 0 ? countEighths([{ text: first[0] }]) - heading : 0;
  length += arrivals.size * ARRIVAL;
  for (const i of random.split('order').shuffle(ways.map((_, at) => at))) {
    if (chosen[i] || !nearer(lengths[i])) continue;
    chosen[i] = true;
    length += lengths[i];
  }
  const looks = details.length > 1 && nearer(countEighths([{ text: details[1] }]) - heading) ? details.slice(0, 2) : first;
  const lines = ways.flatMap((way, i) => (chosen[i] ? way.lines : []));
  return finishLines([...looks.map((text): SceneLine => ({ text })), ...placeArrivals(lines, arrivals)], random.split('pauses'));
}

/** Two lines and the blank one before them, in eighths of a page. */
const ARRIVAL = 3 * (8 / 55);

/** The kind that a card names, or the one that fits its cast and its place in the story. */
export function kindOf(card: Pick<SceneCard, 'kind' | 'cast'>): SceneKind {
  const found = SCENE_KINDS.find(({ id }) => id === card.kind);
  if (found) return found;
  const fallback = card.cast.length === 1 ? 'low-point' : card.cast.length === 2 ? 'bond' : 'threat';
  return SCENE_KINDS.find(({ id }) => id === fallback) ?? SCENE_KINDS[0];
}

/** Length of lines in eighths of a page, with fractions, a heading included. */
export function countEighths(lines: readonly SceneLine[]): number {
  const none = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };
  const elements = lines.flatMap(({ character, parenthetical, text }): ScriptElement[] => {
    if (character === undefined) return [{ type: 'action', text, span: none }];
    return [
      { type: 'character', text: character, name: character, extensions: [], span: none },
      ...(parenthetical === undefined ? [] : [{ type: 'parenthetical' as const, text: `(${parenthetical})`, span: none }]),
      { type: 'dialogue', text, span: none },
    ];
  });
  const screenplay: Screenplay = { titlePage: [], elements, notes: [], boneyards: [] };
  // On one endless page no line is lost to the turning.
  const layout = measurePages(screenplay, { linesPerPage: 100_000 });
  const last = layout.elements.at(-1);
  return ((last === undefined ? 0 : last.line + last.lines) + 1) * (8 / 55);
}

/** Who plays which part. */
export function partsOf(characters: readonly StoryCharacter[]): Partial<Record<Part, StoryCharacter>> {
  const parts: Partial<Record<Part, StoryCharacter>> = {};
  for (const character of characters) parts[PART_LETTERS[character.part]] ??= character;
  return parts;
}

/** Everything that templates may ask for. */
export function slotsOfStory(
  { facts }: Logline,
  parts: Partial<Record<Part, StoryCharacter>>,
  seed: number,
): Record<string, string> {
  const secret = SECRETS.find(({ id }) => id === facts.secret) ?? SECRETS[0];
  const flaw = FLAWS.find(({ id }) => id === facts.flaw) ?? FLAWS[0];
  const slots: Record<string, string> = {
    O: `the ${facts.object.name.split(' ').at(-1)}`,
    'O.a': withArticle(facts.object.name),
    'O.A': withArticle(facts.object.name),
    stake: facts.stake,
    'threat.act': facts.threat.act,
    'threat.noun': facts.threat.noun,
    deadline: facts.deadline,
    past: facts.past,
    flaw: flaw.label,
    need: flaw.need,
    secret: secret.told,
    said: secret.said,
    ask: createRandom(`${seed}/ask`).pick([
      'the same again, but properly',
      'tomorrow, and then the one after',
      'we open at the usual time',
    ]),
  };
  for (const [letter, character] of Object.entries(parts)) Object.assign(slots, slotsOfCharacter(letter, character));
  return slots;
}

function slotsOfCharacter(letter: string, { name, pronoun, job }: StoryCharacter): Record<string, string> {
  const [they, them, their, theirs] = {
    she: ['she', 'her', 'her', 'hers'],
    he: ['he', 'him', 'his', 'his'],
    // The name in place of the pronoun keeps the verb right.
    they: [name, 'them', 'their', 'theirs'],
  }[pronoun];
  return {
    [letter]: name,
    [`${letter}.they`]: they,
    [`${letter}.They`]: they.slice(0, 1).toUpperCase() + they.slice(1),
    [`${letter}.them`]: them,
    [`${letter}.their`]: their,
    [`${letter}.theirs`]: theirs,
    [`${letter}.job`]: job,
  };
}

/** Texts that kinds name with `@`: in turn where a story has several uses for them. */
function textsOfStory({ logline, cards, index, seed }: SceneInput, kind: SceneKind): Record<string, readonly string[]> {
  const { facts } = logline;
  const world = worldOf(facts);
  const object = objectOf(facts);
  const flaw = FLAWS.find(({ id }) => id === facts.flaw) ?? FLAWS[0];
  const secret = SECRETS.find(({ id }) => id === facts.secret) ?? SECRETS[0];
  // The n-th scene that uses a text takes the n-th way to say it, so that nothing is said twice.
  const turn = (name: string, list: readonly string[]): readonly string[] => {
    const uses = cards.slice(0, index).filter((card) => kindOf(card).blocks.some(({ of }) => of.includes(name))).length;
    return uses < list.length ? [list[uses]] : [];
  };
  const used = (name: string): boolean => kind.blocks.some(({ of }) => of.includes(name));
  const way = createRandom(`${seed}/object`).integer(0, 1);
  const all: Record<string, readonly string[]> = {
    '@labour': world.labour,
    '@talk': world.talk,
    '@clue': secret.clue,
    '@peril': world.peril,
    // The n-th way to plant a thing goes with the n-th to remind of it.
    '@plant': [object.plant[way % object.plant.length]],
    '@remind': [object.remind[way % object.remind.length]],
    '@close': [object.close[way % object.close.length]],
    '@worth': world.worth.map((line) => `a: ${line}`),
    '@after': world.after,
    '@refuse': flaw.refuse,
    '@cost': flaw.cost,
    '@amends': flaw.amends,
    '@reveal': secret.reveal,
  };
  const inTurn = new Set(['@talk', '@clue', '@labour']);
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => used(name))
      .map(([name, list]) => [name, inTurn.has(name) ? turn(name, list) : list]),
  );
}

/** The place as it is seen this time; each time something else, until everything has been seen. */
function detailsOf({ logline, cards, index }: SceneInput, kind: SceneKind): string[] {
  const place = Object.values(worldOf(logline.facts).places).find(({ name }) => name === cards[index].place);
  const known = place ?? (cards[index].kind === undefined ? undefined : worldOf(logline.facts).places[kind.place]);
  // A place that somebody else has named is not described with what is somewhere else.
  if (!known || known.name !== cards[index].place) return [];
  const before = cards.slice(0, index).filter((card) => card.place === cards[index].place).length;
  const list = known.details;
  return before === 0 ? list.slice(0, 2) : before < list.length - 1 ? [list[before + 1]] : [];
}

/** Those who are seen for the first time. */
function arrivalsOf(
  { characters, cards, index }: SceneInput,
  slots: Record<string, string>,
  random: Random,
): Map<string, string> {
  const seen = new Set(cards.slice(0, index).flatMap(({ cast }) => cast));
  const arrivals = new Map<string, string>();
  for (const name of cards[index].cast) {
    const character = characters.find((one) => one.name === name);
    if (!character || seen.has(name)) continue;
    const { familyName, age, job, look } = character;
    const full = [name, familyName].filter(Boolean).join(' ').toUpperCase();
    arrivals.set(name, expand(`${full}, ${age}, ${job}. ${look.replace(/\.$/, '')}.`, slots, random));
  }
  return arrivals;
}

/** Puts each arrival in front of the first line that names or is spoken by them. */
function placeArrivals(lines: readonly SceneLine[], arrivals: ReadonlyMap<string, string>): SceneLine[] {
  const left = new Map(arrivals);
  const out: SceneLine[] = [];
  for (const line of lines) {
    for (const [name, text] of left) {
      if (
        line.character === name.toUpperCase() ||
        new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(line.character === undefined ? line.text : '')
      ) {
        out.push({ text });
        left.delete(name);
      }
    }
    out.push(line);
  }
  return [...[...left.values()].map((text): SceneLine => ({ text })), ...out];
}

/** Whether everyone who speaks is on stage and everyone who is named is in the story. */
function isPlayable(way: string, parts: Partial<Record<Part, StoryCharacter>>, stage: ReadonlySet<string>): boolean {
  const speaks = way.split('\n').flatMap((line) => SPOKEN.exec(line)?.[1] ?? []);
  if (!speaks.every((letter) => stage.has(parts[letter as Part]?.name ?? ''))) return false;
  return slotsOf(way).every((slot) => {
    const letter = /^([poawkc])(?:\.|$)/.exec(slot)?.[1];
    return letter === undefined || parts[letter as Part] !== undefined;
  });
}

const SPOKEN = /^\{?([poawkc])\}?(?: ?\(([^)]*)\))?: (.+)$/;

/** Lines of a way; in worlds the part stands in braces and has become the name. */
function readWay(text: string, parts: Partial<Record<Part, StoryCharacter>>): SceneLine[] {
  return text.split('\n').map((line): SceneLine => {
    const match = /^([^\s:(]+)(?: ?\(([^)]*)\))?: (.+)$/.exec(line);
    const name = match && (parts[match[1] as Part]?.name ?? Object.values(parts).find((one) => one?.name === match[1])?.name);
    if (!match || !name) return { text: line };
    const inner = /^\(([^)]*)\) ?(.+)$/.exec(match[3]);
    const parenthetical = match[2] ?? inner?.[1];
    return {
      character: name.toUpperCase(),
      ...(parenthetical === undefined ? {} : { parenthetical }),
      text: inner?.[2] ?? match[3],
    };
  });
}

/** What stands between two speeches of one person, where one exchange ends and the next begins. */
const PAUSES = [
  'A silence. {x} breaks it.',
  '{x} lets a moment pass.',
  'Nobody says anything. Then:',
  '{x} takes a breath.',
  'That hangs there for a while.',
  '{x} looks away, and back.',
];

/** Capitals at the beginnings of sentences; a pause where two speeches in a row are one person's. */
function finishLines(lines: readonly SceneLine[], random: Random): SceneLine[] {
  const out: SceneLine[] = [];
  const pauses = random.shuffle(PAUSES);
  for (const line of lines) {
    const text = line.text.replace(/(^|[.?!] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    if (line.character !== undefined && line.character === out.at(-1)?.character) {
      const name = line.character.slice(0, 1) + line.character.slice(1).toLowerCase();
      const pause = pauses.pop() ?? 'A pause.';
      out.push({ text: pause.replace('{x}', name) });
    }
    out.push({ ...line, text });
  }
  return out;
}
