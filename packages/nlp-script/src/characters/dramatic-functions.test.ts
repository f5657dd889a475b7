import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { findDramaticFunctions } from './dramatic-functions.js';
import { findMissingRoles } from './missing-roles.js';

const TEXT = `EXT. FARM - DAY

MARA, 25, feeds the horses. Her teacher HOLT, 70, watches.

HOLT
Slowly. Remember what I taught you. Let me show you how.

MARA
I am afraid of the race, Holt.

EXT. FARM - GATE - DAY

GANNON, 50, the landlord, blocks the gate.

GANNON
You have until Friday. Sell me the farm or you will lose it.

MARA
It's not for sale. You can't have it.

INT. STABLE - NIGHT

INES, 24, brings soup.

INES
What is wrong? Did you sleep? Tell me.

MARA
I can't stop thinking of my father. I miss him, Ines.

INES
I'm with you. We can do it together.

INT. STABLE - LATER

ODD, 27, dances with Mara in the straw. He kisses her.

ODD
I love you. Stay with me.

MARA
After the race.

EXT. ROAD - DAY

QUILL
You are mad. It will never work. Give it up, girl.

MARA
Watch me.

INT. STABLE - DAWN

Mara saddles the horse. Ines helps Mara up.

INES
Let's go. I've got you.

EXT. RACE TRACK - DAY

Gannon grabs the reins. He drags Mara from the saddle.

GANNON
You are finished!

MARA
No. Let him go!
`;
const screenplay = parseFountain(TEXT).screenplay;
const found = findDramaticFunctions(screenplay);
const holderOf = (name: string): string | undefined => found.functions.find((entry) => entry.function === name)?.character;

describe('dramatic functions', () => {
  it('are read from what people carry, say and do', () => {
    expect(holderOf('protagonist')).toBe('MARA');
    expect(holderOf('antagonist')).toBe('GANNON');
    expect(holderOf('mentor')).toBe('HOLT');
    expect(holderOf('confidant')).toBe('INES');
    expect(holderOf('love-interest')).toBe('ODD');
    expect(holderOf('ally')).toBe('INES');
  });

  it('rest on lines that stand in the script', () => {
    const gannon = found.functions.find((entry) => entry.function === 'antagonist')!.candidates[0];
    expect(gannon.confidence).toBeGreaterThan(0.5);
    for (const { quote, span } of gannon.evidence) {
      if (quote === undefined || span === undefined) continue;
      const source = TEXT.slice(span.start.offset, span.end.offset).replace(/\s+/g, ' ');
      expect(source).toContain(quote);
    }
    expect(gannon.evidence.some(({ quote }) => quote?.includes('Sell me the farm'))).toBe(true);
  });

  it('don’t grow with repetition beyond three', () => {
    const shout = 'MARA\nI was born here, and here I stay.\n\nVANN\nI will destroy you.\n\n';
    const of = (times: number): number =>
      findDramaticFunctions(read(`INT. HALL - DAY\n\n${shout.repeat(times)}`)).functions.find(
        (entry) => entry.function === 'antagonist',
      )!.candidates[0].score;
    expect(of(9)).toBeCloseTo(of(4), 0);
  });

  it('are none of an empty script, and the protagonist alone in another language', () => {
    expect(findDramaticFunctions(read('')).functions).toEqual([]);
    const german =
      'INNEN. HAUS - TAG\n\nSie öffnet die Tür und geht nicht in das Haus.\n\nMARA\nIch bin nicht da, und du bist auch nicht da.\n';
    const result = findDramaticFunctions(read(german));
    expect(result.functions.map((entry) => entry.function)).toEqual(['protagonist']);
    expect(result.note).toContain("'de'");
  });
});

describe('roles that a story lacks', () => {
  it.each([
    ['antagonist', ['GANNON', 'Gannon']],
    ['mentor', ['HOLT']],
    ['love-interest', ['ODD']],
  ] as const)('include the %s where nobody is one', (role, names) => {
    const missing = (text: string): string[] => findMissingRoles(read(text)).roles.map((each) => each.function);
    expect(missing(TEXT)).not.toContain(role);
    expect(missing(scenesWithout(names))).toContain(role);
  });

  it('come with reasons and a sketch of the script’s own places', () => {
    const { roles, protagonist, method } = findMissingRoles(read(scenesWithout(['GANNON', 'Gannon'])));
    const role = roles.find((missing) => missing.function === 'antagonist')!;
    expect([method, protagonist]).toEqual(['evidence-rules+template', 'MARA']);
    expect(role.need).toBeGreaterThan(0);
    expect(role.need).toBeLessThanOrEqual(1);
    expect(role.reasons).toHaveLength(2);
    expect(role.sketch.method).toBe('template');
    expect(role.sketch.place).toBe('STABLE');
    expect(role.sketch.text).toContain('STABLE');
    expect(roles.map(({ need }) => need)).toEqual(roles.map(({ need }) => need).toSorted((a, b) => b - a));
  });

  it('can’t be told without people', () => {
    expect(findMissingRoles(read(''))).toEqual({
      method: 'evidence-rules+template',
      roles: [],
      note: 'The script has no characters, so no lead to measure roles by.',
    });
  });
});

function read(text: string): Screenplay {
  return parseFountain(text).screenplay;
}

function scenesWithout(words: readonly string[]): string {
  return TEXT.split(/\n\n(?=(?:INT|EXT)\.)/)
    .filter((scene) => !words.some((word) => scene.includes(word)))
    .join('\n\n');
}
