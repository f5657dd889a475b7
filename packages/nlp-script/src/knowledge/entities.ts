/**
 * @file The entities of a script while it is read: names, pronouns and common nouns come in, one id for each person, animal, place
 * and thing comes out.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import { isPersonNoun } from '../breakdown/grammar.js';
import { isHandleable } from '../breakdown/handled-things.js';
import type { TagCategory } from '../breakdown/lexicon/lexicon.js';
import { lexiconIndex } from '../breakdown/lexicon/lexicon.js';
import type { PlaceNames } from '../breakdown/place-mentions.js';
import { placeNamesOf, placesInText } from '../breakdown/place-mentions.js';
import type { Pronoun } from '../breakdown/pronouns.js';
import { baseForms } from '../breakdown/tokens.js';
import type { Entity, Evidence } from './graph.js';
import { isKindOf } from './kinds-of-things.js';
import type { NamedThing } from '../breakdown/named-things.js';
import { rememberWords } from '../breakdown/word-memory.js';
import type { Chunk } from './phrases.js';

/** Who was spoken of last, so that "she" and "it" can be told. */
export interface Focus {
  /** Ids, the last mentioned first. */
  people: string[];
  things: string[];
  /** The last people named together: "they". */
  group: string[];
}

/** The entities of one script, growing as it is read. */
export interface EntityTable {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly placeNames: PlaceNames;
  person(name: string): string;
  place(name: string, within?: string): string;
  named(thing: NamedThing): string;
  /** A thing by its dictionary form; `definite` ("the gun") may mean a thing that went by another word. */
  thing(lemma: string, category: TagCategory | undefined, definite: boolean): string;
  /** The entities that a noun phrase means, none where it can't be told. */
  resolve(chunk: Chunk, focus: Focus, context: ResolveContext): string[];
  note(id: string, evidence: Evidence): void;
  /** Things and animals whose names stand in a text, given as lower-case words with a space before and after each. */
  spelledIn(words: string): string[];
  pronounOf(id: string): Pronoun | undefined;
}

/** What resolving a noun phrase needs to know around it. */
export interface ResolveContext {
  /** Tags of the breakdown that cover an offset of the sentence, if any. */
  tagAt(offset: number): { lemma: string; category: TagCategory } | undefined;
  /** What the sentence itself gives a name to: the mule of "a mule named DEACON" is Deacon. */
  introduced: ReadonlyMap<string, string>;
  /** Ids that the phrase can't mean: the subject of its own clause. */
  not: readonly string[];
}

/** An empty focus, for the beginning of a scene. */
export function createFocus(): Focus {
  return { people: [], things: [], group: [] };
}

/** Brings an entity to the front of what pronouns may mean. */
export function attend(focus: Focus, id: string): void {
  const list = id.startsWith('person:') ? focus.people : focus.things;
  const at = list.indexOf(id);
  if (at >= 0) list.splice(at, 1);
  list.unshift(id);
}

/**
 * The table of a script with its characters and the places of its headings.
 *
 * @param breakdown - The script's breakdown.
 */
export function createEntityTable(breakdown: Breakdown): EntityTable {
  const entities = new Map<string, Entity>();
  const pronouns = new Map<string, Pronoun>();
  const placeNames = placeNamesOf(breakdown.scenes.flatMap(({ placeParts }) => placeParts));
  const things: { entity: Entity; spelled: string }[] = [];
  const slugs = new Map<string, string>();
  const slugOf = (name: string): string => {
    let known = slugs.get(name);
    if (known === undefined) slugs.set(name, (known = slug(name)));
    return known;
  };
  const add = (kind: Entity['kind'], name: string, extra: Partial<Entity> = {}): string => {
    const id = `${kind}:${slugOf(name)}`;
    if (entities.has(id)) return id;
    const entity: Entity = { id, kind, name, aliases: [], scenes: [], mentions: [], ...extra };
    entities.set(id, entity);
    if (kind === 'object' || kind === 'animal') things.push({ entity, spelled: ` ${name.toLowerCase()} ` });
    return id;
  };
  const sorts = new Map<string, string>();
  const placeId = (name: string, within?: string): string => {
    const id = add('place', name);
    const entity = entities.get(id)!;
    if (within !== undefined && within !== id && entity.within === undefined) entity.within = within;
    return id;
  };
  for (const character of breakdown.characters) {
    const id = add('person', character.name, {
      aliases: [...character.aliases],
      ...(character.description ? { description: [character.age, character.description].filter(Boolean).join(', ') } : {}),
    });
    if (character.pronoun) pronouns.set(id, character.pronoun);
  }
  for (const { placeParts } of breakdown.scenes) {
    let whole: string | undefined;
    for (const part of placeParts) whole = placeId(part.toLowerCase(), whole);
  }

  const thing = (lemma: string, category: TagCategory | undefined, definite: boolean): string => {
    const kind = category === 'animal' ? 'animal' : 'object';
    const exact = `${kind}:${slugOf(lemma)}`;
    const named = sorts.get(lemma);
    if (definite && named !== undefined && !entities.has(exact)) return named;
    if (entities.has(exact)) return exact;
    if (definite) {
      const kin = things.filter(({ entity }) => isKindOf(entity.sort ?? entity.name, lemma));
      if (kin.length === 1) return kin[0].entity.id;
    }
    return add(kind, lemma, category ? { category } : {});
  };

  return {
    entities,
    placeNames,
    person: (name) => add('person', name),
    place: placeId,
    named(found) {
      const id = add(found.kind, found.name, {
        sort: found.sort,
        ...(found.kind === 'animal' ? { category: 'animal' as const } : {}),
      });
      sorts.set(found.sort, id);
      return id;
    },
    thing,
    spelledIn: (words) => things.filter(({ spelled }) => words.includes(spelled)).map(({ entity }) => entity.id),
    pronounOf: (id) => pronouns.get(id),
    note(id, evidence) {
      const entity = entities.get(id);
      if (!entity) return;
      if (entity.scenes.at(-1) !== evidence.scene && !entity.scenes.includes(evidence.scene)) entity.scenes.push(evidence.scene);
      const last = entity.mentions.at(-1);
      if (last?.element !== evidence.element || last.quote !== evidence.quote) entity.mentions.push(evidence);
    },
    resolve(chunk, focus, { tagAt, introduced, not }) {
      if (chunk.name !== undefined) return [chunk.name];
      const pronoun = resolvePronoun(chunk.head, focus, not, pronouns);
      if (pronoun) return pronoun;
      const places = placesInText(chunk.text, placeNames);
      const place = places.find(({ end }) => chunk.start + end >= chunk.headStart);
      if (place && tagAt(chunk.headStart)?.category !== 'vehicle') return [placeId(place.place)];
      const lemma = singular(chunk.head);
      const tag = tagAt(chunk.headStart);
      if (isPersonNoun(chunk.head) || tag?.category === 'extra') {
        const name = [...chunk.modifiers.filter((word) => /^(?:old|young|little|tall|blind)$/.test(word)), lemma].join(' ');
        return [add('person', name, { category: 'extra' })];
      }
      if (!isHandleable(lemma) || lemma.length < 2 || /^\d+$/.test(lemma) || NOT_THINGS.has(lemma)) return [];
      if (tag && !THING_CATEGORIES.has(tag.category)) return [];
      const named = introduced.get(lemma);
      if (named !== undefined) return [named];
      const known = tag ?? knownThing(lemma);
      return [thing(known?.lemma ?? lemma, known?.category, chunk.definite)];
    },
  };
}

const THING_CATEGORIES: ReadonlySet<TagCategory> = new Set(['prop', 'vehicle', 'animal', 'wardrobe', 'music']);

/** Heads of noun phrases that are no things: measures, times, abstractions that action lines are full of. */
const NOT_THINGS = new Set(
  `moment minute second hour day night morning evening time beat pause silence sound noise voice light dark darkness shadow air breath side
  edge end middle centre center front back top bottom corner distance direction place way line row number name word question answer
  smile laugh look glance tear tears scream cry sleep thought idea truth lie life death love fear anger grief pain job work
  one ones other others each both none all some most more enough two three four five six seven eight nine ten dozen hundred
  a an the this that these those his her its their my your our another every out up off away back in on over
  something nothing everything anything somebody nobody here there then now again together alone step steps fist arm nobody
  attention control trouble help hold care turn seat course rest lot bit kind sort sight view scene camera frame shot left right`.split(
    /\s+/,
  ),
);

function resolvePronoun(
  head: string,
  focus: Focus,
  not: readonly string[],
  pronouns: ReadonlyMap<string, Pronoun>,
): string[] | undefined {
  switch (head) {
    case 'he':
    case 'him':
    case 'himself':
    case 'his':
      return first(focus.people, (id) => (pronouns.get(id) ?? 'he') === 'he' && (head === 'himself' || !not.includes(id)));
    case 'she':
    case 'her':
    case 'herself':
      return first(focus.people, (id) => (pronouns.get(id) ?? 'she') === 'she' && (head === 'herself' || !not.includes(id)));
    case 'it':
      return first(focus.things, (id) => !not.includes(id));
    case 'they':
    case 'them':
    case 'their':
      return focus.group.filter((id) => !not.includes(id));
    case 'its':
      return first(focus.things, () => true);
    default:
      return OTHER_PRONOUNS.test(head) ? [] : undefined;
  }
}

const OTHER_PRONOUNS =
  /^(?:i|me|you|we|us|who|whom|which|that|this|these|those|itself|ourselves|themselves|yourself|myself|someone|somebody|nobody|everyone|everybody|something|nothing|everything)$/;

function first(ids: readonly string[], fits: (id: string) => boolean): string[] {
  const found = ids.find((id) => fits(id));
  return found === undefined ? [] : [found];
}

/** What the lexicons say of a word, where they know it as a thing. */
export const knownThing: (lemma: string) => Readonly<{ lemma: string; category: TagCategory }> | undefined = rememberWords(
  (lemma) => {
    const entry = lexiconIndex('en')
      .get(lemma)
      ?.find(
        ({ words, category, use }) =>
          words.length === 1 && category !== undefined && THING_CATEGORIES.has(category) && (use === 'noun' || use === 'guarded'),
      );
    return entry?.category ? { lemma, category: entry.category } : undefined;
  },
);

/** One spelling for one and many: `'knives'` → knife, `'glass'` stays. */
export const singular: (word: string) => string = rememberWords((word) => {
  const forms = baseForms(word);
  const known = forms.find((form) => form !== word && knownThing(form));
  if (known) return known;
  if (knownThing(word) || !/[^siu]s$|ies$|(?:ss|x|ch|sh)es$/.test(word) || word.length < 4) return word;
  return forms.at(-1)!;
});

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
