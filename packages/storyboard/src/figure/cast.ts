/**
 * @file Casting: a look for a character from what the script says about it. Words of age, build, hair, clothes and profession
 * are followed; the rest is drawn from a seed, again and again until nobody in the cast can be mistaken for another. Nothing
 * is read out of a name but, at most, whether it is commonly a woman's or a man's; skin is never.
 */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { costumes } from './costumes.js';
import { CLOTH_WORDS, femaleFrom, HAIR_WORDS, HAT_WORDS, STYLE_WORDS } from './cast-words.js';
import {
  CLOTH_PAINTS,
  type FaceShape,
  HAIR_PAINTS,
  type HairStyle,
  type Look,
  lookDistance,
  paintDistance,
  type Paint,
  PLAIN_FACE,
  PLAIN_LOOK,
  SKINS,
} from './look.js';

/** What is known about a character. */
export interface CastingCall {
  /** The script's words: `'30s, red scarf'`, an introduction, the action in which the character appears. */
  description?: string;
  /** Profession or role words, if they are known apart from the name. */
  role?: string;
  /** The film's seed. Default 1. */
  seed?: number | string;
  /** Looks already given to others in the film: the new one will differ. */
  taken?: readonly Look[];
}

/** Below this `lookDistance` two people are redrawn. */
const APART = 3.2;

/**
 * A look for a character.
 *
 * @param name - As in the script: `'MARA'`, `'OLD KEEPER'`, `'DR. LIN'`, `'BOY (8)'`.
 * @param call - Description, role, seed and who is cast already.
 * @returns The same look for the same arguments.
 *
 * @example
 * ```ts
 * import { lookFor } from '@filmai/storyboard/figure';
 *
 * const judge = lookFor('JUDGE', { description: 'an old woman with glasses', seed: 7 });
 * console.log(judge.costume, judge.female, judge.age > 60, judge.glasses !== 'none'); // robe true true true
 * ```
 */
export function lookFor(name: string, { description = '', role = '', seed = 1, taken = [] }: CastingCall = {}): Look {
  const words = ` ${name} ${role} ${description} `.toLowerCase().replace(/[_/]/g, ' ');
  const called = { costume: costumeIn(words), paints: clothesIn(words) };
  let best: Look | undefined;
  let farthest = -99;
  for (let attempt = 0; attempt < 24; attempt++) {
    const look = draw(name, words, called, createRandom(`${seed}/${name}/${attempt}`));
    // Clothes are what an audience sees first: the same garment in the same colour is worse than any likeness of faces.
    const nearest = Math.min(99, ...taken.map((other) => lookDistance(look, other) - (sameClothes(look, other) ? 4 : 0)));
    if (nearest >= APART) return look;
    if (nearest > farthest) {
      farthest = nearest;
      best = look;
    }
  }
  return best as Look;
}

const has = (words: string, pattern: RegExp): boolean => pattern.test(words);

/** Two people in one costume and colour. Who wears a uniform looks like the others on purpose. */
function sameClothes(a: Look, b: Look): boolean {
  const uniform = costumes().find((c) => c.name === a.costume)?.wear?.top;
  return !uniform && a.costume === b.costume && paintDistance(a.top, b.top) < 0.3;
}

/** What the words say about clothes; read once for all attempts. */
interface Called {
  costume: string | undefined;
  paints: ReturnType<typeof clothesIn>;
}

function draw(name: string, words: string, called: Called, random: Random): Look {
  const age = ageFrom(words, random);
  const stated = femaleFrom(words, name);
  const female = stated ?? random.chance(0.5);
  const adultHeight = (female ? 1.65 : 1.77) + random.normal(0, 0.045);
  const height = Math.min(
    2.05,
    Math.max(
      0.75,
      heightAt(age, adultHeight) +
        (has(words, /\b(tall|towering|lanky|grand|groß|alto|alta)\b|高大/) ? 0.1 : 0) -
        (has(words, /\b(short man|short woman|small|tiny|petite|petit|klein|bajo)\b/) ? 0.09 : 0),
    ),
  );
  const build = buildFrom(words, random);
  const old = age > 58;
  const skin = skinFrom(words, random);
  const hairPaint = hairPaintFrom(words, age, skin, random);
  const costume = costumeFrom(words, called.costume, age, female, random);
  const face = faceFrom(random);
  if (has(words, /\b(gaunt|haggard|bony)\b/)) face.cheek = -1;
  const { wear = {}, palette: made } = costumes().find((c) => c.name === costume) ?? {};
  const named = called.paints;
  const palette = Object.values(CLOTH_PAINTS) as Paint[];
  const quiet: Paint[] = [
    CLOTH_PAINTS.charcoal,
    CLOTH_PAINTS.navy,
    CLOTH_PAINTS.brown,
    CLOTH_PAINTS.grey,
    CLOTH_PAINTS.khaki,
    CLOTH_PAINTS.black,
    CLOTH_PAINTS.olive,
    CLOTH_PAINTS.blue,
  ];
  const garmentPaint =
    named.garment ??
    materialPaint(words, costume, random) ??
    (made ? random.pick(made) : undefined) ??
    wear.top ??
    (costume === 'suit' || costume === 'coat' ? random.pick(quiet) : random.pick(palette));
  const hatFound = HAT_WORDS.find(([, pattern]) => pattern.test(words));
  const bare = has(words, /\b(bareheaded|hatless|no hat)\b/);
  const hat = bare
    ? undefined
    : (hatFound?.[0] ??
      wear.hat ??
      (costume === 'coat' && !female && random.chance(0.3)
        ? 'brim'
        : costume === 'scrubs' && random.chance(0.3)
          ? 'surgeon'
          : undefined));
  const beardWord = has(words, /\b(beard|bearded|barbu|bärtig|barba)\b|胡子/);
  const beard =
    female || age < 18
      ? 'none'
      : has(words, /\bclean-?shaven\b/)
        ? 'none'
        : has(words, /\b(moustache|mustache|bigote|schnurrbart)\b/)
          ? 'moustache'
          : has(words, /\b(stubble|unshaven|mal rasé)\b/)
            ? 'stubble'
            : has(words, /\bgoatee\b/)
              ? 'goatee'
              : beardWord
                ? has(words, /\blong (white |grey )?beard\b/)
                  ? 'long'
                  : 'full'
                : has(words, /keeper|fisherman|sailor|hermit|captain|wizard|santa/) && random.chance(0.65)
                  ? 'full'
                  : random.chance(0.42)
                    ? random.pick(['stubble', 'moustache', 'full', 'goatee', 'stubble'] as const)
                    : 'none';
  const glasses = has(words, /\b(sunglasses|shades)\b|墨镜/)
    ? 'sun'
    : has(words, /\b(glasses|goggles|spectacles|bespectacled|lunettes|brille|gafas)\b|眼镜/)
      ? random.pick(['round', 'square'] as const)
      : has(words, /professor|librarian|scientist|accountant/)
        ? 'round'
        : random.chance(old ? 0.3 : 0.12) && age > 14
          ? random.pick(['round', 'square'] as const)
          : 'none';
  return {
    ...PLAIN_LOOK,
    height: Math.round(height * 1000) / 1000,
    build,
    age,
    female,
    face,
    hairPaint,
    skin: SKINS[skin],
    hair: hairFrom(words, age, female, random),
    beard,
    glasses,
    costume,
    ...(hat ? { hat } : {}),
    hatPaint: named.hat ?? (hatFound ? undefined : wear.hatPaint) ?? wear.hatPaint ?? random.pick(quiet),
    top: garmentPaint,
    bottom: named.bottom ?? wear.bottom ?? random.pick(quiet),
    accent: named.accent ?? wear.accent ?? random.pick(palette),
    ...(has(words, /\b(scarf|muffler|écharpe|schal|bufanda)\b|围巾/)
      ? { scarf: named.scarf ?? random.pick([CLOTH_PAINTS.red, CLOTH_PAINTS.teal, CLOTH_PAINTS.cream, CLOTH_PAINTS.wine]) }
      : {}),
    seed: random.integer(1, 1e6),
  };
}

/** Years from `(8)`, `30s`, `aged 45`, `eight years old`, or from words like old, teen, boy. */
function ageFrom(words: string, random: Random): number {
  const decade = /\b(?:(early|mid|late)[- ]?)?([1-9]0)['’]?s\b/.exec(words);
  if (decade) return Number(decade[2]) + (decade[1] === 'early' ? 2 : decade[1] === 'late' ? 8 : 5);
  const number =
    /\(\s*(\d{1,2})\s*\)|\baged? (\d{1,2})\b|\b(\d{1,2})[- ]years?[- ]old\b|,\s*(\d{1,2})\s*(?=[,.;) ])|(\d{1,2})\s*岁|\b(?:man|woman|boy|girl|child) (\d{1,2})\b/.exec(
      words,
    );
  const years = number && Number(number.slice(1).find((group) => group !== undefined));
  if (years && years >= 2 && years <= 99) return years;
  if (has(words, /\b(baby|toddler)\b/)) return 3;
  if (
    has(
      words,
      /\b(little (boy|girl)|boy|girl|child|kid|son of|grandson|granddaughter|pupils?|schoolboy|schoolgirl|garçon|fillette|enfant|junge|mädchen|niñ[oa]|alumn[oa]|schüler(in)?)\b|男孩|女孩|孩子/,
    )
  )
    return random.integer(7, 11);
  if (has(words, /\b(teen|teenager|teenage|adolescent|youth|student)\b|少年|学生/)) return random.integer(14, 18);
  if (
    has(
      words,
      /\b(old|elderly|aged|ancient|grandmother|grandfather|grandma|grandpa|granny|retired|vieux|vieille|alter?|alte|viej[oa]|ancian[oa])\b|老/,
    )
  )
    return random.integer(66, 80);
  if (has(words, /\b(young|jeune|junge[rn]?|joven)\b|年轻/)) return random.integer(20, 27);
  if (has(words, /\b(middle-aged|judge|captain|professor|priest|admiral|general|keeper)\b/)) return random.integer(48, 64);
  return random.integer(24, 56);
}

/** Height by age: children after the WHO growth medians, roughly; the old lose a little. */
function heightAt(age: number, adult: number): number {
  if (age < 17) return adult * (0.5 + 0.5 * Math.min(1, Math.max(0, (age - 1.5) / 15.5)) ** 0.85);
  return adult - Math.max(0, age - 60) * 0.0012;
}

function buildFrom(words: string, random: Random): number {
  if (has(words, /\b(fat|heavy|stout|obese|portly|burly|massive|huge|gros|dick|gord[oa])\b|胖/)) return random.range(1.22, 1.34);
  if (has(words, /\b(thin|skinny|slim|slender|lanky|gaunt|wiry|bony|maigre|mince|dünn|delgad[oa])\b|瘦/))
    return random.range(0.78, 0.86);
  if (has(words, /\b(strong|muscular|broad|athletic|big|stocky|costaud|stark|fuerte)\b/)) return random.range(1.1, 1.18);
  return Math.min(1.25, Math.max(0.82, random.normal(1, 0.09)));
}

function faceFrom(random: Random): FaceShape {
  const face = { ...PLAIN_FACE };
  for (const key of Object.keys(face) as (keyof FaceShape)[])
    face[key] = Math.round(Math.min(1, Math.max(-1, random.normal(0, 0.5))) * 100) / 100;
  return face;
}

/** Only what the script states about skin counts; otherwise every tone is as likely. */
function skinFrom(words: string, random: Random): number {
  const drawn = random.integer(0, SKINS.length - 1);
  if (has(words, /\b(pale|fair-skinned|ashen|pallid)\b/)) return 0;
  if (has(words, /\b(dark-skinned|black (man|woman|boy|girl)|african[- ]american)\b/)) return random.integer(7, 9);
  if (has(words, /\b(tanned|sunburnt|weathered|olive-skinned|brown-skinned)\b/)) return random.integer(4, 6);
  return drawn;
}

function hairPaintFrom(words: string, age: number, skin: number, random: Random): Paint {
  for (const [name, pattern] of HAIR_WORDS) if (pattern.test(words)) return HAIR_PAINTS[name];
  if (age > 70) return random.pick([HAIR_PAINTS.white, HAIR_PAINTS.grey]);
  if (age > 50 && random.chance((age - 46) / 22)) return HAIR_PAINTS.grey;
  // Fair hair on dark skin reads as dyed, which nothing in the script says.
  if (skin > 5) return random.pick([HAIR_PAINTS.black, HAIR_PAINTS.black, HAIR_PAINTS.dark, HAIR_PAINTS.brown]);
  return random.pick([
    HAIR_PAINTS.black,
    HAIR_PAINTS.dark,
    HAIR_PAINTS.dark,
    HAIR_PAINTS.brown,
    HAIR_PAINTS.brown,
    HAIR_PAINTS.auburn,
    HAIR_PAINTS.red,
    HAIR_PAINTS.blonde,
    HAIR_PAINTS.blonde,
  ]);
}

function hairFrom(words: string, age: number, female: boolean, random: Random): HairStyle {
  for (const [style, pattern] of STYLE_WORDS) if (pattern.test(words)) return style;
  if (has(words, /\b(soldier|marine|police|officer|guard)\b/) && !female) return random.pick(['crew', 'short', 'shaved']);
  if (female) {
    if (age < 13) return random.pick(['braids', 'pony', 'long', 'bob', 'curly']);
    if (age > 62) return random.pick(['bun', 'pixie', 'curly', 'bob']);
    return random.pick(['bob', 'long', 'wavy', 'pony', 'bun', 'pixie', 'curly', 'afro', 'braids']);
  }
  if (age < 16) return random.pick(['short', 'messy', 'curly', 'side', 'crew', 'afro']);
  if (age > 55) return random.pick(['receding', 'bald', 'short', 'slick', 'receding', 'side']);
  return random.pick([
    'short',
    'side',
    'crew',
    'messy',
    'curly',
    'slick',
    'afro',
    'short',
    'shaved',
    age < 32 ? 'messy' : 'receding',
  ]);
}

const compiled = new Map<string, RegExp>();

/** A word as a whole word with its plural; of scripts without spaces anywhere. */
function wholeWord(word: string): RegExp {
  const known =
    compiled.get(word) ?? new RegExp(/^[\x20-\x7fÀ-ɏ]+$/.test(word) ? `(?<![\\p{L}-])${word}s?(?![\\p{L}])` : word, 'iu');
  compiled.set(word, known);
  return known;
}

/** The costume whose words stand in the text; the longest wins, and a garment says more than a profession. */
function costumeIn(words: string): string | undefined {
  let best: { name: string; length: number } | undefined;
  for (const { name, words: calls } of costumes())
    for (const call of calls) {
      const weight = call.length + (call === name || call.includes(' ') ? 6 : 0);
      if ((!best || weight > best.length) && wholeWord(call).test(words)) best = { name, length: weight };
    }
  return best?.name;
}

/** The costume that was called for, if it suits; otherwise everyday clothes by age. */
function costumeFrom(words: string, called: string | undefined, age: number, female: boolean, random: Random): string {
  // Of the words for a skirt or a dress some are professions.
  if (called === 'skirt' && !female) return random.pick(['waistcoat', 'jacket', 'sweater']);
  if (called && !(called === 'dress' && !female) && !(called === 'child' && age > 13)) return called;
  if (has(words, /\b(inspector|commissaire|kommissar|inspector[ae]?|detective)\b|侦探/)) return random.pick(['coat', 'suit']);
  if (has(words, /\b(keeper|warden|caretaker)\b/)) return random.pick(['coat', 'sweater']);
  if (age < 13) return 'child';
  const everyday = female
    ? ['jacket', 'sweater', 'dress', 'skirt', 'shirt', 'coat', 'tshirt', 'hoodie']
    : ['jacket', 'sweater', 'shirt', 'coat', 'tshirt', 'hoodie', 'waistcoat', 'suit'];
  return random.pick(age > 60 ? everyday.filter((name) => name !== 'hoodie' && name !== 'tshirt') : everyday);
}

/** What garments are made of says their colour where no colour is named. */
function materialPaint(words: string, costume: string, random: Random): Paint | undefined {
  const { black, brown, charcoal, tan, grey, blue } = CLOTH_PAINTS;
  if (costume === 'jacket' && has(words, /\b(leather|biker|cuir|leder\w*|cuero)\b|皮夹克/)) return random.pick([black, brown]);
  if (costume === 'coat' && has(words, /\b(fur|pelz\w*|fourrure|pieles?)\b|皮草/)) return random.pick([brown, tan, grey]);
  if (costume === 'jacket' && has(words, /\b(denim|jeans?)\b/)) return blue;
  return costume === 'coat' && has(words, /\b(detective|inspector|undertaker)\b/)
    ? random.pick([charcoal, tan, grey])
    : undefined;
}

const SCARVES = 'scarf|muffler';
const HATS = 'hat|cap|beanie|beret|helmet|hood';
const LEGS = 'trousers|pants|jeans|skirt|shorts';
const TRIMMINGS = 'tie|apron|collar';
const GARMENTS =
  'coat|jacket|sweater|jumper|dress|gown|shirt|blouse|suit|jumpsuit|uniform|overcoat|raincoat|oilskin|hoodie|cardigan|robe|t-shirt|scrubs|overalls';
const COLOURED = CLOTH_WORDS.map(
  ([colour, pattern]) =>
    [
      CLOTH_PAINTS[colour],
      new RegExp(
        `(?:${pattern})[\\s,]+(?:[\\p{L}-]+\\s+){0,2}?(?:(${SCARVES})|(${HATS})|(${LEGS})|(${TRIMMINGS})|(?:${GARMENTS}))`,
        'u',
      ),
    ] as const,
);

/** Colours named together with a piece of clothing: `red scarf`, `a worn brown coat`. */
function clothesIn(words: string): { garment?: Paint; scarf?: Paint; hat?: Paint; bottom?: Paint; accent?: Paint } {
  const found: ReturnType<typeof clothesIn> = {};
  for (const [paint, pattern] of COLOURED) {
    const match = pattern.exec(words);
    if (!match) continue;
    const [, scarf, hat, legs, trimming] = match;
    if (scarf) found.scarf = paint;
    else if (hat) found.hat = paint;
    else if (legs) found.bottom = paint;
    else if (trimming) found.accent = paint;
    else found.garment = paint;
  }
  return found;
}
