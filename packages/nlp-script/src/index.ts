/** @file Everything of @filmai/nlp-script by name; the subpaths give the same pieces alone. */
export { formatEighths, measurePages, parseEighths, sourceSpan } from './screenplay/index.js';
export type {
  Character,
  Diagnostic,
  ElementBase,
  ElementLayout,
  Note,
  PageLayout,
  PageStyle,
  PlainElement,
  Position,
  SceneHeading,
  SceneLayout,
  Screenplay,
  ScriptElement,
  ScriptElementType,
  ScriptSource,
  Section,
  Setting,
  Span,
  StyledText,
  TitleEntry,
} from './screenplay/index.js';
export { encodeFountain, formatFountain, NlpScriptError, parseFountain, readFountain, writeFountain } from './fountain/index.js';
export type {
  FountainOptions,
  NlpScriptErrorCode,
  ParsedScript,
  ReadScriptOptions,
  WriteScriptOptions,
} from './fountain/index.js';
export { formatFdx, parseFdx, readFdx, writeFdx } from './fdx/index.js';
export type { FdxOptions, ParsedFdx } from './fdx/index.js';
export { breakDown, canonicalName, elementSheet, ESTIMATE_RATES, readTimeOfDay, TAG_CATEGORIES } from './breakdown/index.js';
export type {
  Breakdown,
  BreakDownOptions,
  BreakdownTag,
  CharacterSummary,
  EstimateRates,
  PlaceSummary,
  Pronoun,
  SceneBreakdown,
  SceneCharacter,
  ScriptLanguage,
  SheetEntry,
  Speech,
  SpeechPart,
  TagCategory,
  TagRule,
  TimeEstimate,
  TimeOfDay,
  TimeWord,
} from './breakdown/index.js';
export { formatShotList, planShots } from './shots/index.js';
export type { CameraMove, PlanOptions, Shot, ShotAngle, ShotSize, ShotSpeech } from './shots/index.js';
export {
  BASIC_EMOTIONS,
  EMOTION_LEXICON_SIZE,
  emotionalCourse,
  measureEmotion,
  measureIntensity,
  moodOf,
  MOODS,
  openEmotionModel,
  openTransformerEmotion,
} from './emotion/index.js';
export type {
  BasicEmotion,
  CourseOptions,
  CoursePoint,
  Emotion,
  EmotionHit,
  EmotionLine,
  EmotionMethod,
  EmotionModel,
  EmotionModelOptions,
  EmotionSummary,
  Mood,
  MoodName,
  ScriptEmotion,
  TransformerEmotionOptions,
} from './emotion/index.js';
export {
  applyReview,
  createFindings,
  createReview,
  decide,
  matchDecisions,
  mergeReviews,
  placeDecisions,
  readReview,
  reviewPath,
  writeReview,
  writeRevision,
} from './findings/index.js';
export type {
  Agreement,
  Anchor,
  AppliedReview,
  ApplyOptions,
  Decision,
  DecisionDraft,
  Finding,
  FindingDraft,
  FindingSeverity,
  PlacedDecision,
  PlaceOptions,
  RelatedPlace,
  Review,
  ReviewConflict,
  ReviewedFinding,
  SkippedChange,
  Verdict,
} from './findings/index.js';
export { cosineSimilarity, openSentenceEncoder } from './embedding/index.js';
export type { OpenSentenceEncoder, SentenceEncoder, SentenceEncoderOptions } from './embedding/index.js';
export { collectText, WritingError } from './generation/index.js';
export type { TextFinish, TextGenerator, TextOptions, TextPiece, TextUsage, WrittenText } from './generation/index.js';
export { openPipeline } from './transformers/index.js';
export type {
  ModelPrecision,
  OpenPipelineOptions,
  PipelineTask,
  TransformersPackageName,
  TransformersPipeline,
} from './transformers/index.js';
export {
  checkOriginality,
  createOriginalityIndex,
  findParaphrases,
  formatOriginalityIndex,
  measureNovelty,
  parseOriginalityIndex,
  readOriginalityIndex,
  writeOriginalityIndex,
} from './originality/index.js';
export type {
  IndexedScript,
  NearCopy,
  Novelty,
  OriginalityIndex,
  OriginalityOptions,
  OriginalityReport,
  Paraphrase,
  ParaphraseOptions,
  ParaphraseReport,
  SharedPassage,
  WordStream,
} from './originality/index.js';
export {
  askGraph,
  buildKnowledgeGraph,
  causesOf,
  findEntities,
  findEvents,
  formatGraphMl as formatKnowledgeGraphMl,
  formatJsonLd,
  holderOf,
  holdingsOf,
  whatKnows,
  whereIs,
  whoIsIn,
  whoKnows,
} from './knowledge/index.js';
export type {
  CauseEvidence,
  CauseLink,
  Entity,
  EventPattern,
  Evidence,
  GraphAnswer,
  GraphQuestionKind,
  GraphScene,
  JsonLdDocument,
  JsonLdOptions,
  Knower,
  KnowledgeGraph,
  KnowledgeGraphOptions,
  KnowledgeSource,
  KnowledgeState,
  QueryPoint,
  Relation,
  RelationKind,
  StoryEvent,
  Whereabouts,
} from './knowledge/index.js';
export { ANSWER_THRESHOLD, answerQuestion, ENCODER_THRESHOLD, summarizeScript, writeSummary } from './summary/index.js';
export type {
  AnswerOptions,
  AnswerSource,
  ScriptAnswer,
  ScriptSummary,
  SummaryLevel,
  SummaryOptions,
  SummaryPart,
  SummaryPipeline,
  SummarySentence,
  WriteSummaryOptions,
  WrittenPart,
  WrittenSummary,
} from './summary/index.js';
export { loadClassifier, readLabelledFolder, trainClassifier } from './classification/index.js';
export type {
  ClassificationMethod,
  ClassificationReport,
  Classifier,
  LabelledText,
  LabelReport,
  Prediction,
  Reason,
  TrainClassifierOptions,
} from './classification/index.js';
