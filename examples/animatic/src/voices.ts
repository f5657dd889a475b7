/** @file Scratch dialogue: every speech of the film spoken in its character's voice, kept between runs. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createProgress, type JobOptions } from '@filmai/core-tensor/progress';
import { durationOf, type Sound } from '@filmai/core-tensor/samples';
import { synthesise, type TimedPhone, type TimedWord } from '@filmai/audio/speech';
import { readWav, writeWav } from '@filmai/audio/wav';
import type { ShotSpeech } from '@filmai/nlp-script/shots';
import type { Cache } from './cache.js';
import type { CastCharacter } from './casting.js';

/** A spoken line. */
export interface Line {
  sound: Sound;
  seconds: number;
  words: TimedWord[];
  phones: TimedPhone[];
  /** How it was made: `'flite'`, or `'flite-murmur'` for letters that the voice can't read. */
  method: string;
  levelDb: number;
}

type SpokenTimes = Omit<Line, 'sound'>;

/** Key under which a line is found again: who says what, and how. */
export function lineKey({ character, text, parenthetical, extensions }: ShotSpeech): string {
  return JSON.stringify([character, text, parenthetical ?? '', extensions]);
}

/**
 * Speaks all lines of a film.
 *
 * @param speeches - In any order; equal ones are spoken once.
 * @param cast - Characters with their voices.
 * @param cache - Where lines are kept.
 * @returns Lines by `lineKey`.
 */
export async function speakLines(
  speeches: readonly ShotSpeech[],
  cast: ReadonlyMap<string, CastCharacter>,
  cache: Cache,
  { signal, onProgress }: JobOptions,
): Promise<Map<string, Line>> {
  const unique = new Map(speeches.map((speech) => [lineKey(speech), speech]));
  const step = createProgress('voices', { total: unique.size, unit: 'lines', onProgress });
  const lines = new Map<string, Line>();
  for (const [key, speech] of unique) {
    signal?.throwIfAborted();
    const voice = cast.get(speech.character)?.voice;
    const inputs = [key, voice];
    const path = cache.path('voices', inputs, 'wav');
    const kept = async (): Promise<Line | undefined> => {
      const spoken = await cache.kept<SpokenTimes>('voices', inputs);
      const sound = spoken && (await readWav(path, { signal }).catch(() => undefined));
      return sound && { ...spoken, sound };
    };
    let line = await kept();
    if (!line) {
      await mkdir(dirname(path), { recursive: true });
      const delivery = [speech.parenthetical, isFar(speech) ? 'on the phone' : undefined].filter(Boolean).join(', ');
      const { sound, words, phones, method, levelDb } = await synthesise(speech.text, {
        voice,
        delivery,
        foreign: 'murmur',
        signal,
      });
      await writeWav(path, sound, { bits: 24, signal });
      await cache.json<SpokenTimes>('voices', inputs, async () => ({
        seconds: durationOf(sound),
        words,
        phones,
        method,
        levelDb,
      }));
      // What is kept is what is used, so that a second run sounds exactly like the first.
      line = await kept();
    }
    signal?.throwIfAborted();
    if (!line) throw new Error(`${path}: the line that was just written can't be read back`);
    lines.set(key, line);
    step();
  }
  return lines;
}

/** A voice that comes through a radio or a telephone. */
function isFar({ extensions, parenthetical }: ShotSpeech): boolean {
  return (
    extensions.some((extension) => /phone|radio|filter/i.test(extension)) ||
    /radio|phone|loudspeaker|intercom/i.test(parenthetical ?? '')
  );
}
