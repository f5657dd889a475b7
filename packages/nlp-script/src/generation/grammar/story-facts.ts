/** @file Chooses what a story of the grammar turns on, from the words of the premise where they say something, from the seed where not. */
import type { Random } from '@filmai/core-tensor/random';
import type { StoryFacts } from '../story.js';
import { expand } from './expand.js';
import { FLAWS } from './flaws.js';
import { OBJECTS } from './objects.js';
import type { ObjectKind, StoryObject } from './objects.js';
import { DEADLINES, PAST_NIGHTS } from './people.js';
import { SECRETS } from './secrets.js';
import type { World } from './world.js';
import { WORLDS } from './worlds.js';

/** Words that name a thing, and what it is good for; what the premise names goes before the grammar's own things. */
const NAMED_THINGS: Readonly<Record<ObjectKind, readonly string[]>> = {
  proof:
    'tape diary book ledger letter photograph photo film recording map painting notebook logbook record camera radio phone'.split(
      ' ',
    ),
  access: 'key pass card code password ticket combination badge'.split(' '),
  tool: 'lamp rope flare whistle torch compass knife gun pistol lantern axe net bell'.split(' '),
  token: 'ring watch wristwatch medal coin necklace violin doll toy scarf locket dress coat piano stone'.split(' '),
};

/**
 * Chooses facts for a premise.
 *
 * @param premise - Any text.
 * @param random - Decides where the premise doesn't.
 */
export function chooseFacts(premise: string, random: Random): StoryFacts {
  const words = premise.toLowerCase().match(/\p{L}+/gu) ?? [];
  const world = chooseWorld(words, random.split('world'));
  const object = chooseObject(words, random.split('object'));
  const threat = random.split('threat').pick(world.threats);
  return {
    world: world.id,
    stake: world.stake,
    threat: { ...threat },
    deadline: random.split('deadline').pick(DEADLINES),
    past: random.split('past').pick(PAST_NIGHTS),
    object,
    secret: random.split('secret').pick(SECRETS.filter(({ kind }) => kind === object.kind)).id,
    flaw: random.split('flaw').pick(FLAWS).id,
  };
}

/** The grammar's world of that id, or the first where a person gave another. */
export function worldOf(facts: Pick<StoryFacts, 'world'>): World {
  return WORLDS.find(({ id }) => id === facts.world) ?? WORLDS[0];
}

/** The thing with its texts; for a thing that the grammar doesn't know, the texts speak of it in general. */
export function objectOf({ object }: Pick<StoryFacts, 'object'>): StoryObject {
  return (
    OBJECTS.find(({ name, kind }) => name === object.name && kind === object.kind) ?? {
      ...object,
      plant: [
        '{O.a} lies among other things, neither on show nor hidden. {p} moves it to get at what is under it, and moves it back.',
        '{p} picks up {O.a}, looks for a place where it could belong, and puts it down where it was.',
      ],
      remind: ['{O}. {p} has passed it a thousand times. {p} stands still in front of it now.'],
      close: ['{O} is where it has always been. {p} gives it a quarter of a turn, towards the light.'],
    }
  );
}

/** `'a brass key'`, `'an axe'`. */
export function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** A logline by the grammar. */
export function formatLogline(facts: StoryFacts, jobs: { lead: string; opponent: string }, random: Random): string {
  const slots = {
    lead: withArticle(jobs.lead),
    opponent: withArticle(jobs.opponent),
    flaw: FLAWS.find(({ id }) => id === facts.flaw)?.label ?? FLAWS[0].label,
    act: facts.threat.act,
    noun: facts.threat.noun,
    stake: facts.stake,
    deadline: facts.deadline,
    past: facts.past,
    thing: withArticle(facts.object.name),
  };
  const use = {
    proof: 'proves what really happened {past}',
    access: 'opens the one door that was never meant to be opened',
    tool: 'once failed to save a life, and may save one now',
    token: 'holds a promise that somebody would rather forget',
  }[facts.object.kind];
  const text = expand(
    random.pick([
      `When {opponent} is about to {act}, {lead} who {flaw} has until {deadline} to stop it, with {thing} that ${use}.`,
      `{Lead} who {flaw} has until {deadline} to save {stake}, and nothing to do it with but {thing} that ${use}.`,
      `{Noun} is set for {deadline}. Between it and {stake} stands {lead} who {flaw}, and {thing} that ${use}.`,
    ]),
    slots,
    random,
  );
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A title by the grammar. */
export function formatTitle(facts: StoryFacts, random: Random): string {
  const bare = (text: string): string => text.replace(/^(?:the|a|an) /, '');
  const capital = (text: string): string =>
    text.replace(/\p{L}[\p{L}']*/gu, (word, at: number) =>
      at > 0 && /^(?:of|the|and|a|at|in)$/.test(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1),
    );
  return capital(
    random.pick([
      `the ${bare(facts.object.name)}`,
      `until ${facts.deadline}`,
      `the last of the ${bare(facts.stake)}`,
      bare(facts.past),
      `what the ${bare(facts.object.name)} kept`,
      `before ${facts.threat.noun}`,
    ]),
  );
}

function chooseWorld(words: readonly string[], random: Random): World {
  const scores = WORLDS.map((world) => words.filter((word) => world.words.some((known) => sameWord(word, known))).length);
  const best = Math.max(...scores);
  return random.pick(WORLDS.filter((_, i) => scores[i] === best));
}

function chooseObject(words: readonly string[], random: Random): StoryFacts['object'] {
  for (const word of words) {
    const known = OBJECTS.find(({ name }) => name.split(' ').some((part) => sameWord(word, part) && part !== 'of'));
    if (known) return { name: known.name, kind: known.kind };
    for (const [kind, things] of Object.entries(NAMED_THINGS)) {
      const thing = things.find((name) => sameWord(word, name));
      if (thing) return { name: `old ${thing}`, kind: kind as ObjectKind };
    }
  }
  const { name, kind } = random.pick(OBJECTS);
  return { name, kind };
}

function sameWord(word: string, known: string): boolean {
  return word === known || word === `${known}s` || word === `${known}es`;
}
