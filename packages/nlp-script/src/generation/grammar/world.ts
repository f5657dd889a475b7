/** @file What a world of the built-in grammar is: a community, what it may lose, its places by what they are good for in a story. */

/** What a place is good for in a story. */
export type PlaceRole = 'work' | 'hub' | 'power' | 'refuge' | 'edge' | 'hall';

/** A place with what is seen and heard there. */
export interface WorldPlace {
  setting: 'INT.' | 'EXT.';
  name: string;
  /** Each is a paragraph of action. */
  details: readonly string[];
}

/** A world. Texts are templates of `expand`. */
export interface World {
  id: string;
  /** Words of a premise that speak for this world. */
  words: readonly string[];
  /** What may be lost, with article: `'the ferry'`. */
  stake: string;
  /** Why it matters, as someone says it. */
  worth: readonly string[];
  /** What the opponent is about to do, and that as a noun. */
  threats: readonly { act: string; noun: string }[];
  /** Work of each part. */
  jobs: Readonly<Record<'p' | 'o' | 'a' | 'w' | 'k' | 'c', readonly string[]>>;
  places: Readonly<Record<PlaceRole, WorldPlace>>;
  /** The lead at work; paragraphs of action. */
  labour: readonly string[];
  /** What people talk about at the edge of things: exchanges in the grammar's script. */
  talk: readonly string[];
  /** What makes the edge dangerous, as a paragraph. */
  peril: readonly string[];
  /** The last picture of the place, when it has been saved. */
  after: readonly string[];
}
