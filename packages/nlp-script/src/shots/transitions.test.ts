import { expect, it } from 'vitest';
import { readTransition } from './transitions.js';

it.each([
  ['CUT TO:', { into: 'cut' }],
  ['DISSOLVE TO:', { into: 'dissolve' }],
  ['SMASH CUT TO:', { into: 'smash-cut' }],
  ['MATCH CUT TO:', { into: 'match-cut' }],
  ['WIPE TO:', { into: 'wipe' }],
  ['FADE IN:', { into: 'fade-in' }],
  ['FADE OUT.', { into: 'fade-out', ending: 'fade-out' }],
  ['FADE TO BLACK.', { into: 'fade-to-black', ending: 'fade-to-black' }],
  ['CUT TO BLACK.', { into: 'cut', ending: 'cut-to-black' }],
  ['淡出', { into: 'fade-out', ending: 'fade-out' }],
  ['STAR WIPE TO:', { into: 'wipe' }],
  ['LATER:', { into: 'cut' }],
])('reads %s', (text, transition) => {
  expect(readTransition(text)).toEqual(transition);
});
