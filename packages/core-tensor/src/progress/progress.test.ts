import { describe, expect, it } from 'vitest';
import { createSilence, durationOf } from '../samples/index.js';
import { MissingPeerError } from '../errors/index.js';
import { createProgress, type Progress } from './index.js';

describe('progress', () => {
  it('counts, and tells rate and time left from the clock', () => {
    let clock = 0;
    const seen: Progress[] = [];
    const step = createProgress('pictures', { total: 10, unit: 'shots', onProgress: (p) => seen.push(p), now: () => clock });
    clock = 2000;
    step(4);
    expect(seen).toEqual([{ stage: 'pictures', done: 4, total: 10, unit: 'shots', rate: 2, secondsLeft: 3 }]);
  });

  it('leaves out what it can not know', () => {
    const seen: Progress[] = [];
    createProgress('bytes', { unit: 'bytes', onProgress: (p) => seen.push(p), now: () => 0 })(5);
    expect(seen).toEqual([{ stage: 'bytes', done: 5, unit: 'bytes', rate: 0 }]);
  });
});

describe('sound and errors', () => {
  it('silence has the length that was asked for', () => {
    expect(durationOf(createSilence(1.5, { sampleRate: 8000, channels: 1 }))).toBe(1.5);
    expect(() => createSilence(-1)).toThrow(RangeError);
  });

  it('a missing peer names the exact install line', () => {
    const error = new MissingPeerError('H.264 encoding', ['a', 'b']);
    expect(error.message).toBe('H.264 encoding needs a and b, which are not installed. Run: npm install a b');
    expect(error).toMatchObject({ code: 'MISSING_PEER', name: 'MissingPeerError' });
  });
});
