/** @file Each character a voice of its own; parentheticals change how it speaks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { castVoice, createVoice, readCharacterHints, readDelivery, voiceDistance, type Voice } from './index.js';

describe('castVoice', () => {
  it('gives the same character the same voice, and another seed another one', () => {
    expect(castVoice('MARA', { seed: 7 })).toEqual(castVoice('MARA', { seed: 7 }));
    expect(castVoice('MARA', { seed: 7 })).not.toEqual(castVoice('MARA', { seed: 8 }));
  });

  it('keeps eight characters apart', () => {
    const taken: Voice[] = [];
    for (const name of ['MARA', 'TOM', 'OLD FISHERMAN', 'GIRL', 'DR. WELLS', 'ELENA', 'JACK', 'MRS. HOLT'])
      taken.push(castVoice(name, { seed: 1, taken }));
    for (const [index, voice] of taken.entries()) {
      for (const other of taken.slice(0, index))
        expect(voiceDistance(voice, other), `${voice.name} and ${other.name}`).toBeGreaterThan(0.9);
    }
  });

  it('keeps to sex and age', () => {
    expect(castVoice('SAM', { sex: 'female' }).base).toBe('slt');
    expect(castVoice('SAM', { sex: 'male' }).base).not.toBe('slt');
    expect(castVoice('X', { sex: 'female', age: 8 }).formants).toBeGreaterThan(1.05);
    expect(castVoice('X', { sex: 'male', age: 80 }).rate).toBeLessThan(0.95);
  });

  it('always makes a valid voice', () => {
    const sex = fc.constantFrom('female' as const, 'male' as const, undefined);
    const age = fc.oneof(
      fc.constantFrom('child' as const, 'young' as const, 'adult' as const, 'old' as const, undefined),
      fc.integer({ min: 0, max: 120 }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), sex, age, fc.integer(), (name, ofSex, ofAge, seed) => {
        fc.pre(name.trim() !== '');
        const voice = castVoice(name, { ...(ofSex ? { sex: ofSex } : {}), ...(ofAge === undefined ? {} : { age: ofAge }), seed });
        expect(createVoice(voice)).toEqual(voice);
      }),
    );
  });

  it('refuses names and ages that are none', () => {
    expect(() => castVoice(' ')).toThrow(TypeError);
    expect(() => castVoice('A', { age: -1 })).toThrow(/age must lie in 0…200/);
    // @ts-expect-error: no such group.
    expect(() => castVoice('A', { age: 'ancient' })).toThrow(RangeError);
  });
});

describe('createVoice', () => {
  it('names the value that is out of range', () => {
    expect(() => createVoice({ formants: 3 })).toThrow('createVoice: voice.formants must lie in 0.75…1.35, got 3');
    expect(() => createVoice({ rate: NaN })).toThrow(/voice.rate/);
    // @ts-expect-error: no such speaker.
    expect(() => createVoice({ base: 'hal' })).toThrow(/voice.base must be one of slt, rms, awb, kal/);
  });
});

describe('readCharacterHints', () => {
  it.each([
    ['OLD FISHERMAN', { sex: 'male', age: 'old' }],
    ['GIRL #2', { sex: 'female', age: 'child' }],
    ['MRS. DALE', { sex: 'female' }],
    ['DR. MARY WELLS', { sex: 'female' }],
    ['Captain Ahab', { sex: 'male' }],
    ['ZORBLAX', {}],
    ['', {}],
  ])('%s', (name, hints) => {
    expect(readCharacterHints(name)).toEqual(hints);
  });
});

describe('readDelivery', () => {
  it('turns whispers, shouts, sorrow and telephones into changes', () => {
    expect(readDelivery('(whispering)')).toMatchObject({ isWhispered: true });
    expect(readDelivery('(shouting)').levelDb).toBeGreaterThan(0);
    expect(readDelivery('(sadly)').rate).toBeLessThan(1);
    expect(readDelivery('(V.O., on the phone)')).toMatchObject({ isTelephone: true });
  });

  it('adds up what comes together', () => {
    const both = readDelivery('(tired, quietly)');
    expect(both.from).toHaveLength(2);
    expect(both.rate).toBeCloseTo(readDelivery('tired').rate * readDelivery('quietly').rate);
  });

  it('changes nothing for what it does not know, or what is denied', () => {
    for (const text of [undefined, '', '(to Ana)', '(re: the map)', '(not whispering)']) {
      expect(readDelivery(text)).toMatchObject({ from: [], isWhispered: false, semitones: 0, rate: 1, melody: 1, levelDb: 0 });
    }
  });
});
