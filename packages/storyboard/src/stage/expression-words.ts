/** @file From the words of a script to the expression of a face. */
import { type ExpressionName, EXPRESSIONS } from '../figure/index.js';

/** Stems by expression; the first that stands at the beginning of a word decides. */
const STEMS: readonly (readonly [ExpressionName, string])[] = [
  ['pained', 'pain|hurt|wound|wince|grimac|agon|groan|bleed'],
  ['afraid', 'afraid|fear|fright|terror|terrif|scare|panic|scream|dread|tremb|horror|horrif|nervous|anxious'],
  ['angry', 'angr|angri|rage|furious|fury|glare|shout|yell|snarl|snap|hostil|annoy|bitter'],
  ['sad', 'sad|cry|cries|crie|weep|tear|sob|grief|griev|mourn|despair|broken|lonel|melanchol'],
  ['surprised', 'surpris|astonish|shock|startl|amaz|stunn|gasp|disbelie|wide-eyed'],
  ['disgusted', 'disgust|repuls|sneer|contempt|revolt|nause'],
  ['tender', 'tender|gentl|soft|warm|kind|lov|caress|quiet'],
  ['happy', 'happ|smil|laugh|grin|joy|cheer|delight|amus|chuckl|beam|please|excite'],
  ['tired', 'tired|weary|exhaust|sleep|yawn|drows|drunk'],
  ['suspicious', 'suspic|doubt|wary|narrow|squint|skeptic|sceptic|distrust'],
  ['determined', 'determin|resolut|grim|firm|steel|focus|intent|defian|stern'],
];

const PATTERNS = STEMS.map(([name, stems]) => [name, new RegExp(`\\b(?:${stems})`, 'i')] as const);

/**
 * The expression that words ask for.
 *
 * @param words - An expression's name, a parenthetical or an action: `'(angrily)'`, `'She smiles.'`.
 * @returns The expression, or `undefined` where none is named.
 * @example
 * ```ts
 * import { expressionFor } from '@filmai/storyboard';
 *
 * console.log(expressionFor('(furious)')); // angry
 * ```
 */
export function expressionFor(words: string): ExpressionName | undefined {
  const lower = words.trim().toLowerCase();
  return EXPRESSIONS.find((name) => name === lower) ?? PATTERNS.find(([, pattern]) => pattern.test(lower))?.[0];
}
