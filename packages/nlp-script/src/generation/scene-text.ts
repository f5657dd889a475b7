/** @file Scenes as Fountain: written from lines, put together to a script, measured in pages. */
import { formatFountain, parseFountain } from '../fountain/index.js';
import { measurePages } from '../screenplay/pages.js';
import type { Screenplay, ScriptElement } from '../screenplay/screenplay.js';
import type { SceneLine } from './grammar/write-scene.js';
import type { Logline, SceneCard } from './story.js';

const NOWHERE = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };

/**
 * Writes a scene as Fountain; what would be read as something else is forced, so that it reads back as it was meant.
 *
 * @param card - Gives the heading.
 * @param lines - Action and speeches in order.
 */
export function formatScene(card: Pick<SceneCard, 'setting' | 'place' | 'time'>, lines: readonly SceneLine[]): string {
  return formatFountain({ titlePage: [], elements: elementsOfScene(card, lines), notes: [], boneyards: [] });
}

/** A scene as elements of a screenplay, without places in a text. */
export function elementsOfScene(
  card: Pick<SceneCard, 'setting' | 'place' | 'time'>,
  lines: readonly SceneLine[],
): ScriptElement[] {
  const { heading, setting } = headingOf(card);
  return [
    {
      type: 'scene-heading',
      text: heading,
      setting,
      place: card.place,
      ...(card.time ? { time: card.time } : {}),
      span: NOWHERE,
    },
    ...lines.flatMap(({ character, parenthetical, text }): ScriptElement[] =>
      character === undefined
        ? [{ type: 'action', text, span: NOWHERE }]
        : [
            { type: 'character', text: character, name: character, extensions: [], span: NOWHERE },
            ...(parenthetical === undefined
              ? []
              : [{ type: 'parenthetical' as const, text: `(${parenthetical})`, span: NOWHERE }]),
            { type: 'dialogue', text, span: NOWHERE },
          ],
    ),
  ];
}

/** A card's heading as it is written. */
export function headingOf({ setting, place, time }: Pick<SceneCard, 'setting' | 'place' | 'time'>): {
  heading: string;
  setting: 'int' | 'ext' | 'int-ext';
} {
  return {
    heading: `${setting} ${place}${time === '' ? '' : ` - ${time}`}`,
    setting: setting === 'INT.' ? 'int' : setting === 'EXT.' ? 'ext' : 'int-ext',
  };
}

/**
 * Puts scenes together to a script with a title page.
 *
 * @param scenes - Fountain of each.
 * @param title - And who made it.
 */
export function assembleScript(scenes: readonly string[], title?: Pick<Logline, 'title'> & { author?: string }): string {
  const front = title
    ? [
        `Title: ${title.title.replace(/\s+/g, ' ')}`,
        ...(title.author ? ['Credit: written by', `Author: ${title.author}`] : []),
        '',
        '',
      ].join('\n')
    : '';
  return `${front}${scenes.map((scene) => scene.trim()).join('\n\n')}\n`;
}

/** Length of scenes put together, in pages with fractions: the last line that is printed on. */
export function measureLength(scenes: readonly string[] | Screenplay): number {
  const screenplay = 'elements' in scenes ? scenes : parseFountain(assembleScript(scenes)).screenplay;
  const { elements } = measurePages(screenplay);
  const last = elements.filter(({ lines }) => lines > 0).at(-1);
  return last === undefined ? 0 : last.page - 1 + Math.min(55, last.line + last.lines - 1) / 55;
}
