/**
 * @file From the words of an action line to a pose. Each pose has the verbs that call for it; the sentence part that belongs
 * to the character decides, and the matched words are returned as evidence.
 */
import type { Action, PropName } from './poses.js';

/** A pose and why. */
export interface FoundAction {
  action: Action;
  /** The words that decided, as they stand in the text; empty where nothing did. */
  evidence: string;
  /** A thing in the hand, if the text names one. */
  prop?: PropName;
}

/**
 * Verbs by pose, in order of preference among matches at the same place. A word stands for its inflections; `~` in it matches
 * up to three words between: `'picks~up'`.
 */
const VERBS: readonly (readonly [Action, string])[] = [
  ['dead', 'lie dead|lies dead|dead body|body lies|corpse|lifeless|dead on'],
  ['sleep', 'sleep|asleep|doze|nap|snore|unconscious|slumber'],
  ['handsUp', 'hands up|raise~hands|hands in the air|surrender'],
  [
    'aim',
    'aim|point~gun|point~pistol|point~revolver|draw~gun|draw~pistol|level~gun|shoot|fire at|raise~gun|train~gun|hold~gunpoint',
  ],
  ['rifle', 'rifle|shotgun'],
  ['shakeHands', 'shake hands|shake~hand|handshake|greet'],
  ['hug', 'hug|embrace|hold each other|cuddle|into~arms|cling'],
  ['kiss', 'kiss'],
  ['armsCrossed', 'arms crossed|arms folded|cross~arms|fold~arms'],
  ['handsOnHips', 'hands on~hips|arms akimbo'],
  ['cry', 'cry|weep|sob|face in~hands|bury~face|break down|tears|in tears'],
  ['pray', 'pray|beg god'],
  ['plead', 'plead|beg|implore'],
  ['salute', 'salute|stand to attention'],
  ['shrug', 'shrug'],
  ['photograph', 'photograph|take~picture|take~photo|snap~picture|film'],
  ['sing', 'sing|microphone'],
  ['dance', 'dance|waltz|twirl|spin'],
  ['swim', 'swim|drown|tread water'],
  ['float', 'float|drift weightless|weightless|hover'],
  ['row', 'row|oars'],
  ['drive', 'drive|at the wheel|behind the wheel|steer|grip~wheel'],
  ['type', 'type|keyboard|laptop|work~computer'],
  ['write', 'write|scribble|sign|jot|note down|take notes|draw~map|sketch'],
  ['read', 'read|leaf through|study~letter|study~map|study~paper|open~book|turn~page|flip through'],
  ['phone', 'phone|call|dial|answer~telephone|on the line|hang up|receiver'],
  ['drink', 'drink|sip|gulp|swallow|toast|raise~glass'],
  ['cup', 'cup|mug|tea|coffee'],
  ['eat', 'eat|chew|bite|dine|spoon|fork'],
  ['carry', 'carry|lug|haul|bring~box|lift'],
  ['push', 'push|shove|press against|shoulder~door'],
  ['pull', 'pull|drag|tug|heave|yank'],
  ['punch', 'punch|hit|strike|slap|swing at|slug'],
  ['fight', 'fight|wrestle|struggle|brawl|grapple'],
  ['kick', 'kick'],
  ['throw', 'throw|hurl|toss|fling|pitch'],
  ['shield', 'shield|cower|flinch|recoil|duck|protect|shrink back'],
  ['fall', 'fall|trip|tumble|collapse|slip|topple|knock~down'],
  ['climb', 'climb|clamber|scale|ladder'],
  ['crawl', 'crawl|on all fours'],
  ['crouch', 'crouch|squat|hunker|hide|ducks behind|stoop|bend down'],
  ['kneel', 'kneel|on~knees|drop~knee'],
  ['sneak', 'sneak|creep|tiptoe|stalk|prowl'],
  ['stagger', 'stagger|limp|stumble|sway|reel|hobble|wounded|bleed'],
  ['run', 'run|sprint|race|rush|dash|flee|chase|bolt|charge|hurry'],
  ['door', 'open~door|door|close~door|handle|enter|unlock'],
  ['knock', 'knock|ring~bell|hammer on|bang on|pound on'],
  [
    'walk',
    'walk|go|step|stride|cross|pace|march|wander|stroll|approach|leave|exit|follow|head|come|move|advance|return|arrive|pass',
  ],
  ['leanWall', 'lean~wall|lean~forehead|forehead against|against the wall|lean against|lean~doorway|lean~frame'],
  ['lean', 'lean|over the table|hands on the table|bend over'],
  ['sitDesk', 'sit~desk|at~desk|behind~desk|sit~table|at the table'],
  ['sitFloor', 'sit~floor|sit~ground|on the floor|sit~grass|sit~sand|cross-legged'],
  ['sitSlump', 'slump|sink into|hunch'],
  ['sit', 'sit|seated|perch|take~seat|sat down'],
  ['lie', 'lie|lies|lay down|lying|in bed|rest on'],
  ['point', 'point|gesture at|indicate'],
  ['wave', 'wave|beckon'],
  ['cheer', 'cheer|applaud|celebrate|triumph|arms raised|raise~arms|jump for joy'],
  ['give', 'give|hand~over|offer|pass~to|present|hand~a|hold out'],
  ['lookOut', 'shade~eyes|scan|peer|look~horizon|search~sea|look out'],
  ['lookUp', 'look up|look~sky|stare~sky|gaze up|look~stars|look~ceiling'],
  ['lookDown', 'look down|bow~head|lower~eyes|hang~head'],
  ['think', 'think|consider|ponder|wonder|rub~chin|hesitate'],
  ['hold', 'hold|grip|clutch|lift~lamp|raise~lamp|lantern|carry~lamp|torch|show'],
  ['talk', 'talk|say|explain|argue|address|speak|tell|lecture|announce|shout|yell'],
  ['stand', 'stand|wait|stop|watch|look|stare|listen|freeze|turn'],
];

const PROPS: readonly (readonly [PropName, string])[] = [
  ['rifle', 'rifle|shotgun'],
  ['gun', 'gun|pistol|revolver|weapon'],
  ['knife', 'knife|dagger|blade|scalpel'],
  ['lantern', 'lantern|oil lamp|lamp'],
  ['torch', 'flashlight|torch'],
  ['letter', 'letter|envelope|note|telegram|card|photo|photograph|picture'],
  ['paper', 'clipboard|form|paper|file|map|document|newspaper|contract|chart'],
  ['book', 'book|diary|notebook|bible|log'],
  ['phone', 'phone|telephone|mobile|cell|receiver|radio'],
  ['glass', 'glass|whisky|whiskey|wine|beer|water'],
  ['bottle', 'bottle'],
  ['cup', 'cup|mug|coffee|tea'],
  ['box', 'box|crate|parcel|package'],
  ['bag', 'bag|suitcase|briefcase|case|satchel'],
  ['umbrella', 'umbrella'],
  ['stick', 'stick|cane|staff|gavel|club|bat'],
  ['pen', 'pen|pencil'],
  ['flower', 'flower|flowers|rose|bouquet'],
  ['microphone', 'microphone|mic'],
  ['key', 'key|keys'],
  ['camera', 'camera'],
  ['oar', 'oar|oars'],
  ['fork', 'fork|spoon'],
];

const IRREGULAR: Record<string, string> = {
  lie: 'lies|lying|lay|lain',
  sit: 'sits|sitting|sat',
  run: 'runs|running|ran',
  go: 'goes|going|went',
  come: 'comes|coming|came',
  fall: 'falls|falling|fell',
  drive: 'drives|driving|drove',
  write: 'writes|writing|wrote',
  drink: 'drinks|drinking|drank',
  eat: 'eats|eating|ate',
  sleep: 'sleeps|sleeping|slept',
  stand: 'stands|standing|stood',
  throw: 'throws|throwing|threw|thrown',
  kneel: 'kneels|kneeling|knelt',
  weep: 'weeps|weeping|wept',
  creep: 'creeps|creeping|crept',
  swim: 'swims|swimming|swam',
  hold: 'holds|holding|held',
  sing: 'sings|singing|sang',
  shake: 'shakes|shaking|shook',
  hide: 'hides|hiding|hid|hidden',
  leave: 'leaves|leaving|left',
  bend: 'bends|bending|bent',
  take: 'takes|taking|took',
  give: 'gives|giving|gave',
  fight: 'fights|fighting|fought',
  flee: 'flees|fleeing|fled',
  say: 'says|saying|said',
  tell: 'tells|telling|told',
  bring: 'brings|bringing|brought',
  think: 'thinks|thinking|thought',
  draw: 'draws|drawing|drew',
  shoot: 'shoots|shooting|shot',
  strike: 'strikes|striking|struck',
  bite: 'bites|biting|bit',
  spin: 'spins|spinning|spun',
  sink: 'sinks|sinking|sank',
  hang: 'hangs|hanging|hung',
  bleed: 'bleeds|bleeding|bled',
  tea: 'tea',
  coffee: 'coffee',
  wheel: 'wheel',
  read: 'reads|reading',
  swing: 'swings|swinging|swung',
  sway: 'sways|swaying|swayed',
  cling: 'clings|clinging|clung',
  speak: 'speaks|speaking|spoke',
  fling: 'flings|flinging|flung',
  beg: 'begs|begging|begged',
};

/** Verb forms of one word: irregular ones from the table, else the regular endings. */
function forms(word: string): string {
  if (IRREGULAR[word]) return `(?:${word}|${IRREGULAR[word]})`;
  if (/[^a-z]/.test(word)) return word;
  const stem = word.replace(/e$/, '');
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(word) ? `|${word}${word.at(-1)}(?:ing|ed)` : '';
  const y = word.endsWith('y') ? `|${word.slice(0, -1)}i(?:es|ed)` : '';
  return `(?:${word}(?:s|es)?|${stem}(?:ing|ed)${doubled}${y})`;
}

const compile = (phrases: string): RegExp => {
  const one = (phrase: string): string =>
    phrase
      .split('~')
      .map((part) =>
        part
          .split(' ')
          .map((word, i) => (i === 0 || word.length > 3 ? forms(word) : word))
          .join('\\s+'),
      )
      .join("(?:\\s+[\\w'-]+){0,3}?\\s+");
  return new RegExp(`\\b(?:${phrases.split('|').map(one).join('|')})\\b`, 'i');
};
const compiled = VERBS.map(([action, phrases]) => [action, compile(phrases)] as const);
const compiledProps = PROPS.map(
  ([prop, words]) =>
    [
      prop,
      new RegExp(
        `\\b(?:${words
          .split('|')
          .map((word) => `${word}s?`)
          .join('|')})\\b`,
        'i',
      ),
    ] as const,
);

/** Weak words say where somebody goes or looks; a stronger verb in the same clause wins over them. */
const WEAK = new Set<Action>(['stand', 'walk', 'hold', 'talk', 'door', 'cup', 'sit', 'lie', 'lookDown']);

/**
 * The pose that an action line asks of a character.
 *
 * @param text - An action line, a parenthetical, or an action's own name.
 * @param name - The character; of several sentences the one that names it counts. Default: the whole text.
 * @returns The pose with its evidence; `'stand'` and no evidence where no verb is known.
 *
 * @example
 * ```ts
 * import { actionFor } from '@filmai/storyboard/figure';
 *
 * console.log(actionFor('Mara sips her tea. The keeper is running.', 'KEEPER')); // { action: 'run', evidence: 'running' }
 * ```
 */
export function actionFor(text: string, name?: string): FoundAction {
  const exact = VERBS.find(([action]) => action === text) ?? (text === 'standWeight' ? VERBS.at(-1) : undefined);
  if (exact) return { action: exact[0], evidence: text };
  const clause = name ? clauseOf(text, name) : text;
  let best: { action: Action; evidence: string; rank: number } | undefined;
  for (const [rank, [action, pattern]] of compiled.entries()) {
    const match = pattern.exec(clause);
    if (!match) continue;
    const score = (WEAK.has(action) ? 1000 : 0) + rank + match.index * 0.01;
    if (!best || score < best.rank) best = { action, evidence: match[0], rank: score };
  }
  const prop = propIn(clause);
  if (!best)
    return {
      action: prop ? 'hold' : 'stand',
      evidence: prop ? (compiledProps.find(([p]) => p === prop)?.[1].exec(clause)?.[0] ?? '') : '',
      ...(prop ? { prop } : {}),
    };
  return { action: best.action, evidence: best.evidence, ...(prop && HOLDS.has(best.action) ? { prop } : {}) };
}

/** Poses with a free hand that can hold what the text names. */
const HOLDS = new Set<Action>([
  'stand',
  'hold',
  'give',
  'walk',
  'run',
  'read',
  'drink',
  'carry',
  'lookOut',
  'point',
  'aim',
  'sneak',
  'throw',
  'wave',
  'sit',
  'fight',
]);

function propIn(text: string): PropName | undefined {
  return compiledProps.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The sentences (or the part of one) whose subject is the character: from the name to the next one in capitals. */
function clauseOf(text: string, name: string): string {
  const key = name.replace(/\(.*?\)/g, '').trim();
  if (!key) return text;
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = new RegExp(`(?<![\\p{L}])${escaped}(?![\\p{L}])`, 'iu');
  const sentences = text.split(/(?<=[.!?。！？])\s*/);
  const own = sentences.filter((sentence) => at.test(sentence));
  if (own.length === 0) return text;
  const chosen = own.map((sentence) => {
    const start = at.exec(sentence)?.index ?? 0;
    const rest = sentence.slice(start + key.length);
    const other = /(?:,|;|\band\b|\bwhile\b|\bas\b)\s+(?:the\s+)?\p{Lu}[\p{Lu}'-]+\b/u.exec(rest);
    return other ? rest.slice(0, other.index) : rest;
  });
  // A subject before its verb is better evidence than an object after it.
  const withVerb = chosen.find((clause) => compiled.some(([, pattern]) => pattern.test(clause)));
  return withVerb ?? own.join(' ');
}
