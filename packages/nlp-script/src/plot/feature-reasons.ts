/** @file What each feature of a scene says in words, for the evidence of a turning point. */
import type { Breakdown } from '../breakdown/breakdown.js';
import type { SceneFeature } from './scene-features.js';
import type { CueHit, TurningCue } from './turning-cues.js';

interface FeatureContext {
  breakdown: Breakdown;
  /** Index of the scene. */
  scene: number;
  cues: readonly CueHit[];
}

/** A reason by feature. */
export const FEATURE_REASONS: Readonly<Record<SceneFeature, (context: FeatureContext) => string>> = {
  newPeople: (context) => {
    const names = firstSeen(context);
    return names.length > 0 ? `appear for the first time: ${names.join(', ')}` : 'nobody new appears';
  },
  newPlace: ({ breakdown, scene }) => `the place: ${breakdown.scenes[scene].place || 'none named'}`,
  boundary: () => 'what follows is unlike what went before',
  centrality: () => 'shares its matters with many other scenes',
  returns: () => 'takes up what the first third set out',
  ensemble: ({ breakdown, scene }) => `of the people known so far, here are ${breakdown.scenes[scene].characters.length}`,
  lead: () => 'whether the lead is here',
  length: ({ breakdown, scene }) => `its length: ${breakdown.scenes[scene].words} words`,
  dialogue: ({ breakdown, scene }) => `${breakdown.scenes[scene].speeches.length} speeches`,
  feeling: () => 'its feeling, good or bad',
  fall: () => 'feeling against the scene before',
  swing: () => 'feeling changes around it',
  arousal: () => 'how excited its words are',
  force: () => 'effects, stunts and exclamations',
  offer: (context) => wordsOf(context, 'offer', 'something new comes'),
  decision: (context) => wordsOf(context, 'decision', 'a goal is taken up'),
  commitment: (context) => wordsOf(context, 'commitment', "a step that can't be taken back"),
  loss: (context) => wordsOf(context, 'loss', 'something is lost'),
  clash: (context) => wordsOf(context, 'clash', 'everything meets'),
  rest: (context) => wordsOf(context, 'rest', 'the dust settles'),
};

function firstSeen({ breakdown, scene }: FeatureContext): string[] {
  return breakdown.characters.filter(({ first }) => first.scene === scene).map(({ name }) => name);
}

function wordsOf({ cues }: FeatureContext, cue: TurningCue, meaning: string): string {
  const words = [...new Set(cues.filter((hit) => hit.cue === cue).map(({ text }) => text.toLowerCase()))];
  return words.length === 0 ? `no word of it: ${meaning}` : `${meaning}: ${words.slice(0, 6).join(', ')}`;
}
