/**
 * @file Reads speeches: a cue and what is said under it, side by side where the writer asks, and `姓名：台词` on one line.
 */
import { parseCue } from '../screenplay/cue.js';
import type { Character, Span } from '../screenplay/screenplay.js';
import { parseEmphasis } from './emphasis.js';
import { isEscaped } from './lines.js';
import { hasText, push, remark, remarkGluedHeading, short } from './reading.js';
import type { Reading } from './reading.js';
import { colonSpeech, cueKind, headingOf, isParentheticalLine, isVoiceExtension, standsAlone } from './recognise.js';

/** A cue and all that is said under it. */
export function readSpeech(reading: Reading, i: number, forced: boolean): number {
  const line = reading.lines[i];
  const trimmed = line.text.trim();
  const dual = trimmed.endsWith('^') && !isEscaped(trimmed, trimmed.length - 1);
  const raw = (dual ? trimmed.slice(0, -1) : trimmed).slice(forced ? 1 : 0).trim();
  const styled = parseEmphasis(raw);
  const kind = forced ? undefined : cueKind(trimmed);
  const cue = pushCue(reading, styled, reading.table.spanOf(line.start, line.end), forced);
  if (dual) pairDual(reading, cue);
  if (!forced && kind === 'caseless') remarkGuess(reading, cue);
  if (kind === 'capitals' && /[!?…]$|\.\.$/.test(cue.name)) {
    remark(
      reading,
      'info',
      'CUE_LIKE_ACTION',
      `"${short(cue.name)}" is read as a character cue because text follows directly; begin the line with ! if it is action`,
      cue.span,
    );
  }
  reading.lastCue = cue;
  reading.cueIsNear = true;
  const next = readDialogue(reading, i + 1);
  if (forced && next === i + 1) {
    remark(
      reading,
      'warning',
      'CUE_WITHOUT_DIALOGUE',
      `nothing is said under "${short(cue.name)}": write the speech directly below, without a blank line`,
      cue.span,
    );
  }
  return next;
}

/** A paragraph of `姓名：台词` lines. */
export function readColonSpeeches(reading: Reading, first: number): number {
  const { lines, table } = reading;
  let i = first;
  while (i < lines.length) {
    const { text, start, end } = lines[i];
    const indent = text.length - text.trimStart().length;
    const trimmed = text.trim();
    const speech = colonSpeech(trimmed);
    if (!speech || lines[i].comments) break;
    // Comments inside the line move its places; the colon alone is then looked for.
    const exact = end - start === text.length;
    const colon = exact ? -1 : Math.max(start, reading.source.indexOf('：', start));
    const spanFrom = (from: number, to: number): Span => {
      if (exact) return table.spanOf(start + indent + from, start + indent + to);
      return from < speech.speechAt ? table.spanOf(from === 0 ? start : colon, colon) : table.spanOf(colon + 1, end);
    };
    const { name, extensions } = parseCue(speech.cue);
    const voice = extensions.filter(isVoiceExtension);
    const manner = extensions.filter((extension) => !isVoiceExtension(extension));
    const cueText = name + voice.map((extension) => `（${extension}）`).join('');
    const cue = pushCue(reading, { text: cueText }, spanFrom(0, speech.cue.length), false);
    remarkGuess(reading, cue);
    if (manner.length > 0)
      push(reading, { type: 'parenthetical', text: `（${manner.join('，')}）`, span: spanFrom(name.length, speech.cue.length) });
    let raw = trimmed.slice(speech.speechAt);
    let last = i;
    // Lines of the same paragraph that name nobody go on with the speech.
    while (
      hasText(reading, last + 1) &&
      !lines[last + 1].comments &&
      !colonSpeech(lines[last + 1].text.trim()) &&
      !standsAlone(lines[last + 1].text.trim())
    ) {
      raw += `\n${lines[++last].text.trim()}`;
    }
    const from = spanFrom(speech.speechAt, trimmed.length).start;
    push(reading, { type: 'dialogue', ...parseEmphasis(raw), span: { start: from, end: table.positionAt(lines[last].end) } });
    reading.lastCue = cue;
    reading.cueIsNear = true;
    i = last + 1;
  }
  return i;
}

function pushCue(reading: Reading, styled: ReturnType<typeof parseEmphasis>, span: Span, forced: boolean): Character {
  const cue: Character = { type: 'character', ...styled, span, ...parseCue(styled.text), ...(forced ? { forced } : {}) };
  push(reading, cue);
  return cue;
}

/** `^` puts a speech beside the one directly before. */
function pairDual(reading: Reading, cue: Character): void {
  const partner = reading.cueIsNear ? reading.lastCue : undefined;
  if (partner && partner.dual === undefined) {
    partner.dual = 'left';
    cue.dual = 'right';
  } else {
    remark(
      reading,
      'warning',
      'DUAL_WITHOUT_PARTNER',
      `"${short(cue.name)} ^" has no speech directly before to stand beside: put one there or take the ^ away`,
      cue.span,
    );
  }
}

/** Dialogue, parentheticals and lyrics up to a blank line; a line of two spaces is a blank line in the speech. */
function readDialogue(reading: Reading, first: number): number {
  const { lines } = reading;
  let said: string[] = [];
  let from = first;
  let last = first - 1;
  let type: 'dialogue' | 'lyrics' = 'dialogue';
  const flush = (): void => {
    while (said.length > 0 && said[said.length - 1] === '') said.pop();
    if (said.length > 0) {
      const span = reading.table.spanOf(lines[from].start, lines[last].end);
      push(reading, { type, ...parseEmphasis(said.join('\n')), span, ...(type === 'lyrics' ? { forced: true } : {}) });
    }
    said = [];
  };
  let i = first;
  for (; i < lines.length; i++) {
    const { text } = lines[i];
    const trimmed = text.trim();
    if (isSkippedInSpeech(reading, i)) continue;
    if (trimmed === '') {
      if (text !== '  ' || lines[i].comments) break;
      if (said.length > 0) said.push('');
      continue;
    }
    if (isParentheticalLine(trimmed)) {
      flush();
      push(reading, {
        type: 'parenthetical',
        ...parseEmphasis(trimmed),
        span: reading.table.spanOf(lines[i].start, lines[i].end),
      });
      last = i;
      continue;
    }
    const kind = trimmed[0] === '~' ? 'lyrics' : 'dialogue';
    if (kind !== type) flush();
    type = kind;
    if (said.length === 0) from = i;
    said.push(kind === 'lyrics' ? trimmed.slice(1).trim() : trimmed);
    last = i;
    if (headingOf(trimmed) && !/\p{Ll}/u.test(trimmed)) remarkGluedHeading(reading, lines[i]);
    else if (trimmed[0] === '(' && !trimmed.includes(')')) {
      remark(
        reading,
        'info',
        'UNCLOSED_PARENTHETICAL',
        'a bracket that is not closed on its line is read as speech: close it on the same line',
        reading.table.spanOf(lines[i].start, lines[i].end),
      );
    }
  }
  flush();
  reading.blanks = 0;
  return last + 1;
}

function remarkGuess(reading: Reading, { name, span }: Character): void {
  if (reading.remarked.has(name)) return;
  reading.remarked.add(name);
  remark(
    reading,
    'info',
    'CUE_GUESSED',
    `"${short(name)}" is read as a character because a short name stands before a speech; write @${short(name)} to be sure, or ! before the line if it is action`,
    span,
  );
}

/** In a speech a boneyard on one line is not there either: it can't have been meant as the end of it. */
function isSkippedInSpeech(reading: Reading, i: number): boolean {
  const { comments } = reading.lines[i];
  if (!comments) return false;
  return (
    hasText(reading, i + 1) &&
    comments.every(({ start, end, kind }) => kind === 'note' || !reading.source.slice(start, end).includes('\n'))
  );
}
