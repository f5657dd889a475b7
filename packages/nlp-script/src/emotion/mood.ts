/** @file The mood of a scene, for whoever makes its music: from its words, its weather, its light, and what happens in it. */
import type { SceneBreakdown } from '../breakdown/breakdown.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { EmotionSummary } from './script-emotion.js';
import { measureLines, summarize } from './script-emotion.js';

/** Moods that music can be made in. */
export type MoodName = 'tense' | 'sad' | 'warm' | 'joyful' | 'mysterious' | 'calm' | 'epic' | 'comic' | 'dark';

/** All moods. */
export const MOODS: readonly MoodName[] = ['tense', 'sad', 'warm', 'joyful', 'mysterious', 'calm', 'epic', 'comic', 'dark'];

/** What a scene feels like. */
export interface Mood {
  method: 'lexicon';
  mood: MoodName;
  /** −1 to 1. */
  valence: number;
  /** 0 to 1. */
  arousal: number;
  /** Strength of each mood; the greatest is `mood`. */
  scores: Record<MoodName, number>;
  /** What spoke for it, the strongest first. */
  reasons: string[];
}

/**
 * The mood of a scene.
 *
 * @param scene - A scene of a breakdown.
 * @param screenplay - The script that it was made from.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { moodOf } from '@filmai/nlp-script/emotion';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('EXT. ROAD - DAY\n\nThe car explodes. They run. Gunfire!\n\nMARA\nRun! They will kill us!\n');
 * moodOf(breakDown(screenplay).scenes[0]!, screenplay).mood; // 'tense'
 * ```
 */
export function moodOf(scene: SceneBreakdown, screenplay: Screenplay): Mood {
  const lines = measureLines(screenplay, [scene]);
  const feeling = trustByEvidence(
    summarize(lines),
    lines.reduce((sum, line) => sum + line.hits.length, 0),
  );
  const text = lines.map((line) => line.text).join('\n');
  const cues = readCues(scene, text);
  const arousal = Math.min(1, Math.max(0, feeling.arousal + 0.22 * cues.force + 0.05 * cues.shouts - 0.08 * cues.quiet));
  const valence = Math.min(1, Math.max(-1, feeling.valence + 0.12 * cues.play - 0.12 * cues.force - 0.05 * cues.night));
  const scores = scoreMoods(feeling, valence, arousal, cues);
  const mood = MOODS.reduce((best, name) => (scores[name] > scores[best] ? name : best));
  return { method: 'lexicon', mood, valence, arousal, scores, reasons: reasonsFor(mood, feeling, cues) };
}

/** One word of feeling in a scene is little to go by: three count half. */
function trustByEvidence(feeling: EmotionSummary, hits: number): EmotionSummary {
  const trust = hits / (hits + 3);
  const emotions = Object.fromEntries(
    Object.entries(feeling.emotions).map(([name, value]) => [name, value * trust]),
  ) as EmotionSummary['emotions'];
  return { ...feeling, valence: feeling.valence * trust, emotions };
}

interface Cues {
  /** Fire, explosions, chases, guns, alarms: 0 to 1. */
  force: number;
  /** Storm, gale, sea, open space: 0 to 1. */
  grandeur: number;
  night: number;
  /** Fog, shadows, whispering: 0 to 1. */
  veil: number;
  /** Snow, silence, sleep: 0 to 1. */
  quiet: number;
  /** Mishaps, short repartee, children, animals: 0 to 1. */
  play: number;
  /** Exclamation marks by speech, 0 to 1. */
  shouts: number;
}

function readCues(scene: SceneBreakdown, text: string): Cues {
  const has = (category: string, pattern?: RegExp): number =>
    scene.tags.filter(
      (tag) => tag.category === category && (!pattern || pattern.test(tag.concept ?? tag.lemma) || pattern.test(tag.lemma)),
    ).length;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const saturate = (value: number): number => value / (value + 1.5);
  const speeches = Math.max(1, scene.speeches.length);
  return {
    force: saturate(
      has('effect', /^(?:fire|explosion|gunfire|breakage|sparks)$/) +
        has('stunt') +
        has('sound', /alarm|siren|gun|explosion|crash|scream|shriek|bang|roar/) +
        has('prop', /gun|pistol|revolver|rifle|bomb|knife|sword/) * 0.7,
    ),
    grandeur: saturate(
      has('weather', /^(?:storm|lightning|dust)$/) +
        has('vehicle', /ship|rocket|space/) +
        count(/\b(?:sea|ocean|cliff|stars|horizon|mountain|sky|earth|space|storm)\b/gi) * 0.5 +
        (scene.setting === 'ext' ? 0.3 : 0),
    ),
    night: scene.timeOfDay === 'night' ? 1 : scene.timeOfDay === 'dusk' ? 0.4 : 0,
    veil: saturate(
      has('weather', /^fog$/) +
        count(/\b(?:shadow|dark|darkness|whisper|secret|strange|silhouette|unseen|hidden|black|empty|dim|glow|nobody)\w*/gi) *
          0.5,
    ),
    quiet: saturate(
      has('weather', /^(?:snow|rain|frost)$/) * 0.5 +
        count(/\b(?:silence|silent|quiet|sleep\w*|asleep|still|slow|slowly|soft|softly|murmur|dawn|hums?)\b/gi) * 0.5,
    ),
    play: saturate(
      has('animal', /hamster|parrot|duck|goat|chicken|puppy|penguin/) * 0.5 +
        count(
          /\b(?:sandwich|trips?|slips?|wig|pie|hiccup|custard|foam|mouth full|plink|absurd|ridiculous|joke|grin|giggle|costume|oops|pink)\w*/gi,
        ) *
          0.6 +
        (speeches >= 6 && scene.dialogueWords / speeches < 7 ? 0.25 : 0),
    ),
    shouts: Math.min(1, count(/!/g) / speeches),
  };
}

function scoreMoods(feeling: EmotionSummary, valence: number, arousal: number, cues: Cues): Record<MoodName, number> {
  const { joy, trust, fear, sadness, anger, anticipation, disgust } = feeling.emotions;
  const good = Math.max(0, valence);
  const bad = Math.max(0, -valence);
  return {
    tense:
      0.9 * cues.force +
      0.9 * fear +
      0.5 * anger +
      0.3 * anticipation +
      0.5 * arousal +
      0.25 * cues.shouts -
      0.5 * good -
      cues.play -
      0.15 * cues.quiet,
    sad: 1.4 * sadness + 0.5 * bad + 0.25 * cues.quiet - 0.6 * cues.force - 0.5 * cues.play - 0.4 * arousal + 0.1,
    warm: 1.1 * trust + 0.6 * joy + 0.5 * good - 0.6 * cues.force - 0.3 * fear - 0.1 * cues.night + 0.05,
    joyful:
      1.3 * joy + 0.6 * good + 0.5 * arousal - 0.4 * cues.play - 0.6 * cues.force - 0.5 * sadness - 0.35 * cues.night - 0.15,
    mysterious:
      0.8 * cues.veil +
      0.2 * cues.night +
      0.6 * anticipation +
      0.35 * feeling.emotions.surprise -
      0.5 * cues.force -
      0.4 * cues.play -
      0.3 * joy,
    calm:
      0.35 + 0.5 * cues.quiet + 0.3 * good - 0.8 * arousal - 0.8 * cues.force - 0.4 * fear - 0.3 * cues.shouts - 0.3 * cues.play,
    epic: 0.8 * cues.grandeur + 0.55 * cues.force + 0.4 * arousal + 0.3 * trust - 0.5 - 0.6 * cues.play,
    comic: 1.3 * cues.play + 0.3 * joy + 0.2 * cues.shouts + 0.2 * disgust - 0.5 * sadness - 0.5 * fear - 0.3 * cues.night - 0.1,
    dark:
      0.25 * cues.night +
      0.45 * cues.veil +
      0.6 * bad +
      0.5 * anger +
      0.5 * disgust +
      0.4 * fear -
      0.3 * cues.play -
      0.6 * joy -
      0.25,
  };
}

function reasonsFor(mood: MoodName, feeling: EmotionSummary, cues: Cues): string[] {
  const strongest = Object.entries(feeling.emotions)
    .filter(([, value]) => value > 0.08)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2);
  const reasons = strongest.map(([emotion, value]) => `words of ${emotion} (${value.toFixed(2)})`);
  const named: readonly (readonly [keyof Cues, string])[] = [
    ['force', 'violence, fire or alarm'],
    ['grandeur', 'storm, sea or open sky'],
    ['veil', 'darkness and secrets'],
    ['quiet', 'stillness'],
    ['play', 'mishaps and quick talk'],
    ['night', 'night'],
  ];
  for (const [cue, words] of [...named].sort((a, b) => cues[b[0]] - cues[a[0]]))
    if (cues[cue] > 0.3) reasons.push(`${words} (${cues[cue].toFixed(2)})`);
  return reasons.length > 0 ? reasons : [`nothing stands out, ${mood} is left`];
}
