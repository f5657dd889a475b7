/** @file Names that are spelled two ways. */
import type { CharacterSummary } from '../../breakdown/characters.js';
import { tokenize } from '../../breakdown/tokens.js';
import type { FindingDraft } from '../../findings/finding.js';
import type { Story } from './story-time.js';
import { spokenName } from './story-time.js';

/**
 * Whether two names are likely one, written with a slip: one letter added, left out, changed or swapped (two in names of nine letters and
 * more). Different numbers and plurals are no slips.
 */
export function isSlip(a: string, b: string): boolean {
  // Hardly anybody misspells the first letter, but for its sound: BRIDGE is no RIDGE, but KATHERINE may be CATHERINE.
  if (a === b || soundOf(a[0]) !== soundOf(b[0]) || Math.min(a.length, b.length) < 3 || Math.max(a.length, b.length) < 4)
    return false;
  if (a.replace(/\d+|#/g, '') !== a || b.replace(/\d+|#/g, '') !== b) return false;
  if (`${a}S` === b || `${b}S` === a || `${a}ES` === b || `${b}ES` === a) return false;
  // "EAST WING" and "WEST WING", "MR HOLT" and "MRS HOLT" differ in a word that means something else.
  const wordsOfA = a.split(' ');
  const wordsOfB = b.split(' ');
  if (wordsOfA.length > 1 && wordsOfA.length === wordsOfB.length) {
    const different = wordsOfA.flatMap((word, i) => (word === wordsOfB[i] ? [] : [[word, wordsOfB[i]] as const]));
    return different.length === 1 && isSlip(...different[0]);
  }
  return editDistance(a, b) <= (Math.min(a.length, b.length) >= 9 ? 2 : 1);
}

/** First letters that sound alike. */
function soundOf(letter: string): string {
  return { C: 'K', Q: 'K', Z: 'S', J: 'G', Y: 'I', W: 'V' }[letter] ?? letter;
}

/** A cue of few lines that is a slip away from one of many, and words in action that are a slip away from a name. */
export function findSpellings(story: Story): FindingDraft[] {
  return [...cueSpellings(story), ...actionSpellings(story)];
}

function cueSpellings(story: Story): FindingDraft[] {
  const speaking = story.breakdown.characters.filter((character) => character.speaking);
  return speaking.flatMap((rare): FindingDraft[] => {
    const common = speaking.find(
      (other) => other.lines > rare.lines && rare.lines <= 3 && isSlip(rare.name.toUpperCase(), other.name.toUpperCase()),
    );
    if (!common || talkTogether(rare, common)) return [];
    // Two people who are introduced apart, or of different pronouns, are two people.
    if (rare.introduction && common.introduction) return [];
    if (rare.pronoun && common.pronoun && rare.pronoun !== common.pronoun && rare.lines > 1) return [];
    const speech = story.scenes.flatMap((scene) => scene.speeches).find(({ character }) => character === rare.name);
    if (!speech) return [];
    return [
      {
        rule: 'continuity/name-spelling',
        severity: 'warning',
        message: `${rare.name} (${rare.lines} ${rare.lines === 1 ? 'line' : 'lines'}) may be ${common.name} (${common.lines} lines).`,
        span: speech.span,
        scene: speech.scene,
        reason: `The names differ by ${editDistance(rare.name, common.name) === 1 ? 'one letter' : 'two letters'}, and the two never speak to each other.`,
        confidence: rare.lines === 1 ? 0.85 : 0.7,
        related: [{ span: common.first.span, quote: common.name, role: 'the other spelling' }],
      },
    ];
  });
}

function talkTogether(a: CharacterSummary, b: CharacterSummary): boolean {
  return a.partners.some(({ name }) => name === b.name);
}

function actionSpellings(story: Story): FindingDraft[] {
  const names = [...story.names.words].filter((word) => word.length >= 5);
  const drafts: FindingDraft[] = [];
  const met = new Set<string>();
  for (const sentence of story.sentences) {
    for (const [i, token] of tokenize(sentence.text).entries()) {
      const plain = token.lower.replace(/'s$/, '');
      // At the beginning of a sentence any word has a capital.
      const isName = token.word && i > 0 && /^\p{Lu}\p{Ll}/u.test(token.text);
      if (!isName || plain.length < 5 || met.has(plain) || story.names.words.has(plain)) continue;
      const meant = names.find((name) => isSlip(plain.toUpperCase(), name.toUpperCase()));
      if (meant === undefined) continue;
      met.add(plain);
      const element = story.screenplay.elements[sentence.element];
      const at = element.text.indexOf(sentence.text) + token.start;
      drafts.push({
        rule: 'continuity/name-spelling',
        severity: 'note',
        message: `“${token.text}” may be ${spokenName(meant.toUpperCase())}.`,
        span: story.locator.locate(element, at, at + token.text.length),
        scene: sentence.scene,
        reason: `The action writes a name that nobody has, one letter away from one that somebody has.`,
        confidence: 0.6,
      });
    }
  }
  return drafts;
}

/** Optimal string alignment: Levenshtein with swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i].push(Math.min(change, swapped, rows[i - 1][j] + 1, rows[i][j - 1] + 1));
    }
  }
  return rows[a.length][b.length];
}
