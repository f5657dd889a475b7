/**
 * @file Things and animals with names of their own: "a mule named DEACON", "the sword NIGHTJAR", "A trawler, the CONSTANCE",
 * "the DUCHESS, a necklace", "a tractor with BETSY painted on its bonnet".
 */
import { lexiconIndex } from './lexicon/lexicon.js';

/** A name and what bears it. */
export interface NamedThing {
  /** In capitals or as written: `'DEACON'`. */
  name: string;
  /** `'mule'`, in lower case. */
  sort: string;
  kind: 'animal' | 'object';
  /** Offset of the name in the text. */
  start: number;
}

const NAME = String.raw`(\p{Lu}[\p{L}'’-]+(?: (?:of|the|and) \p{Lu}[\p{L}'’-]+| \p{Lu}[\p{L}'’-]+){0,3})`;
const CAPITALS = String.raw`(\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+){0,3})(?!\p{Ll})`;
const ARTICLE = String.raw`(?:[Aa]n?|[Tt]he|THE|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\p{L}+['’]s)`;

/** Each gives sort and name in the groups named so. Order: the surest first. */
const PATTERNS: readonly { pattern: RegExp; sort: number; name: number }[] = [
  {
    pattern: new RegExp(String.raw`\b([\p{Ll}-]+) (?:named|called|christened|nicknamed) (?:["“']?)(?:the |THE )?${NAME}`, 'gu'),
    sort: 1,
    name: 2,
  },
  {
    pattern: new RegExp(
      String.raw`\b([\p{Ll}-]+)(?: [\p{Ll}]+){0,3} with ["“']?${CAPITALS}["”']? (?:painted|written|stencilled|engraved|embroidered|carved|lettered)\b`,
      'gu',
    ),
    sort: 1,
    name: 2,
  },
  { pattern: new RegExp(String.raw`\b${ARTICLE} (?:[\p{Ll}-]+ ){0,2}([\p{Ll}-]+) ${CAPITALS}`, 'gu'), sort: 1, name: 2 },
  {
    pattern: new RegExp(
      String.raw`\b${ARTICLE} (?:[\p{Ll}’'-]+ ){0,3}([\p{Ll}-]+), (?:the |THE )?${CAPITALS}(?=[,.;:!?]|$)`,
      'gu',
    ),
    sort: 1,
    name: 2,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:the |THE )?${CAPITALS}, (?:an?|the|his|her) (?:[\p{Ll}-]+ ){0,2}([\p{Ll}-]+)(?= of\b|[,.;:!?]|$)`,
      'gu',
    ),
    sort: 2,
    name: 1,
  },
];

/**
 * Things that a text of action gives a name. Only nouns that the lexicons know as animals, vehicles or props bear one, so that
 * "the sergeant BIRCH" stays a person.
 *
 * @param text - Action.
 */
export function findNamedThings(text: string): NamedThing[] {
  const found = new Map<string, NamedThing>();
  for (const { pattern, sort, name } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const noun = match[sort].toLowerCase();
      const called = match[name].trim();
      if (!/^\p{Lu}/u.test(called) || /^\p{Lu}+$/u.test(match[sort]) || found.has(called)) continue;
      const kind = kindOf(noun);
      if (kind) found.set(called, { name: called, sort: noun, kind, start: match.index + match[0].indexOf(called) });
    }
  }
  return [...found.values()];
}

function kindOf(noun: string): NamedThing['kind'] | undefined {
  const entry = lexiconIndex('en')
    .get(noun)
    ?.find(({ words, category, use }) => words.length === 1 && category !== undefined && use !== 'verb' && use !== 'adjective');
  if (entry?.category === 'animal') return 'animal';
  return entry?.category === 'prop' || entry?.category === 'vehicle' ? 'object' : undefined;
}
