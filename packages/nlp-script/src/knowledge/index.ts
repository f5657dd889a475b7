/** @file What `@filmai/nlp-script/knowledge` gives. */
export { buildKnowledgeGraph } from './build-graph.js';
export type { KnowledgeGraphOptions } from './build-graph.js';
export type {
  CauseEvidence,
  CauseLink,
  Entity,
  Evidence,
  GraphScene,
  KnowledgeGraph,
  KnowledgeSource,
  KnowledgeState,
  Relation,
  RelationKind,
  StoryEvent,
} from './graph.js';
export { causesOf, findEntities, findEvents, holderOf, holdingsOf, whatKnows, whereIs, whoIsIn, whoKnows } from './queries.js';
export type { EventPattern, Knower, QueryPoint, Whereabouts } from './queries.js';
export { askGraph } from './ask.js';
export type { GraphAnswer, GraphQuestionKind } from './ask.js';
export { formatGraphMl } from './graph-ml.js';
export { formatJsonLd } from './json-ld.js';
export type { JsonLdDocument, JsonLdOptions } from './json-ld.js';
