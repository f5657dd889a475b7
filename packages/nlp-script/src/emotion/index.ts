/** @file What `@filmai/nlp-script/emotion` gives. */
export { openEmotionModel, openTransformerEmotion } from './emotion-model.js';
export type { EmotionModel, EmotionModelOptions, TransformerEmotionOptions } from './emotion-model.js';
export { measureIntensity } from './intensity.js';
export { BASIC_EMOTIONS, EMOTION_LEXICON_SIZE } from './lexicon.js';
export type { BasicEmotion } from './lexicon.js';
export { moodOf, MOODS } from './mood.js';
export type { Mood, MoodName } from './mood.js';
export { emotionalCourse, measureEmotion } from './script-emotion.js';
export type { CourseOptions, CoursePoint, EmotionLine, EmotionSummary, ScriptEmotion } from './script-emotion.js';
export type { Emotion, EmotionHit, EmotionMethod } from './sentiment.js';
