import { describe, expect, test } from 'vitest';
import { dayTimeOf, moodFor, type Mood, weatherOf } from './mood.js';

const street = { centre: [0, 0, 0] as [number, number, number], radius: 30, interior: false };
const room = { ...street, interior: true };

describe('dayTimeOf', () => {
  test.each([
    ['DAY', 'day'],
    ['LATER', 'day'],
    ['', 'day'],
    ['NIGHT', 'night'],
    ['LATER THAT NIGHT', 'night'],
    ['MIDNIGHT', 'night'],
    ['DAWN', 'dawn'],
    ['SUNRISE', 'dawn'],
    ['DUSK', 'dusk'],
    ['MAGIC HOUR', 'dusk'],
    ['EVENING', 'dusk'],
    ['NUIT', 'night'],
    ['NACHT', 'night'],
    ['夜', 'night'],
    ['黄昏', 'dusk'],
    ['清晨', 'dawn'],
  ])('%s is %s', (words, hour) => {
    expect(dayTimeOf(words)).toBe(hour);
  });
});

describe('weatherOf', () => {
  test.each([
    ['RAIN', 'rain'],
    ['It is raining hard.', 'rain'],
    ['A train arrives.', 'clear'],
    ['STORM', 'storm'],
    ['a thunderstorm', 'storm'],
    ['snow falls', 'snow'],
    ['SNOWDON STREET', 'clear'],
    ['foggy', 'fog'],
    ['mist', 'fog'],
    ['a gale', 'wind'],
    ['the window', 'clear'],
    ['雪', 'snow'],
    ['雨中', 'rain'],
    ['', 'clear'],
  ])('%s is %s', (words, weather) => {
    expect(weatherOf(words)).toBe(weather);
  });
});

describe('moodFor', () => {
  const total = (mood: Mood): number => mood.keyPower + mood.ambient;

  test('night is the darkest hour and day the lightest, outdoors and indoors', () => {
    for (const place of [street, room]) {
      const [night, dusk, dawn, day] = ['night', 'dusk', 'dawn', 'day'].map((time) => total(moodFor(time, 'clear', place)));
      expect(night).toBeLessThan(dusk);
      expect(dusk).toBeLessThan(day);
      expect(dawn).toBeLessThan(day);
    }
  });

  test('rain wets the ground outdoors alone, and hides the stars', () => {
    expect(moodFor('night', 'rain', street)).toMatchObject({ rain: 1, wet: true, stars: false });
    const inside = moodFor('night', 'rain', room);
    expect(inside.rain).toBeUndefined();
    expect(inside.wet).toBeUndefined();
    expect(moodFor('night', 'clear', street).stars).toBe(true);
  });

  test('fog is thicker than clear air, and snow falls outdoors alone', () => {
    expect(moodFor('day', 'fog', street).fog).toBeGreaterThan(4 * moodFor('day', 'clear', street).fog);
    expect(moodFor('day', 'snow', street).snow).toBe(1);
    expect(moodFor('day', 'snow', room).snow).toBeUndefined();
  });

  test('a given key wins over the place’s daylight, which wins over the hour’s', () => {
    const bright = { ...room, daylight: [0, 1, 0] as [number, number, number] };
    expect(moodFor('day', 'clear', bright).key).toEqual([0, 1, 0]);
    expect(moodFor('day', 'clear', bright, [1, 0, 0]).key).toEqual([1, 0, 0]);
    expect(moodFor('day', 'clear', room).key).not.toEqual([0, 1, 0]);
  });

  test('moods are new each time', () => {
    const mood = moodFor('day', 'clear', street);
    mood.keyPower = 9;
    expect(moodFor('day', 'clear', street).keyPower).toBeLessThan(1);
  });
});
