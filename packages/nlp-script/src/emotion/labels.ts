/** @file What the labels of models that sort texts mean: good and bad, stars, or names of emotions. */
import { NlpScriptError } from '../screenplay/error.js';
import type { BasicEmotion } from './lexicon.js';
import { BASIC_EMOTIONS } from './lexicon.js';

/** What the labels say. */
export interface LabelReading {
  /** −1 to 1. */
  valence: number;
  /** Absent where no label names an emotion. */
  emotions?: Record<BasicEmotion, number>;
}

/** Other names of the eight emotions, and those of good and bad. */
const MEANINGS: Readonly<Record<string, { valence: number; emotion?: BasicEmotion }>> = {
  positive: { valence: 1 },
  pos: { valence: 1 },
  negative: { valence: -1 },
  neg: { valence: -1 },
  neutral: { valence: 0 },
  neu: { valence: 0 },
  joy: { valence: 1, emotion: 'joy' },
  happiness: { valence: 1, emotion: 'joy' },
  happy: { valence: 1, emotion: 'joy' },
  amusement: { valence: 1, emotion: 'joy' },
  love: { valence: 1, emotion: 'joy' },
  trust: { valence: 0.6, emotion: 'trust' },
  admiration: { valence: 0.8, emotion: 'trust' },
  optimism: { valence: 0.7, emotion: 'anticipation' },
  anticipation: { valence: 0.2, emotion: 'anticipation' },
  surprise: { valence: 0, emotion: 'surprise' },
  fear: { valence: -0.8, emotion: 'fear' },
  anger: { valence: -0.9, emotion: 'anger' },
  disgust: { valence: -0.9, emotion: 'disgust' },
  sadness: { valence: -0.9, emotion: 'sadness' },
};

/**
 * Reads the scored labels of one text.
 *
 * @param answer - A list of `{ label, score }`, as both transformers packages give it, or one of them.
 * @param model - Its name, for errors.
 * @throws NlpScriptError `MODEL_FAILED` where no label is known.
 */
export function readLabels(answer: unknown, model: string): LabelReading {
  const scored = Array.isArray(answer) ? (answer as unknown[]) : [answer];
  const emotions = Object.fromEntries(BASIC_EMOTIONS.map((emotion) => [emotion, 0])) as Record<BasicEmotion, number>;
  let valence = 0;
  let total = 0;
  let named = false;
  const labels: string[] = [];
  for (const entry of scored) {
    const { label, score } = (entry ?? {}) as { label?: unknown; score?: unknown };
    if (typeof label !== 'string' || typeof score !== 'number' || !Number.isFinite(score)) continue;
    labels.push(label);
    const stars = /^([1-5]) stars?$/i.exec(label);
    const meaning = stars ? { valence: (Number(stars[1]) - 3) / 2, emotion: undefined } : MEANINGS[label.toLowerCase()];
    if (!meaning) continue;
    total += score;
    valence += meaning.valence * score;
    if (!meaning.emotion) continue;
    emotions[meaning.emotion] = Math.min(1, emotions[meaning.emotion] + score);
    named = true;
  }
  if (total === 0)
    throw new NlpScriptError(
      'MODEL_FAILED',
      `${model}: its labels say nothing of feeling: ${labels.join(', ') || JSON.stringify(answer)?.slice(0, 120)}`,
      {
        remedy: 'Give a model for sentiment or emotion, whose labels are POSITIVE and NEGATIVE, stars, or names of emotions.',
      },
    );
  return { valence: Math.max(-1, Math.min(1, valence / total)), ...(named ? { emotions } : {}) };
}
