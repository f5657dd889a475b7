import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import { moodOf, MOODS } from './mood.js';

function mood(text: string): ReturnType<typeof moodOf> {
  const { screenplay } = parseFountain(text);
  return moodOf(breakDown(screenplay).scenes[0], screenplay);
}

describe('the mood of a scene', () => {
  it.each([
    ['tense', 'EXT. ROAD - DAY\n\nThe car explodes. They run. Gunfire!\n\nMARA\nRun! They will kill us!\n'],
    ['sad', 'INT. CHURCH - DAY\n\nA coffin. She weeps, alone, heartbroken.\n\nMARA\nI miss him. He is dead and I am lonely.\n'],
    ['warm', 'INT. KITCHEN - DAY\n\nThey embrace.\n\nMARA\nThank you, my friend. You are so kind. I trust you.\n'],
    ['joyful', 'EXT. SQUARE - DAY\n\nThey dance and laugh, delighted, cheering.\n\nMARA\nWonderful! We won! I am so happy!\n'],
    ['calm', 'INT. BEDROOM - DAWN\n\nSnow outside. Silence. The child sleeps, still. The clock is slow and quiet.\n'],
    [
      'mysterious',
      'INT. ARCHIVE - NIGHT\n\nFog at the window. A strange shadow behind the shelf. Whispers. A hidden door, unseen.\n\nMARA\nA secret.\n',
    ],
    [
      'comic',
      'INT. SCHOOL - DAY\n\nA hamster in a wig trips over the custard pie. Foam. A giggle.\n\nMARA\nOops.\n\nTEO\nPie?\n\nMARA\nSandwich.\n',
    ],
  ])('is %s', (name, text) => {
    expect(mood(text).mood).toBe(name);
  });

  it('says what it rests on, and stays in its ranges', () => {
    const result = mood('INT. HALL - DAY\n');
    expect(result.reasons.length).toBeGreaterThan(0);
    expect(Object.keys(result.scores)).toEqual([...MOODS]);
    expect(result.arousal).toBeGreaterThanOrEqual(0);
    expect(result.arousal).toBeLessThanOrEqual(1);
  });
});
