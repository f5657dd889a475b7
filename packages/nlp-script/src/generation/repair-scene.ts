/**
 * @file Makes a scene of what a model wrote: only people of the card speak, only its place is played, it parses, and it has the length that
 * was asked for. What had to be changed is listed; what can't be mended is refused with a reason, so that the model can be asked again.
 */
import { parseFountain } from '../fountain/index.js';
import type { ScriptElement } from '../screenplay/screenplay.js';
import { countEighths } from './grammar/write-scene.js';
import type { SceneLine } from './grammar/write-scene.js';
import { formatScene, headingOf } from './scene-text.js';
import type { SceneCard } from './story.js';

/** A scene that keeps to its card. */
export interface RepairedScene {
  fountain: string;
  repairs: string[];
}

/** Longest and shortest a scene may be, over the card's length. */
const LONGEST = 1.2;
const SHORTEST = 0.5;

/**
 * Repairs a model's scene.
 *
 * @param written - As the model wrote it, with or without a heading.
 * @param card - What it has to keep to.
 * @param cutOff - Whether the model was stopped in the middle.
 * @returns The scene, or the reason why it is of no use.
 */
export function repairScene(written: string, card: SceneCard, cutOff = false): RepairedScene | { problem: string } {
  const repairs: string[] = [];
  const text = written
    .replace(/^\s*```[^\n]*$/gm, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/^\s*(?:#{1,6}|>)\s+/gm, '');
  const { heading } = headingOf(card);
  const { elements } = parseFountain(`${heading}\n\n${text.trim()}\n`, { titlePage: false }).screenplay;
  const names = new Map(card.cast.map((name) => [name.toUpperCase(), name]));
  const lines: SceneLine[] = [];
  const strangers = new Set<string>();
  let speaker: string | undefined;
  let parenthetical: string | undefined;
  for (const element of elements.slice(1)) {
    if (element.type === 'scene-heading') {
      // Models like to repeat the heading that they were given.
      if (lines.length === 0) continue;
      repairs.push(`ended before a second heading: ${element.text}`);
      break;
    }
    if (element.type === 'character') {
      speaker = closestName(element.name, names);
      parenthetical = undefined;
      if (speaker === undefined) strangers.add(element.name);
      else if (speaker !== element.name) repairs.push(`${element.name} was read as ${speaker}`);
    } else if (element.type === 'parenthetical') parenthetical = element.text.replace(/^[(（]|[)）]$/g, '');
    else if (element.type === 'dialogue' || element.type === 'lyrics') {
      if (speaker !== undefined)
        lines.push({ character: speaker, ...(parenthetical === undefined ? {} : { parenthetical }), text: oneLine(element) });
      parenthetical = undefined;
    } else if (element.type === 'action') {
      const action = oneLine(element);
      if (/[\p{L}]/u.test(action)) lines.push({ text: action });
    }
  }
  if (strangers.size > 0)
    repairs.push(`left out what ${[...strangers].join(', ')} said, who ${strangers.size > 1 ? 'are' : 'is'} not in the scene`);
  if (cutOff) endWithSentence(lines, repairs);
  const limit = Math.max(1, card.eighths) * LONGEST;
  let dropped = 0;
  while (lines.length > 1 && countEighths(lines) > limit) {
    lines.pop();
    dropped++;
  }
  if (dropped > 0) repairs.push(`shortened by ${dropped} ${dropped > 1 ? 'lines' : 'line'} to the length of the card`);
  if (lines.length === 0) return { problem: 'nothing in it is action or is spoken by somebody of the scene' };
  const length = countEighths(lines);
  if (length < card.eighths * SHORTEST) return { problem: `it has ${length.toFixed(1)} of ${card.eighths} eighths of a page` };
  const fountain = formatScene(card, lines);
  const back = parseFountain(fountain, { titlePage: false });
  if (back.diagnostics.length > 0) return { problem: `it doesn't parse: ${back.diagnostics[0].message}` };
  const silent = card.cast.filter((name) => !new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu').test(fountain));
  if (silent.length > 0) repairs.push(`${silent.join(', ')} of the card ${silent.length > 1 ? 'do' : 'does'} not appear`);
  return { fountain, repairs };
}

/** The name of the cast that a cue means: the same, a part of it, or a single slip away. */
function closestName(cue: string, names: ReadonlyMap<string, string>): string | undefined {
  const upper = cue.toUpperCase().trim();
  if (names.has(upper)) return upper;
  const words = upper.split(/\s+/);
  for (const name of names.keys()) if (words.includes(name)) return name;
  for (const name of names.keys()) if (name.length >= 4 && differsByOne(upper, name)) return name;
  return undefined;
}

/** Whether one insertion, deletion or change makes one of the other. */
function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
  const rest = (text: string, skip: number): string => text.slice(i + skip);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
}

function oneLine({ text }: ScriptElement): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text that was stopped in the middle ends with its last whole sentence. */
function endWithSentence(lines: SceneLine[], repairs: string[]): void {
  const last = lines.at(-1);
  if (!last || /[.?!…"”’)]$/.test(last.text)) return;
  const whole = /^.*[.?!…]["”’]?(?=\s)/s.exec(last.text)?.[0];
  if (whole === undefined) lines.pop();
  else last.text = whole;
  repairs.push('cut the sentence that was broken off');
}
