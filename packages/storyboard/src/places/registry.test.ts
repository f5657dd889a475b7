import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceGrammar } from './place.js';
import { findPlace, listPlaces, type Setting } from './registry.js';

const headings: Record<string, [Setting, string][]> = {
  kitchen: [
    ['int', 'KITCHEN'],
    ['int', 'HALE HOUSE - KITCHEN'],
    ['int', "KITCHEN, SARAH'S HOUSE"],
    ['int', 'MAISON - CUISINE'],
    ['int', 'KÜCHE'],
    ['int', 'CASA DE ANA - COCINA'],
    ['int', '李家 厨房'],
  ],
  'living-room': [
    ['int', 'LIVING ROOM'],
    ['int', "MARA'S APARTMENT"],
    ['int', 'SALON'],
    ['int', 'WOHNZIMMER'],
    ['int', 'SALA DE ESTAR'],
    ['int', '客厅'],
  ],
  bedroom: [
    ['int', "TOM'S BEDROOM"],
    ['int', 'CHAMBRE'],
    ['int', 'SCHLAFZIMMER'],
    ['int', 'DORMITORIO'],
    ['int', '卧室'],
  ],
  bathroom: [
    ['int', 'FLAT - BATHROOM'],
    ['int', 'SALLE DE BAIN'],
    ['int', '浴室'],
  ],
  hallway: [
    ['int', 'COURTHOUSE - CORRIDOR'],
    ['int', 'COULOIR'],
    ['int', '走廊'],
  ],
  stairwell: [
    ['int', 'STAIRWELL'],
    ['int', 'TREPPENHAUS'],
    ['int', 'ESCALERA'],
  ],
  office: [
    ['int', "DETECTIVE'S OFFICE"],
    ['int', 'BUREAU'],
    ['int', 'BÜRO'],
    ['int', 'OFICINA'],
    ['int', '办公室'],
  ],
  'meeting-room': [
    ['int', 'CONFERENCE ROOM'],
    ['int', '会议室'],
  ],
  'hospital-ward': [
    ['int', 'HOSPITAL - WARD'],
    ['int', 'HOSPITAL ROOM'],
    ['int', 'HOPITAL'],
    ['int', 'KRANKENHAUS'],
    ['int', '病房'],
  ],
  'hospital-corridor': [
    ['int', 'HOSPITAL - CORRIDOR'],
    ['int', "HOSPITAL - NURSES' STATION"],
    ['int', '医院 - 走廊'],
  ],
  'operating-room': [
    ['int', 'OPERATING ROOM'],
    ['int', '手术室'],
  ],
  classroom: [
    ['int', 'SCHOOL - CLASSROOM'],
    ['int', 'SALLE DE CLASSE'],
    ['int', 'KLASSENZIMMER'],
    ['int', '教室'],
  ],
  'school-corridor': [['int', 'SCHOOL - CORRIDOR']],
  gym: [['int', 'SCHOOL GYM']],
  library: [
    ['int', 'PUBLIC LIBRARY'],
    ['int', 'BIBLIOTECA'],
    ['int', '图书馆'],
  ],
  shop: [
    ['int', 'SUPERMARKET'],
    ['int', 'LADEN'],
    ['int', '超市'],
  ],
  bar: [
    ['int', 'PUB'],
    ['int', 'KNEIPE'],
    ['int', '酒吧'],
  ],
  cafe: [
    ['int', 'CAFÉ'],
    ['int', 'COFFEE SHOP'],
    ['int', '咖啡馆'],
  ],
  restaurant: [
    ['int', 'DINER'],
    ['int', 'RESTAURANTE'],
    ['int', '餐厅'],
  ],
  church: [
    ['int', 'CHURCH'],
    ['int', 'EGLISE'],
    ['int', 'KIRCHE'],
    ['int', 'IGLESIA'],
    ['int', '教堂'],
  ],
  'police-station': [
    ['int', 'POLICE STATION'],
    ['int', 'COMMISSARIAT'],
    ['int', '警察局'],
  ],
  'interrogation-room': [['int', 'POLICE STATION - INTERROGATION ROOM']],
  'prison-cell': [
    ['int', 'PRISON - CELL'],
    ['int', '监狱'],
  ],
  courtroom: [
    ['int', 'COURTROOM'],
    ['int', 'TRIBUNAL'],
    ['int', 'GERICHTSSAAL'],
    ['int', '法庭'],
  ],
  car: [
    ['int', 'CAR'],
    ['int', 'PICKUP TRUCK'],
    ['int', 'CARS'],
    ['int-ext', 'VOITURE'],
    ['int', 'COCHE'],
    ['int', '汽车'],
  ],
  train: [
    ['int', 'TRAIN COMPARTMENT'],
    ['int', 'ZUG'],
    ['int', '火车'],
  ],
  aeroplane: [
    ['int', 'AIRPLANE'],
    ['int', '飞机'],
  ],
  'ship-cabin': [
    ['int', "CAPTAIN'S CABIN"],
    ['int', '船舱'],
  ],
  airport: [
    ['int', 'AIRPORT'],
    ['int', 'AEROPUERTO'],
    ['int', '机场'],
  ],
  'space-station': [
    ['int', 'SPACE STATION - CORRIDOR'],
    ['int', 'SPACE STATION - GALLEY'],
    ['int', 'RAUMSCHIFF'],
    ['int', '空间站'],
  ],
  greenhouse: [['int', 'SPACE STATION - GREENHOUSE']],
  'lamp-room': [['int', 'LIGHTHOUSE - LAMP ROOM']],
  cave: [
    ['int', 'CAVE'],
    ['int', 'HÖHLE'],
    ['int', 'CUEVA'],
    ['int', '山洞'],
  ],
  'castle-hall': [
    ['int', 'CASTLE - GREAT HALL'],
    ['int', 'THRONSAAL'],
    ['int', '宫殿'],
  ],
  lift: [
    ['int', 'ELEVATOR'],
    ['int', 'ASCENSOR'],
    ['int', '电梯'],
  ],
};

describe('findPlace', () => {
  it.each(Object.entries(headings).flatMap(([name, list]) => list.map(([setting, words]) => [setting, words, name] as const)))(
    'reads %s. %s as %s',
    (setting, words, name) => {
      const found = findPlace(words, setting);
      expect(found.grammar.name).toBe(name);
      expect(found.neutral).toBe(false);
      expect(found.matched).toBeDefined();
    },
  );

  it('lets the setting choose between the inside and the outside of the same thing', () => {
    for (const words of ['HOSPITAL', 'CHURCH', 'SCHOOL', 'HOUSE', 'POLICE STATION']) {
      expect(findPlace(words, 'int').grammar.interior).toBe(true);
      const outside = findPlace(words, 'ext');
      expect(outside.grammar.interior).not.toBe(true);
      expect(outside.neutral, words).toBe(false);
    }
  });

  it('gives a neutral place of the right setting for unknown words, and says so', () => {
    expect(findPlace('THE ZORBLAX', 'int')).toMatchObject({
      grammar: { name: 'neutral-room' },
      matched: undefined,
      neutral: true,
    });
    const outside = findPlace('THE ZORBLAX', 'ext');
    expect(outside.neutral).toBe(true);
    expect(outside.grammar.interior).not.toBe(true);
    expect(findPlace('', 'int').neutral).toBe(true);
  });

  it('finds words on word boundaries alone', () => {
    expect(findPlace('THE CARPET', 'int').neutral).toBe(true);
    expect(findPlace('BARRACUDA', 'int').neutral).toBe(true);
  });

  it("prefers a user's own place of equally long words", () => {
    const own: PlaceGrammar = { ...listPlaces()[0], name: 'my-kitchen', words: ['kitchen'] };
    expect(findPlace('KITCHEN', 'int', [own]).grammar.name).toBe('my-kitchen');
  });

  it('never throws on text, and answers alike for alike', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom<Setting | undefined>('int', 'ext', 'int-ext', undefined),
        (words, setting) => {
          const found = findPlace(words, setting);
          expect(found).toEqual(
            findPlace(words.toUpperCase().toLowerCase(), setting).grammar === found.grammar ? found : findPlace(words, setting),
          );
          if (setting === 'int') expect(found.grammar.interior).not.toBe(false);
          if (setting === 'ext') expect(found.grammar.interior).not.toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds each grammar by each of its own words', () => {
    for (const grammar of listPlaces())
      for (const word of grammar.words) {
        const found = findPlace(word, grammar.interior === false ? 'ext' : 'int');
        expect(found.matched, `${grammar.name}: '${word}'`).toBeDefined();
      }
  });

  it('refuses what is not text and an unknown setting', () => {
    expect(() => findPlace(7 as unknown as string)).toThrow(TypeError);
    expect(() => findPlace('KITCHEN', 'inside' as Setting)).toThrow(/'inside'/);
  });
});
