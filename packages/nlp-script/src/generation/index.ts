/** @file What `@filmai/nlp-script/generation` gives. */
export { measureCoherence } from './coherence.js';
export type { Coherence } from './coherence.js';
export { continueDialogue } from './continue-dialogue.js';
export type { ContinuedDialogue, ContinueDialogueOptions, VoicedLine } from './continue-dialogue.js';
export { createEndpointGenerator } from './endpoint-generator.js';
export type { EndpointOptions } from './endpoint-generator.js';
export { bleu, evaluateTexts } from './evaluate-text.js';
export type { EvaluateOptions, EvaluationReport, PerplexityScorer, TextEvaluation } from './evaluate-text.js';
export { openLlamaGenerator } from './llama-generator.js';
export type { LlamaGeneratorOptions } from './llama-generator.js';
export { rankIdeas } from './rank-ideas.js';
export type { RankIdeasOptions } from './rank-ideas.js';
export { STORY_STEPS } from './story.js';
export type {
  Beat,
  CharacterPart,
  Idea,
  Logline,
  Premise,
  SceneCard,
  StepMaker,
  StepRecord,
  StepValues,
  StoryCharacter,
  StoryFacts,
  StoryProject,
  StoryStep,
  WrittenScene,
} from './story.js';
export { readStory, saveStory, storyScript } from './story-files.js';
export type { StoryScript } from './story-files.js';
export { suggestCharacters } from './suggest-characters.js';
export type { SuggestedCharacter } from './suggest-characters.js';
export { collectText, WritingError } from './text-generator.js';
export type { TextFinish, TextGenerator, TextOptions, TextPiece, TextUsage, WrittenText } from './text-generator.js';
export { openTransformersGenerator } from './transformers-generator.js';
export type { OpenTextGenerator, TransformersGeneratorOptions } from './transformers-generator.js';
export { createStory, editStep, storyStatus, writeStory } from './write-story.js';
export type { StepStatus, StepWriter, WriteStoryOptions } from './write-story.js';
