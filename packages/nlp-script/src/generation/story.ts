/**
 * @file A story on its way to a script, as plain JSON: the premise and what each step made of it. Every value is meant to be read and changed
 * by a person; nothing in it is known to one maker only.
 */

/** The steps in order; each builds on all before it. */
export const STORY_STEPS = ['ideas', 'logline', 'characters', 'beats', 'cards', 'scenes'] as const;

/** One of the steps. */
export type StoryStep = (typeof STORY_STEPS)[number];

/** What a story starts from. */
export interface Premise {
  /** One sentence or a few: background, people, what happens. */
  text: string;
  /** `'drama'`, `'thriller'` … told to models; the grammar takes its words as part of the premise. Default `'drama'`. */
  genre?: string;
  /** `'forgiveness'`; told to models, part of how well an idea fits. */
  theme?: string;
  /** Characters with a part, 3…6. Default 4. */
  castSize?: number;
  /** Length of the script in pages, more than 0. Default 10. */
  pages?: number;
  /** Decides every choice. Default 0. */
  seed?: number;
}

/** What a story turns on. The grammar needs all of it and fills in what others left out. */
export interface StoryFacts {
  /** Id of a world of the grammar. */
  world: string;
  /** What may be lost: `'the ferry'`. */
  stake: string;
  /** What the opponent is about to do: `'sell the ferry for scrap'`, and as a noun. */
  threat: { act: string; noun: string };
  /** `'Friday noon'`. */
  deadline: string;
  /** A night that is still talked about: `'the night of the fire'`. */
  past: string;
  /** The thing that is planted and pays off: it proves, opens, rescues, or reminds of a promise. */
  object: { name: string; kind: 'proof' | 'access' | 'tool' | 'token' };
  /** Id of a secret of the grammar. */
  secret: string;
  /** Id of a flaw of the grammar. */
  flaw: string;
}

/** A possible story. */
export interface Idea {
  title: string;
  logline: string;
  facts?: StoryFacts;
  /** 0…1: how little of it the other ideas and the given texts have. */
  originality: number;
  /** 0…1: how much of the premise, the genre and the theme is in it. */
  fit: number;
  /** Why it stands where it stands. */
  reasons: string[];
  /** Who had it. */
  by: StepMaker;
}

/** The story in a sentence. */
export interface Logline {
  title: string;
  text: string;
  facts: StoryFacts;
}

/** Part in the story: lead, opponent, ally, witness, kin, authority. */
export type CharacterPart = 'lead' | 'opponent' | 'ally' | 'witness' | 'kin' | 'authority';

/** Somebody in the story. */
export interface StoryCharacter {
  /** Given name, one word; the cue is this in capitals. */
  name: string;
  familyName?: string;
  part: CharacterPart;
  pronoun: 'she' | 'he' | 'they';
  age: number;
  job: string;
  want: string;
  flaw: string;
  /** How they look at first sight; a sentence without its full stop. */
  look: string;
}

/** A step of the plot. */
export interface Beat {
  /** Kind of scene of the grammar, where it is one: `'opening'`. */
  kind?: string;
  /** Where in the story, 0…1. */
  at: number;
  text: string;
}

/** A scene before it is written. */
export interface SceneCard {
  /** Stays with the scene when others come and go. */
  id: string;
  kind?: string;
  setting: 'INT.' | 'EXT.' | 'INT./EXT.';
  place: string;
  time: string;
  /** Given names. */
  cast: string[];
  purpose: string;
  /** Things that matter in it. */
  props: string[];
  /** Length in eighths of a page. */
  eighths: number;
}

/** A written scene. */
export interface WrittenScene {
  /** Of its card. */
  id: string;
  /** Fountain, heading included. */
  fountain: string;
  by: StepMaker;
  /** Hash of everything that it was made from. */
  from: string;
  /** Hash of the text as it was made; another hash means that a person has changed it. */
  made: string;
  /** What was changed in a model's text so that it parses and keeps to its card. */
  repairs: string[];
}

/** Who made something. */
export interface StepMaker {
  method: 'person' | 'model' | 'grammar';
  /** Of a model. */
  model?: string;
  /** Of a model and the grammar. */
  seed?: number;
  /** Why the grammar had to step in for a model. */
  instead?: string;
}

/** The value of each step. */
export interface StepValues {
  ideas: Idea[];
  logline: Logline;
  characters: StoryCharacter[];
  beats: Beat[];
  cards: SceneCard[];
  scenes: WrittenScene[];
}

/** A step that has been done. */
export interface StepRecord<Step extends StoryStep = StoryStep> {
  value: StepValues[Step];
  by: StepMaker;
  /** Hash of everything that it was made from. */
  from: string;
  /** Hash of the value as it was made; another hash means that a person has changed it. */
  made: string;
}

/** A story project: plain JSON. */
export interface StoryProject {
  premise: Required<Omit<Premise, 'theme'>> & Pick<Premise, 'theme'>;
  steps: { [Step in StoryStep]?: StepRecord<Step> };
}
