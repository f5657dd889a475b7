import { describe, expect, it } from 'vitest';
import { readCameraWords } from './camera-words.js';

describe('camera words', () => {
  it.each([
    ['CLOSE ON the lamp, small as a pear.', { size: 'close', target: 'the lamp' }],
    ['CLOSE UP of Mara', { size: 'close', target: 'Mara' }],
    ['EXTREME CLOSE UP - an eye.', { size: 'extreme-close', target: 'an eye' }],
    ['WIDE on the harbour.', { size: 'wide', target: 'the harbour' }],
    ['INSERT - THE FORM', { size: 'insert', target: 'THE FORM' }],
    ['HIGH ANGLE. The road.', { angle: 'high' }],
    ['LOW ANGLE on the tower.', { angle: 'low', target: 'the tower' }],
    ['ANGLE ON Teo, who waits.', { target: 'Teo' }],
    ['PAN to the headmistress.', { move: 'pan-right', target: 'the headmistress' }],
    ['PAN LEFT to the door.', { move: 'pan-left' }],
    ['PUSH IN on the bread knife.', { move: 'push-in', target: 'the bread knife' }],
    ['SLOWLY PUSH IN.', { move: 'push-in' }],
    ['PULL BACK through the window.', { move: 'pull-out', size: 'wide' }],
    ['We follow Yuki along the rail.', { move: 'track-right' }],
    ['The camera cranes up until there is nothing but stars.', { move: 'crane-up' }],
    ["MARA'S POV: the empty road.", { pointOfView: true, target: 'the empty road' }],
    ['POV - the road.', { pointOfView: true }],
  ])('are read from "%s"', (sentence, words) => {
    expect(readCameraWords(sentence)).toMatchObject(words);
  });

  it.each([
    'Close the door.',
    'A wide road.',
    'She pushes in the drawer.',
    'He puts the pan on the fire.',
    'Insert coin.',
    'On the table, a knife.',
    '',
  ])('are not heard in "%s"', (sentence) => {
    expect(readCameraWords(sentence)).toBeUndefined();
  });
});
