import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { Speech } from './scenes.js';
import { collectSpeeches, isTransition, splitScenes } from './scenes.js';

function speechesOf(text: string): Speech[] {
  const { screenplay } = parseFountain(text);
  return collectSpeeches(screenplay, splitScenes(screenplay));
}

describe('speeches', () => {
  it('have a part for each direction in brackets, and one text', () => {
    const [speech] = speechesOf('INT. A - DAY\n\nMARA\n(low)\nOne two.\n(beat)\nThree.\n');
    expect(speech).toMatchObject({ character: 'MARA', text: 'One two. Three.', words: 3 });
    expect(speech.parts.map(({ text, parenthetical }) => [text, parenthetical])).toEqual([
      ['One two.', 'low'],
      ['Three.', 'beat'],
    ]);
  });

  it('that stand side by side carry one number', () => {
    const speeches = speechesOf('INT. A - DAY\n\nANN\nOne.\n\nBOB ^\nTwo.\n\nANN\nThree.\n\nANN\nFour.\n\nBOB ^\nFive.\n');
    expect(speeches.map(({ dual }) => dual)).toEqual([1, 1, undefined, 2, 2]);
  });

  it('reach from the cue to the last word', () => {
    const text = 'INT. A - DAY\n\nMARA\nOne.\nTwo.\n\nDust.\n';
    const [{ span }] = speechesOf(text);
    expect(text.slice(span.start.offset, span.end.offset)).toBe('MARA\nOne.\nTwo.');
  });
});

describe('transitions', () => {
  it.each(['CUT TO:', '> FADE OUT.', 'FADE OUT.', 'SMASH CUT TO:', 'DISSOLVE TO:', 'FADE TO BLACK.', '淡出'])(
    '%s is one, forced or not',
    (line) => {
      const { screenplay } = parseFountain(`INT. A - DAY\n\nDust.\n\n${line}\n\nDust.\n`);
      expect(screenplay.elements.filter((element) => isTransition(element))).toHaveLength(1);
    },
  );

  it('makes no scene of what stands before the first heading', () => {
    const { screenplay } = parseFountain('FADE IN:\n\nINT. A - DAY\n\nDust.\n');
    expect(splitScenes(screenplay)).toHaveLength(1);
  });
});
