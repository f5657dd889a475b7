/** @file Which sound a script asks for: words of action lines and headings, and the sounds they stand for. */
import type { SoundKind } from './sound-effect.js';

/** A sound found in a text. */
export interface FoundSound {
  kind: SoundKind;
  /** The word that called for it. */
  matched: string;
}

/** Sounds that go on under a whole scene, by place and weather; the first that matches wins. */
const AMBIENCES: readonly (readonly [SoundKind, RegExp])[] = [
  ['storm', /\b(storm|tempest|hurricane|thunderstorm|orage|gewitter|tormenta)\w*\b|暴风雨|暴雨/i],
  ['rain', /\b(rain|drizzle|downpour|pluie|regen|lluvia)\w*\b|雨/i],
  ['spaceship', /\b(space|spaceship|starship|orbit|airlock|cockpit)\w*\b|太空|飞船/i],
  ['sea', /\b(sea|ocean|harbou?r|beach|shore|quay|pier|dock|ship|boat|ferry|port|island|mer|meer|hafen|mar|puerto)\b|海|港/i],
  ['river', /\b(river|stream|creek|brook|waterfall|fluss|rivière|río)\b|河/i],
  ['train', /\b(train|railway|carriage|metro|subway|zug)\b|火车|地铁/i],
  ['engine', /\b(car|truck|bus|van|taxi|plane|aeroplane|airplane|cabin|helicopter|driving)\b|汽车|飞机/i],
  [
    'wind',
    /\b(wind|windy|mountain|cliff|headland|desert|dune|roof|rooftop|field|plain|moor|snow|blizzard|ice|canyon|wüste|désert|desierto)\w*\b|风|沙漠|雪|山/i,
  ],
  ['forest', /\b(forest|wood|woods|jungle|garden|park|meadow|farm|wald|forêt|bosque)\b|森林|公园/i],
  [
    'crowd',
    /\b(bar|pub|restaurant|diner|caf[eé]|party|market|station|airport|lobby|classroom|school|stadium|theatre|crowd|court|courtroom)\b|酒吧|餐厅|学校|车站/i,
  ],
  ['city', /\b(street|road|city|town|alley|square|highway|parking|village|straße|rue|calle)\b|街|路|城/i],
  ['hum', /\b(hospital|office|corridor|laboratory|lab|ward|basement|prison|cell|server|fridge|supermarket|shop)\b|医院|办公室/i],
  ['night', /\b(night|camp|campfire|porch|nacht|nuit|noche)\b|夜/i],
];

/** Sounds that happen once, by what makes them. */
const EVENTS: readonly (readonly [SoundKind, RegExp])[] = [
  ['explosion', /\b(explo\w+|blast\w*|detonat\w+|blows? up|bomb)\b|爆炸/i],
  ['gunshot', /\b(gunshots?|shoots?|fires? (?:a|the|his|her) (?:gun|pistol|rifle)|shot rings|bang!)\b|枪声/i],
  ['thunder', /\b(thunder\w*|lightning)\b|雷/i],
  ['fire', /\b(fire|flames?|blaze|burn\w*|bonfire|roar)\b|火/i],
  ['match', /\b(match|matches|lighter)\b/i],
  ['siren', /\b(siren|ambulance|police car)\b|警笛/i],
  ['phone', /\b(phone|telephone|cell ?phone)\b.*|\brings?\b|电话/i],
  ['knock', /\b(knock\w*|hammers? on|raps?)\b|敲门/i],
  ['slam', /\b(slams?|bangs?|crash\w*)\b/i],
  ['door', /\b(door|gate|hatch)\b|门/i],
  ['glass', /\b(glass|shatter\w*|smash\w*|break\w*)\b/i],
  ['click', /\b(click\w*|switch\w*|latch|lock|key)\b/i],
  ['static', /\b(static|crackl\w*|radio)\b/i],
  ['beep', /\b(beep\w*|monitor|alarm|buzz\w*)\b/i],
  ['bell', /\b(bell|bells|chime\w*|gong)\b|铃|钟/i],
  ['horn', /\b(horn|foghorn|honk\w*)\b/i],
  ['running', /\b(runs?|running|sprint\w*|chas\w+)\b/i],
  ['footsteps', /\b(footsteps?|steps|walks?|pacing|paces)\b|脚步/i],
  ['splash', /\b(splash\w*|dives?|plung\w+|wave|waves|bursts over)\b/i],
  ['scrape', /\b(scrap\w+|drags?|pull\w*)\b/i],
  ['thud', /\b(thud\w*|falls?|drops?|thump\w*|collaps\w+|punch\w*)\b/i],
  ['whoosh', /\b(whoosh\w*|swings?|swoops?|gust)\b/i],
  ['clock', /\b(clock|tick\w*)\b/i],
  ['heartbeat', /\b(heartbeat|heart beats?|pulse)\b/i],
  ['gull', /\b(gulls?|seagulls?)\b/i],
  ['bird', /\b(birds?|crow|sparrow)\b|鸟/i],
  ['dog', /\b(dogs?|barks?|barking)\b|狗/i],
  ['car', /\b(cars?|truck|engine|taxi|van|motorbike|ferry)\b|车/i],
  ['applause', /\b(applau\w+|claps?|clapping)\b/i],
  ['rain', /\b(rain)\b/i],
];

/**
 * Finds the sound that a text asks for.
 *
 * @param text - Words of a heading, an action line or a tag, in English; places and weather also in German, French, Spanish and Chinese.
 * @param use - `'ambience'`: what lies under a scene; `'event'`: what happens once.
 * @returns The sound and the word that calls for it, or `undefined`.
 * @example
 * ```ts
 * import { soundKindFor } from '@filmai/audio/foley';
 *
 * console.log(soundKindFor('Hester hammers on the door', 'event')); // { kind: 'knock', matched: 'hammers on' }
 * ```
 */
export function soundKindFor(text: string, use: 'ambience' | 'event'): FoundSound | undefined {
  for (const [kind, pattern] of use === 'ambience' ? AMBIENCES : EVENTS) {
    const match = pattern.exec(text);
    if (match) return { kind, matched: match[0] };
  }
  return undefined;
}
