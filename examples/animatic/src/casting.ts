/** @file Who plays whom: a look and a voice for each character, the same through the whole film. */
import { castVoice, type Voice } from '@filmai/audio/speech';
import type { Breakdown, CharacterSummary } from '@filmai/nlp-script/breakdown';
import { lookFor, type Look } from '@filmai/storyboard';

/** A character as it is seen and heard. */
export interface CastCharacter {
  summary: CharacterSummary;
  look: Look;
  /** Absent for those who never speak. */
  voice?: Voice;
}

/**
 * Casts a film. Those who speak most choose first, so that they differ most.
 *
 * @param breakdown - Of the whole script, so that a part of it has the same cast.
 * @param seed - Another seed, another cast.
 * @returns Characters by name.
 */
export function castFilm(breakdown: Breakdown, seed: number): Map<string, CastCharacter> {
  const cast = new Map<string, CastCharacter>();
  const looks: Look[] = [];
  const voices: Voice[] = [];
  for (const summary of breakdown.characters.toSorted((a, b) => b.words - a.words)) {
    const look = lookFor(summary.name, { description: describe(summary), seed, taken: looks });
    looks.push(look);
    const voice = summary.speaking
      ? castVoice(summary.name, { sex: look.female ? 'female' : 'male', age: summary.years, seed, taken: voices })
      : undefined;
    if (voice) voices.push(voice);
    cast.set(summary.name, { summary, look, ...(voice ? { voice } : {}) });
  }
  return cast;
}

/** What the script says about a character, and what its pronouns tell, in the words that casting understands. */
function describe({ description, years, pronoun }: CharacterSummary): string {
  const young = years !== undefined && years < 14;
  const sex = pronoun === 'she' ? (young ? 'girl' : 'woman') : pronoun === 'he' ? (young ? 'boy' : 'man') : undefined;
  return [sex, years === undefined ? undefined : `aged ${Math.round(years)}`, description].filter(Boolean).join(', ');
}
