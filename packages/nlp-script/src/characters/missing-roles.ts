/**
 * @file The roles a story lacks: dramatic functions that nobody fills, why they are missed here, and a sketch of who could fill them, made of
 * the script's own people, places and scenes.
 */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { DramaticFunctions, FunctionResult } from './dramatic-functions.js';
import { FILLED_SCORE, findDramaticFunctions } from './dramatic-functions.js';
import type { DramaticFunction, RelationFunction } from './function-cues.js';
import { profileVoices } from './voice.js';

/** A role that is missing. */
export interface MissingRole {
  function: DramaticFunction;
  /** How much this story would gain, 0 to 1: by how empty the place is and how much of the script asks for it. */
  need: number;
  /** What was looked for and not found, and what in the script asks for it. */
  reasons: string[];
  /** Who could fill it. Made of a template and the facts of the script. */
  sketch: {
    method: 'template';
    /** Two or three sentences. */
    text: string;
    /** Somebody who is there already and has some evidence for it; absent where a new character is better. */
    growFrom?: string;
    /** Where they would be met: a place that the lead is often at. */
    place?: string;
    /** Scenes (indices from 0) that they could enter first. */
    scenes: number[];
    /** What their talk should be, against the lead's. */
    voice: string;
  };
}

/** What {@link findMissingRoles} gives. */
export interface MissingRoles {
  /** Functions by evidence, sketches by template; no model. */
  method: 'evidence-rules+template';
  protagonist?: string;
  /** The most needed first. */
  roles: MissingRole[];
  /** Why the script could not be read for roles, where that is so. */
  note?: string;
}

const WANTED: Readonly<Record<RelationFunction, { is: string; does: string; gain: string; weight: number }>> = {
  antagonist: {
    is: 'somebody whose will stands against the lead',
    does: 'wants the same thing, or the opposite, with more power',
    gain: 'gives every step a price',
    weight: 1,
  },
  confidant: {
    is: 'somebody to whom the lead can say what they feel',
    does: 'asks the question that nobody else dares',
    gain: 'lets us hear what is now only in the action',
    weight: 0.8,
  },
  ally: {
    is: 'somebody who goes along',
    does: 'shares the risk and pays a part of it',
    gain: 'makes decisions into talk',
    weight: 0.7,
  },
  mentor: {
    is: 'somebody who has been this way before',
    does: 'gives one rule that turns out to be true too late',
    gain: 'makes what the lead learns something that we can see',
    weight: 0.55,
  },
  skeptic: {
    is: 'somebody who doesn’t believe in it',
    does: 'says aloud why it can’t be done',
    gain: 'says the doubt before the audience has it',
    weight: 0.45,
  },
  'love-interest': {
    is: 'somebody the lead could lose',
    does: 'offers a life without the goal',
    gain: 'gives the goal a rival',
    weight: 0.35,
  },
};

/**
 * Finds the roles that a story lacks.
 *
 * @param screenplay - The script.
 * @param options - `breakdown` and `functions` of the same script, where they are at hand.
 * @returns See {@link MissingRoles}. What is missing is a remark, no fault: many good films have no mentor.
 * @example
 * ```ts
 * import { findMissingRoles } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HUT - NIGHT\n\nMARA\nOnly me and the sea.\n\nEXT. SEA - DAY\n\nMara rows.\n');
 * findMissingRoles(screenplay).roles[0]?.function; // 'antagonist'
 * ```
 */
export function findMissingRoles(
  screenplay: Screenplay,
  options: { breakdown?: Breakdown; functions?: DramaticFunctions } = {},
): MissingRoles {
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const { functions, note } = options.functions ?? findDramaticFunctions(screenplay, { breakdown });
  const method = 'evidence-rules+template';
  const [first, ...others] = functions;
  if (!first || first.character === undefined)
    return { method, roles: [], note: 'The script has no characters, so no lead to measure roles by.' };
  const lead = first.character;
  const roles = others
    .filter(({ character }) => character === undefined)
    .map((result) => describeRole(breakdown, lead, result))
    .sort((a, b) => b.need - a.need);
  return { method, protagonist: lead, roles, ...(note ? { note } : {}) };
}

function describeRole(breakdown: Breakdown, lead: string, { function: name, candidates }: FunctionResult): MissingRole {
  const relation = name as RelationFunction;
  const wanted = WANTED[relation];
  const { scenes } = breakdown;
  const own = scenes.filter((scene) => scene.characters.some((character) => character.name === lead));
  const openings = openScenes(own, lead, relation, scenes.length);
  const nearest = candidates[0];
  const growFrom = nearest && nearest.score >= FILLED_SCORE / 2 ? nearest.character : undefined;
  const place = favouritePlace(own);
  const missing = 1 - Math.min(1, (nearest?.score ?? 0) / FILLED_SCORE);
  const asked = own.length === 0 ? 0 : openings.asking / own.length;
  const voice = contrastingVoice(breakdown, lead);
  const who = growFrom === undefined ? 'A new character' : `${growFrom}, grown larger`;
  const numbers = openings.scenes.map((scene) => scenes[scene].number);
  return {
    function: name,
    need: wanted.weight * (0.6 * missing + 0.4 * asked),
    reasons: [
      nearest
        ? `Not found: ${wanted.is}. ${nearest.character} comes nearest (evidence ${nearest.score.toFixed(1)} of ${FILLED_SCORE}): ${nearest.evidence[0].reason}${nearest.evidence[0].quote ? ` “${nearest.evidence[0].quote}”` : ''}.`
        : `Not found: ${wanted.is}. No line and no deed in the script speaks for one.`,
      openings.reason,
    ],
    sketch: {
      method: 'template',
      text: `${who}${place ? `, at home in ${place}` : ''}, who ${wanted.does}${numbers.length > 0 ? `; first met in scene ${numbers[0]}` : ''}. ${voice} It ${wanted.gain}.`,
      ...(growFrom === undefined ? {} : { growFrom }),
      ...(place === undefined ? {} : { place }),
      scenes: openings.scenes,
      voice,
    },
  };
}

interface Openings {
  /** Scenes to enter, at most three. */
  scenes: number[];
  /** Scenes that ask for the role. */
  asking: number;
  reason: string;
}

/** Which of the lead's scenes ask for a role: alone for company, quiet for resistance, early for teaching. */
function openScenes(own: readonly SceneBreakdown[], lead: string, relation: RelationFunction, count: number): Openings {
  const alone = own.filter(({ characters }) => characters.length === 1);
  const silent = own.filter(({ speeches }) => !speeches.some(({ character }) => character === lead));
  const early = own.filter(({ index }) => index < count / 2);
  const choices: Readonly<Record<RelationFunction, { scenes: readonly SceneBreakdown[]; reason: string }>> = {
    antagonist: {
      scenes: own.filter(({ index }) => index >= count / 5),
      reason: `In none of the lead's ${own.length} scenes does anybody stand in ${lead}'s way by word or deed often enough.`,
    },
    confidant: { scenes: silent, reason: `In ${silent.length} of ${own.length} scenes ${lead} says nothing.` },
    ally: { scenes: alone, reason: `In ${alone.length} of ${own.length} scenes ${lead} is alone.` },
    mentor: {
      scenes: early,
      reason: `In the first half ${lead} has ${early.length} scenes, and learns in none of them from somebody.`,
    },
    skeptic: { scenes: early, reason: `Nobody doubts ${lead} aloud in the ${early.length} scenes of the first half.` },
    'love-interest': {
      scenes: alone,
      reason: `In ${alone.length} of ${own.length} scenes ${lead} is alone, and nobody is dear to them.`,
    },
  };
  const { scenes, reason } = choices[relation];
  return { scenes: scenes.slice(0, 3).map(({ index }) => index), asking: scenes.length, reason };
}

function favouritePlace(own: readonly SceneBreakdown[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { placeParts } of own) if (placeParts[0]) counts.set(placeParts[0], (counts.get(placeParts[0]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Voices are told apart by contrast: short against long, asking against telling. */
function contrastingVoice(breakdown: Breakdown, lead: string): string {
  const voice = profileVoices(breakdown).find(({ character }) => character === lead);
  if (!voice || voice.words < 20) return `They should talk where ${lead} is silent.`;
  const length = voice.sentenceLength.mean;
  const long = length < 7 ? 'Long, winding sentences' : 'Short sentences';
  const mood = voice.questions > 0.25 ? 'statements where the lead asks' : 'questions where the lead states';
  return `${long} against ${lead}'s ${length.toFixed(0)} words a sentence, and ${mood}.`;
}
