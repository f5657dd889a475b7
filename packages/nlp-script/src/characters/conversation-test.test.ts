import { describe, expect, it } from 'vitest';
import type { Breakdown } from '../breakdown/index.js';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import type { CharacterAttributes } from './conversation-test.js';
import { bechdelTest, testConversations } from './conversation-test.js';

const read = (text: string): Breakdown => breakDown(parseFountain(text).screenplay);
const given: CharacterAttributes = {
  Mara: { gender: 'woman', age: 'old' },
  INES: { gender: 'woman', age: 'young' },
  teo: { gender: 'man', age: 'young' },
};
const talk = (...lines: [string, string][]): string =>
  `INT. HALL - DAY\n\n${lines.map(([name, line]) => `${name}\n${line}\n\n`).join('')}`;

describe('the Bechdel test', () => {
  it('is passed by two women who talk about a lamp', () => {
    const test = bechdelTest(read(talk(['MARA', 'Is the lamp lit?'], ['INES', 'All night.'])), given);
    expect(test).toMatchObject({ two: 'yes', talk: 'yes', aboutElse: 'yes', score: 3, group: ['MARA', 'INES'], unknown: [] });
    expect(test.evidence).toMatchObject([{ scene: 0, speakers: ['MARA', 'INES'], speeches: 2, mentions: [] }]);
  });

  it.each([
    ['by name', 'Have you seen Teo?'],
    ['by pronoun', 'Has he come?'],
    ['by noun', 'Your husband called.'],
  ])('is failed by talk of a man %s', (_, line) => {
    const text = talk(['TEO', 'Hm.']) + talk(['MARA', line], ['INES', 'No.']);
    expect(bechdelTest(read(text), given)).toMatchObject({ two: 'yes', talk: 'yes', aboutElse: 'no', score: 2 });
  });

  it('is failed where women speak to men alone, and where there is one woman', () => {
    const apart = talk(['MARA', 'Well?'], ['TEO', 'No.']) + talk(['INES', 'Well?'], ['TEO', 'No.']);
    expect(bechdelTest(read(apart), given)).toMatchObject({ two: 'yes', talk: 'no', aboutElse: 'no', score: 1 });
    expect(bechdelTest(read(talk(['MARA', 'Well?'], ['TEO', 'No.'])), given)).toMatchObject({ two: 'no', score: 0 });
  });

  it('is unknown where it hangs on what nobody has given, whatever the name suggests', () => {
    const text = talk(['MARA', 'Is the lamp lit?'], ['SOPHIA', 'All night.']);
    const test = bechdelTest(read(text), given);
    expect(test).toMatchObject({ two: 'unknown', talk: 'unknown', aboutElse: 'unknown', unknown: ['SOPHIA'], evidence: [] });
    expect(test.score).toBeUndefined();
    expect(bechdelTest(read(text), {}).aboutElse).toBe('unknown');
  });

  it('is unknown where women speak of somebody of whom nothing is given', () => {
    const text = talk(['ROBIN', 'Hm.']) + talk(['MARA', 'Have you seen Robin?'], ['INES', 'No.']);
    expect(bechdelTest(read(text), given)).toMatchObject({ talk: 'yes', aboutElse: 'unknown' });
  });

  it('is failed by an empty script', () => {
    expect(bechdelTest(read(''), given)).toMatchObject({ two: 'no', talk: 'no', aboutElse: 'no', score: 0, evidence: [] });
  });
});

describe('a test of its kind', () => {
  it('asks of any attribute', () => {
    const text = talk(['INES', 'Is the lamp lit?'], ['TEO', 'All night.']);
    expect(testConversations(read(text), given, { attribute: 'age', value: 'young' }).aboutElse).toBe('yes');
    expect(testConversations(read(text), given, { attribute: 'age', value: 'old' }).aboutElse).toBe('no');
  });

  it('can ask for longer talk', () => {
    const text = talk(['MARA', 'Is the lamp lit?'], ['INES', 'All night.']);
    const question = { attribute: 'gender', value: 'woman', minSpeeches: 3 };
    expect(testConversations(read(text), given, question).talk).toBe('no');
    expect(() => testConversations(read(text), given, { ...question, minSpeeches: 1 })).toThrow(RangeError);
    expect(() => testConversations(read(text), null as unknown as CharacterAttributes, question)).toThrow(TypeError);
  });
});
