/**
 * @file Lexicons as data and as an index for matching. Notation of the data: words apart by white space, `_` joins a phrase,
 * `=name` gives a concept. `nouns` count unless they are plainly verbs; `guarded` nouns are verbs or adjectives just as often
 * ("match", "watch") and need a determiner or a verb of handling before them; `verbs` count where they are verbs.
 */
import { EFFECTS, STUNTS, WEATHER } from './effects-weather.js';
import { FALSE_FRIENDS } from './false-friends.js';
import { CHINESE, CHINESE_FALSE_FRIENDS, FRENCH, GERMAN, SPANISH } from './other-languages.js';
import { EXTRAS, MAKEUP, WARDROBE } from './people.js';
import { PROPS } from './props.js';
import { MUSIC, SOUNDS } from './sounds-music.js';
import { ANIMALS, VEHICLES } from './vehicles-animals.js';

/** What a breakdown sheet has a box for. */
export type TagCategory =
  'prop' | 'vehicle' | 'animal' | 'effect' | 'sound' | 'music' | 'stunt' | 'wardrobe' | 'makeup' | 'extra' | 'weather';

/** All categories, in the order of a breakdown sheet. */
export const TAG_CATEGORIES: readonly TagCategory[] = [
  'extra',
  'stunt',
  'vehicle',
  'prop',
  'animal',
  'wardrobe',
  'makeup',
  'effect',
  'weather',
  'sound',
  'music',
];

/** Languages with a lexicon. */
export type ScriptLanguage = 'en' | 'fr' | 'de' | 'es' | 'zh';

/** The words of one category in English. */
export interface LexiconSource {
  category: TagCategory;
  nouns?: string;
  guarded?: string;
  verbs?: string;
  adjectives?: string;
}

/** Core words of another language by category. */
export type CoreWords = { language: Exclude<ScriptLanguage, 'en'> } & Record<TagCategory, string>;

/** How a word must be used to count. */
export type EntryUse = 'noun' | 'guarded' | 'verb' | 'adjective' | 'false-friend';

/** One word or phrase. */
export interface LexiconEntry {
  words: readonly string[];
  category: TagCategory | undefined;
  use: EntryUse;
  concept?: string;
}

/** Entries by their first word, longest first. */
export type LexiconIndex = ReadonlyMap<string, readonly LexiconEntry[]>;

const built = new Map<ScriptLanguage, LexiconIndex>();

/** The index of a language, built on first use. */
export function lexiconIndex(language: ScriptLanguage): LexiconIndex {
  let index = built.get(language);
  if (!index) {
    index = buildIndex(language === 'en' ? englishEntries() : coreEntries(language));
    built.set(language, index);
  }
  return index;
}

/** Number of words and phrases by category, for documentation and tests. */
export function lexiconSize(language: ScriptLanguage): Record<TagCategory, number> {
  const sizes = Object.fromEntries(TAG_CATEGORIES.map((category) => [category, 0])) as Record<TagCategory, number>;
  for (const entries of lexiconIndex(language).values()) for (const { category } of entries) if (category) sizes[category]++;
  return sizes;
}

function* englishEntries(): Generator<LexiconEntry> {
  for (const source of [PROPS, VEHICLES, ANIMALS, EFFECTS, WEATHER, STUNTS, SOUNDS, MUSIC, WARDROBE, MAKEUP, EXTRAS]) {
    yield* readWords(source.nouns, source.category, 'noun');
    yield* readWords(source.guarded, source.category, 'guarded');
    yield* readWords(source.verbs, source.category, 'verb');
    yield* readWords(source.adjectives, source.category, 'adjective');
  }
  yield* readWords(FALSE_FRIENDS, undefined, 'false-friend');
}

function* coreEntries(language: Exclude<ScriptLanguage, 'en'>): Generator<LexiconEntry> {
  const source = { fr: FRENCH, de: GERMAN, es: SPANISH, zh: CHINESE }[language];
  const chinese = language === 'zh';
  for (const category of TAG_CATEGORIES) yield* readWords(source[category], category, 'noun', chinese);
  if (chinese) yield* readWords(CHINESE_FALSE_FRIENDS, undefined, 'false-friend', true);
}

function* readWords(
  words: string | undefined,
  category: TagCategory | undefined,
  use: EntryUse,
  byCharacter = false,
): Generator<LexiconEntry> {
  for (const item of words?.trim().split(/\s+/) ?? []) {
    const [phrase, concept] = item.split('=') as [string, string | undefined];
    yield { words: byCharacter ? [...phrase] : phrase.split('_'), category, use, ...(concept ? { concept } : {}) };
  }
}

function buildIndex(entries: Iterable<LexiconEntry>): LexiconIndex {
  const index = new Map<string, LexiconEntry[]>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const identity = `${entry.words.join('_')}/${entry.category}/${entry.use}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const first = entry.words[0];
    const list = index.get(first);
    if (list) list.push(entry);
    else index.set(first, [entry]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}
