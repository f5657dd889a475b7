/** @file Places of parts of an element's text in the source. */
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/parse.js';
import { sourceSpan } from './source-span.js';

/** What stands in the source where a word of an element is. */
function locate(text: string, word: string): string[] {
  const { screenplay } = parseFountain(text);
  return screenplay.elements.flatMap((element) => {
    const at = element.text.indexOf(word);
    if (at === -1) return [];
    const { start, end } = sourceSpan(screenplay, element, at, at + word.length);
    return [`${start.line}:${start.column} ${text.slice(start.offset, end.offset)}`];
  });
}

describe('sourceSpan', () => {
  it.each([
    ['She takes the *knife*.\n', 'knife', '1:16 knife'],
    ['A [[knife]] knife.\n', 'knife', '1:13 knife'],
    ['A /* knife\nknife */ knife.\n', 'knife', '2:10 knife'],
    ['One.\r\nTwo \\*stars\\* and a knife.\r\n', 'knife', '2:21 knife'],
    ['\tA knife.\n', 'knife', '1:4 knife'],
    ['INT. A - DAY\n\n  BOB\n  Give the\n  knife.\n', 'knife', '5:3 knife'],
    ['.KNIFE ROOM #1#\n', 'KNIFE', '1:2 KNIFE'],
    ['Two words\r\nover lines.\n', 'words\nover', '1:5 words\r\nover'],
  ])('finds the place in %j', (text, word, expected) => {
    expect(locate(text, word)).toEqual([expected]);
  });

  it('gives the whole element where there is no source', () => {
    const span = { start: { offset: 3, line: 1, column: 4 }, end: { offset: 9, line: 1, column: 10 } };
    const screenplay = { titlePage: [], elements: [], notes: [], boneyards: [] };
    expect(sourceSpan(screenplay, { text: 'A knife', span }, 2, 7)).toBe(span);
  });
});
