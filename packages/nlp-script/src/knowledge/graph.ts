/**
 * @file The knowledge graph of a story as plain data: who and what there is, what happens, who is where, who has what, who knows
 * what since when, and what leads to what. Everything stands on a place in the script.
 */
import type { ScriptLanguage, TagCategory } from '../breakdown/lexicon/lexicon.js';
import type { Span } from '../screenplay/screenplay.js';

/** Where a fact stands. */
export interface Evidence {
  /** Index of the scene, from 0. */
  scene: number;
  /** Index of the element in the screenplay. */
  element: number;
  span: Span;
  /** The words of the script that the fact rests on. */
  quote: string;
}

/** Somebody or something of the story. */
export interface Entity {
  /** `'person:mara'`, `'object:bread-knife'`. */
  id: string;
  kind: 'person' | 'animal' | 'place' | 'object';
  /** As it is called first: `'MARA'`, `'bread knife'`. */
  name: string;
  /** Other names that the script uses. */
  aliases: string[];
  /** What it is where it has a name of its own: the sword of "the sword NIGHTJAR". */
  sort?: string;
  /** The box of the breakdown sheet that it belongs to. */
  category?: TagCategory;
  /** Words of the introduction, or what it is said to be. */
  description?: string;
  /** Places: the place that this one is part of. */
  within?: string;
  /** Every scene where it is seen, named or spoken of. */
  scenes: number[];
  mentions: Evidence[];
}

/** Something that happens in action, by its verb. */
export interface StoryEvent extends Evidence {
  /** `'event:0'`, in the order of the script. */
  id: string;
  /** Dictionary form: `'take'`. */
  verb: string;
  /** Who or what does it. */
  agents: string[];
  /** To whom or what. */
  objects: string[];
  /** To whom it is given or said. */
  recipients: string[];
  /** What stands with it: `{ preposition: 'in', entity: 'object:drawer' }`. */
  attached: { preposition: string; entity: string }[];
  /** Where it happens: the scene's place, or the finer one that the sentence names. */
  place?: string;
  /** True where the script says that it does not happen. */
  negated: boolean;
}

/** How two entities stand to each other. */
export type RelationKind = 'holds' | 'at' | 'in' | 'part-of' | 'speaks-to' | 'mentions';

/** A relation that holds from a point of the script on. */
export interface Relation extends Evidence {
  kind: RelationKind;
  from: string;
  to: string;
  /** Index of the element from which it holds no longer, where the script shows that. */
  until?: { scene: number; element: number };
  /** The event that made it so. */
  event?: string;
}

/** How somebody came to know of something. */
export type KnowledgeSource = 'did' | 'saw' | 'was-there' | 'told' | 'said';

/** From here on somebody knows about something. */
export interface KnowledgeState extends Evidence {
  who: string;
  /** An entity or an event. */
  about: string;
  how: KnowledgeSource;
  /** Who said it, where `how` is `told`. */
  from?: string;
  /** 0 to 1: how far the rule can be trusted; not a probability. Acting oneself 1, seeing 0.9, hearing 0.8, standing by 0.5. */
  confidence: number;
}

/** Why one thing is held to lead to another. */
export type CauseEvidence = 'cue-word' | 'object-chain' | 'event-chain' | 'request';

/** One thing leads to another. */
export interface CauseLink {
  cause: Evidence & { event?: string };
  effect: Evidence & { event?: string };
  evidence: CauseEvidence;
  /** The word that says so: `'because'`. */
  cue?: string;
  /** In plain words. */
  reason: string;
  /** 0 to 1: how far the rule can be trusted; not a probability. */
  confidence: number;
}

/** A scene as the graph knows it. */
export interface GraphScene {
  index: number;
  /** The script's own number, or the count from 1. */
  number: string;
  heading: string;
  /** The finest part of the heading's place. */
  place?: string;
  /** Who is there in body, and from which element to which. */
  present: { who: string; fromElement: number; toElement: number }[];
  span: Span;
}

/** The knowledge graph of a script. Plain JSON. */
export interface KnowledgeGraph {
  /** Lexicons and a small grammar, no model. */
  method: 'grammar';
  language: ScriptLanguage;
  title?: string;
  scenes: GraphScene[];
  entities: Entity[];
  events: StoryEvent[];
  relations: Relation[];
  knowledge: KnowledgeState[];
  causes: CauseLink[];
  /** What this graph can't hold, in plain words: events of scripts that aren't in English. */
  limits: string[];
}
