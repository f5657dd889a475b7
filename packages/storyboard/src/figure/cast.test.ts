import { describe, expect, it } from 'vitest';
import { actionFor } from './actions.js';
import { lookFor } from './cast.js';
import { expressionNear } from './expression.js';
import { CLOTH_PAINTS, type Look, lookDistance } from './look.js';
import { mouthFor, MOUTH_PHONES, MOUTHS } from './mouths.js';

const CAST = [
  'MARA',
  'KEEPER',
  'INSPECTOR',
  'JUDGE',
  'DR. LIN',
  'NURSE',
  'CAPTAIN',
  'BOY (8)',
  'ELENA',
  'TOM',
  'OLD WOMAN',
  'SOLDIER',
];

describe('actionFor on lines of a film', () => {
  it.each([
    ['Hester hammers on the door of the inn.', 'HESTER', 'knock'],
    ['Teo leans his forehead against the glass.', 'TEO', 'leanWall'],
    ['Anselm kneels with a screwdriver.', 'ANSELM', 'kneel'],
    ['Teo, alone, drags a chair across the floor.', 'TEO', 'pull'],
  ])('%s', (line, name, action) => {
    expect(actionFor(line, name).action).toBe(action);
  });
});

describe('lookFor', () => {
  it('gives the same look for the same words and another for another seed', () => {
    expect(lookFor('MARA', { seed: 3 })).toEqual(lookFor('MARA', { seed: 3 }));
    expect(lookFor('MARA', { seed: 3 })).not.toEqual(lookFor('MARA', { seed: 4 }));
  });

  it.each([1, 7, 21])('tells a cast of twelve apart (seed %i)', (seed) => {
    const taken: Look[] = [];
    for (const name of CAST) taken.push(lookFor(name, { seed, taken: [...taken] }));
    for (const [i, a] of taken.entries()) for (const b of taken.slice(i + 1)) expect(lookDistance(a, b)).toBeGreaterThan(2.5);
  });

  it('dresses people in what their garments are made of, and no two in the same', () => {
    const taken: Look[] = [];
    const cast = (name: string, description: string): Look => {
      const look = lookFor(name, { description, seed: 7, taken: [...taken] });
      taken.push(look);
      return look;
    };
    expect(cast('HESTER', 'woman, aged 66, oilskin, white hair')).toMatchObject({ costume: 'oilskin', top: CLOTH_PAINTS.yellow });
    const city = cast('ANSELM', 'man, aged 34, pressed raincoat, city shoes');
    expect(city).toMatchObject({ costume: 'raincoat', female: false, age: 34 });
    expect(city.top).not.toEqual(CLOTH_PAINTS.yellow);
    expect(cast('BRIDIE', 'woman, aged 58, skipper')).toMatchObject({ costume: 'seaman', hat: 'peaked' });
    expect(cast('TEO', 'boy, aged 9, her grandson, in a life jacket')).toMatchObject({
      costume: 'life jacket',
      accent: CLOTH_PAINTS.orange,
      female: false,
      age: 9,
    });
    const other = cast('SAM', 'man, aged 40, in a raincoat');
    expect(other).toMatchObject({ costume: 'raincoat' });
    expect(other.top).not.toEqual(city.top);
    expect(lookFor('NOOR', { description: 'girl, aged 11, lab coat to the floor' })).toMatchObject({ costume: 'doctor' });
    expect(lookFor('YUKI', { description: 'woman, commander, in a patched blue jumpsuit' })).toMatchObject({
      costume: 'jumpsuit',
      top: CLOTH_PAINTS.blue,
    });
    expect(lookFor('MR PRITCHARD', { description: 'man, teacher' }).costume).not.toBe('skirt');
  });

  it('follows what the script says', () => {
    const mara = lookFor('MARA', { description: '30s, red scarf' });
    expect(mara).toMatchObject({ female: true, scarf: CLOTH_PAINTS.red, age: 35 });
    expect(lookFor('KEEPER', { description: 'an old man in a coat' })).toMatchObject({ costume: 'coat', female: false });
    expect(lookFor('KEEPER', { description: 'an old man in a coat' }).age).toBeGreaterThan(60);
    expect(lookFor('JUDGE')).toMatchObject({ costume: 'robe' });
    expect(lookFor('DR. LIN')).toMatchObject({ costume: 'doctor' });
    expect(lookFor('NURSE')).toMatchObject({ costume: 'scrubs' });
    expect(lookFor('CAPTAIN')).toMatchObject({ costume: 'captain', hat: 'peaked' });
    expect(lookFor('POLICE OFFICER')).toMatchObject({ costume: 'police', hat: 'peaked' });
    expect(lookFor('BOY (8)')).toMatchObject({ age: 8, female: false, costume: 'child', beard: 'none' });
    expect(lookFor('BOY (8)').height).toBeLessThan(1.5);
    expect(lookFor('TOM', { description: 'bald, bearded, in a blue sweater and glasses' })).toMatchObject({
      hair: 'bald',
      beard: 'full',
      costume: 'sweater',
      top: CLOTH_PAINTS.blue,
    });
    expect(lookFor('ASTRONAUT')).toMatchObject({ costume: 'space', hat: 'space' });
  });

  it.each([
    ['ÄRZTIN', 'doctor', true],
    ['INFIRMIÈRE', 'scrubs', true],
    ['JUEZA', 'robe', true],
    ['警察', 'police', undefined],
    ['医生', 'doctor', undefined],
    ['NIÑA', 'child', true],
    ['POLIZIST', 'police', undefined],
  ] as const)('understands %s', (name, costume, female) => {
    const look = lookFor(name);
    expect(look.costume).toBe(costume);
    if (female !== undefined) expect(look.female).toBe(female);
  });

  it('draws skin from the seed, not from the name', () => {
    const tones = (name: string): number =>
      new Set(Array.from({ length: 40 }, (_, seed) => lookFor(name, { seed }).skin.tone)).size;
    for (const name of ['WEI', 'KOFI', 'INGRID', 'CARLOS', 'FATIMA']) expect(tones(name)).toBeGreaterThan(7);
  });

  it('takes names that are empty or strange', () => {
    for (const name of ['', '???', 'X'.repeat(5000), '<script>', 'MAN #2']) expect(lookFor(name).height).toBeGreaterThan(0.7);
  });
});

describe('actionFor', () => {
  it.each([
    ['She walks to the window.', 'walk', 'walks'],
    ['He is running down the pier', 'run', 'running'],
    ['Mara sits at the desk, writing.', 'write', 'writing'],
    ['Tom sits at the desk.', 'sitDesk', 'sits at the desk'],
    ['The keeper slumps into a chair', 'sitSlump', 'slumps'],
    ['She knelt beside the body', 'kneel', 'knelt'],
    ['He points at the horizon', 'point', 'points'],
    ['He points a gun at her', 'aim', 'points a gun'],
    ['They shake hands.', 'shakeHands', 'shake hands'],
    ['She bursts into tears', 'cry', 'tears'],
    ['He lies in bed', 'lie', 'lies'],
    ['Ana is asleep', 'sleep', 'asleep'],
    ['He dials a number', 'phone', 'dials'],
    ['She sips her tea', 'drink', 'sips'],
    ['He opens the door', 'door', 'opens the door'],
    ['Arms crossed, she waits', 'armsCrossed', 'Arms crossed'],
    ['They dance', 'dance', 'dance'],
    ['He climbs the ladder', 'climb', 'climbs'],
    ['She carries a box', 'carry', 'carries'],
    ['He throws the bottle', 'throw', 'throws'],
    ['He lies dead on the floor', 'dead', 'lies dead'],
    ['The clouds are grey', 'stand', ''],
    ['', 'stand', ''],
  ])('reads "%s" as %s', (text, action, evidence) => {
    expect(actionFor(text)).toMatchObject({ action, evidence });
  });

  it('reads the part of the text that is about the character', () => {
    const text = 'MARA sips her tea while the KEEPER runs to the door. The INSPECTOR writes.';
    expect(actionFor(text, 'MARA').action).toBe('drink');
    expect(actionFor(text, 'KEEPER').action).toBe('run');
    expect(actionFor(text, 'INSPECTOR').action).toBe('write');
  });

  it('finds the thing in the hand', () => {
    expect(actionFor('He holds up a lantern')).toMatchObject({ action: 'hold', prop: 'lantern' });
    expect(actionFor('She reads the letter')).toMatchObject({ action: 'read', prop: 'letter' });
  });

  it('takes the name of an action for itself', () => {
    expect(actionFor('armsCrossed').action).toBe('armsCrossed');
  });

  it('is not confused by words that only look like verbs', () => {
    expect(actionFor('A runway. The sitting room. The standard.').action).not.toBe('run');
  });
});

describe('mouthFor', () => {
  it('has a mouth for every sound that the synthesiser writes', () => {
    const flite =
      'aa ae ah ao aw ax ay b ch d dh eh er ey f g hh ih iy jh k l m n ng ow oy p pau r s sh t th uh uw v w y z zh'.split(' ');
    for (const phone of flite) {
      expect(MOUTH_PHONES).toContain(phone);
      expect(MOUTHS).toContain(mouthFor(phone));
    }
    expect(mouthFor('AA1')).toBe('a');
    expect(['p', 'b', 'm'].map(mouthFor)).toEqual(['m', 'm', 'm']);
    expect(mouthFor('??')).toBe('rest');
  });
});

describe('expressionNear', () => {
  it('places feelings on valence and arousal', () => {
    expect(expressionNear(0.9, 0.5)).toBe('happy');
    expect(expressionNear(0, 0)).toBe('neutral');
    expect(expressionNear(-0.7, -0.5)).toBe('sad');
  });
});
