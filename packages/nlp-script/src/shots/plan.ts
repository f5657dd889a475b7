/**
 * @file From script to shot list, the way a first assistant would break a scene into set-ups: establish, cover the action,
 * cover the talk, come closer as it matters more, keep the line. Each decision says its reason.
 */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { nameTableOf } from '../breakdown/name-table.js';
import { isTransition } from '../breakdown/scenes.js';
import { createSpanLocator } from '../breakdown/spans.js';
import { countWords } from '../breakdown/tokens.js';
import { measureIntensity } from '../emotion/intensity.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { planAction } from './action-shots.js';
import type { ActionBeat, Beat, SpeechBeat } from './beats.js';
import { sceneBeats } from './beats.js';
import { planDialogue } from './dialogue-shots.js';
import type { Draft, Pace, SceneState } from './draft.js';
import type { Shot, ShotSpeech } from './shot.js';
import { readTransition } from './transitions.js';

/** Options of {@link planShots}. */
export interface PlanOptions {
  /** Length that shots aim at, in seconds, 1 to 12. Default 4. */
  secondsPerShot?: number;
  /** No shot is planned longer, 2 to 60. Default 12. A piece of speech that really takes longer keeps its time. */
  maxSeconds?: number;
  /** Speaking rate that speeches are parted and timed by, 0.5 to 10. Default 2.8. */
  wordsPerSecond?: number;
  /**
   * Real seconds of a piece of speech, where a voice has already spoken it. Cuts don't depend on it: a list planned
   * without it has the same shots, in other lengths.
   */
  speechSeconds?: (speech: ShotSpeech) => number | undefined;
}

/** Seconds that no shot falls below: shorter ones can't be read. */
const MIN_SECONDS = 1.2;
/** Seconds of air after a piece of speech. */
const BREATH_SECONDS = 0.4;
/** Seconds of a picture that shows a place before the first word. */
const ESTABLISHING_SECONDS = 2.4;
const REACTION_SECONDS = 1.6;

/**
 * Plans the shots of a script.
 *
 * @param screenplay - The script.
 * @param breakdown - Its breakdown, from `breakDown`.
 * @param options - See {@link PlanOptions}.
 * @returns Shots in the order of the script. Every piece of speech occurs in exactly one, every scene has at least one.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { planShots } from '@filmai/nlp-script/shots';
 *
 * const { screenplay } = parseFountain('EXT. HARBOUR - DAY\n\nGulls.\n\nMARA\nYou came.\n\nTEO\nI said so.\n');
 * const shots = planShots(screenplay, breakDown(screenplay));
 * shots.map((shot) => shot.size); // ['extreme-wide', 'two-shot']
 * ```
 */
export function planShots(screenplay: Screenplay, breakdown: Breakdown, options: PlanOptions = {}): Shot[] {
  const pace = readPace(options);
  const speeches = breakdown.scenes.flatMap((scene) => scene.speeches);
  const source = {
    screenplay,
    locator: createSpanLocator(screenplay),
    names: nameTableOf(breakdown.characters, speeches),
    pronouns: new Map(breakdown.characters.flatMap(({ name, pronoun }) => (pronoun ? [[name, pronoun] as const] : []))),
    recent: [],
    speechLength: pace.speechLength,
    maxSeconds: pace.maxSeconds - BREATH_SECONDS,
    comfortableSeconds: Math.min(pace.secondsPerShot * 1.5, pace.maxSeconds - BREATH_SECONDS),
  };
  const shots: Shot[] = [];
  const seenPlaces = new Set<string>();
  let pending = openingTransition(screenplay, breakdown);
  let ending: Shot['ending'];
  for (const scene of breakdown.scenes) {
    const beats = sceneBeats(scene.elements, scene.speeches, source);
    const planned = planScene(scene, beats, pace, seenPlaces, pending);
    shots.push(...letterShots(planned.drafts, scene, planned.sides));
    pending = planned.pending;
    ending = planned.ending;
  }
  const last = shots.at(-1);
  if (last && ending) last.ending = ending;
  if (last) closeFilm(last, breakdown.scenes.at(-1)!);
  return shots;
}

/** `FADE IN:` stands before the first heading, in no scene. */
function openingTransition(screenplay: Screenplay, breakdown: Breakdown): Shot['transition'] | undefined {
  const before = screenplay.elements
    .slice(0, breakdown.scenes[0]?.elements.from ?? 0)
    .findLast((element) => isTransition(element));
  const into = before ? readTransition(before.text).into : 'cut';
  return into === 'fade-in' || into === 'dissolve' || into === 'wipe' ? into : undefined;
}

interface PlannedScene {
  drafts: Draft[];
  sides: ReadonlyMap<string, 'left' | 'right'>;
  /** Transition into the next scene. */
  pending: Shot['transition'] | undefined;
  ending: Shot['ending'];
}

function planScene(
  scene: SceneBreakdown,
  beats: readonly Beat[],
  pace: Pace,
  seenPlaces: Set<string>,
  into: Shot['transition'] | undefined,
): PlannedScene {
  const state: SceneState = {
    scene,
    present: [],
    sides: new Map(),
    drafts: [],
    pace,
    travel: scene.index % 2 === 0 ? 'track-right' : 'track-left',
  };
  const speechBeats = beats.filter((beat) => beat.kind === 'speech');
  const intensities = measureIntensities(speechBeats);
  const context = {
    intensityOf: (beat: SpeechBeat): number => intensities.get(beat) ?? 0,
    turning: turningBeat(speechBeats, intensities),
    scene: speechBeats,
    arrived: arrivals(beats),
    others: scene.characters.filter(({ seen }) => seen).map(({ name }) => name),
  };
  let pending = into;
  let ending: Shot['ending'];
  const add = (drafts: readonly Draft[]): void => {
    for (const draft of drafts) {
      if (pending && pending !== 'cut') draft.transition = pending;
      pending = undefined;
      ending = undefined;
      state.drafts.push(draft);
    }
  };
  for (let i = 0; i < beats.length;) {
    const beat = beats[i];
    if (beat.kind === 'transition') {
      const transition = readTransition(beat.text);
      pending = transition.into === 'cut' ? pending : transition.into;
      ending = transition.ending;
      if (transition.ending === undefined) pending = transition.into;
      i++;
      continue;
    }
    let end = i;
    while (beats[end]?.kind === beat.kind) end++;
    if (beat.kind === 'action') planAction(beats.slice(i, end) as ActionBeat[], state, (draft) => add([draft]));
    else {
      if (state.drafts.length === 0) add([establish(scene, pace, seenPlaces)]);
      for (const draft of planDialogue(beats.slice(i, end) as SpeechBeat[], state, context)) add([draft]);
      const reaction = reactionTo(state, context.turning, beats[end]);
      if (reaction) add([reaction]);
    }
    i = end;
  }
  if (state.drafts.length === 0) add([establish(scene, pace, seenPlaces)]);
  seenPlaces.add(scene.place.toUpperCase());
  return { drafts: state.drafts, sides: state.sides, pending, ending };
}

/** Whether a person is there by a piece of speech: whom action brings in later isn't; whom action never names may be all along. */
function arrivals(beats: readonly Beat[]): (name: string, beat: SpeechBeat) => boolean {
  const seen = new Map<string, number>();
  const order = new Map<Beat, number>();
  for (const [i, beat] of beats.entries()) {
    order.set(beat, i);
    if (beat.kind === 'action') for (const name of beat.names) if (!seen.has(name)) seen.set(name, i);
  }
  return (name, beat) => (seen.get(name) ?? -1) < (order.get(beat) ?? 0);
}

/** A picture of the place for a scene that begins with a word, or has nothing but a heading. */
function establish(scene: SceneBreakdown, pace: Pace, seenPlaces: ReadonlySet<string>): Draft {
  const known = seenPlaces.has(scene.place.toUpperCase());
  const outdoors = scene.setting === 'ext';
  return {
    size: outdoors && !known ? 'extreme-wide' : 'wide',
    angle: 'eye',
    move: 'static',
    cast: [],
    action: '',
    speeches: [],
    seconds: Math.min(pace.maxSeconds, Math.max(pace.minSeconds, known ? ESTABLISHING_SECONDS * 0.7 : ESTABLISHING_SECONDS)),
    reasons: [
      known ? 'Wide and short: we are back in a place that we know.' : 'Establishing: a new place is seen before the first word.',
    ],
    span: { start: scene.span.start, end: scene.span.start },
    intensity: 0,
    written: false,
  };
}

/** After the line that a scene turns on we look at whom it was said to, unless the script shows that anyway. */
function reactionTo(state: SceneState, turning: SpeechBeat | undefined, next: Beat | undefined): Draft | undefined {
  const last = state.drafts.at(-1);
  if (
    !last ||
    turning === undefined ||
    last.speeches.length !== 1 ||
    last.speeches[0] !== turning.piece ||
    next?.kind === 'action'
  )
    return undefined;
  const speaker = last.cast[0];
  const listener = state.drafts.flatMap(({ cast }) => cast).findLast((name) => name !== speaker);
  if (!listener || !speaker) return undefined;
  return {
    size: 'close',
    angle: 'eye',
    move: 'static',
    cast: [listener],
    action: '',
    speeches: [],
    seconds: Math.min(state.pace.maxSeconds, REACTION_SECONDS),
    reasons: [`Reaction: what ${speaker} said has to arrive on ${listener}'s face.`],
    span: { start: last.span.end, end: last.span.end },
    intensity: last.intensity,
    written: false,
  };
}

/** Emotion of the words, raised towards the end of the scene, less in a short one. */
function measureIntensities(beats: readonly SpeechBeat[]): Map<SpeechBeat, number> {
  const values = new Map<SpeechBeat, number>();
  for (const [i, beat] of beats.entries()) {
    const place = beats.length < 2 ? 0 : i / (beats.length - 1);
    const warming = 0.42 * Math.min(1, beats.length / 6);
    values.set(beat, Math.min(1, 0.75 * measureIntensity(beat.piece.text, beat.piece.parenthetical) + warming * place));
  }
  return values;
}

/** The strongest line after the first third of a scene of at least four; the later one where two are equal. */
function turningBeat(beats: readonly SpeechBeat[], intensities: ReadonlyMap<SpeechBeat, number>): SpeechBeat | undefined {
  if (beats.length < 4) return undefined;
  let best: SpeechBeat | undefined;
  for (const beat of beats.slice(Math.ceil(beats.length / 3))) {
    if (beat.piece.dual === undefined && (!best || intensities.get(beat)! >= intensities.get(best)!)) best = beat;
  }
  return best;
}

function letterShots(drafts: readonly Draft[], scene: SceneBreakdown, sides: ReadonlyMap<string, 'left' | 'right'>): Shot[] {
  return drafts.map((draft, i): Shot => {
    const own =
      draft.cast.length > 0
        ? Object.fromEntries(draft.cast.flatMap((name) => (sides.has(name) ? [[name, sides.get(name)!]] : [])))
        : undefined;
    return {
      scene: scene.number,
      sceneIndex: scene.index,
      letter: letterOf(i),
      size: draft.size,
      angle: draft.angle,
      move: draft.move,
      cast: draft.cast,
      action: draft.action,
      speeches: draft.speeches,
      seconds: Math.round(draft.seconds * 1000) / 1000,
      transition: draft.transition ?? 'cut',
      ...(own && Object.keys(own).length > 0 ? { sides: own } : {}),
      ...(draft.object === undefined ? {} : { object: draft.object }),
      reasons: draft.reasons,
      span: draft.span,
    };
  });
}

/** The last picture of a film may let go of its people. */
function closeFilm(last: Shot, scene: SceneBreakdown): void {
  if (last.move !== 'static' || last.speeches.length > 0 || !/^(?:extreme-wide|wide|full)$/.test(last.size)) return;
  last.move = scene.setting === 'ext' ? 'crane-up' : 'pull-out';
  last.reasons.push(scene.setting === 'ext' ? 'Crane up: the film takes its leave.' : 'Pull out: the film takes its leave.');
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

function readPace(options: PlanOptions): Pace {
  const { secondsPerShot = 4, maxSeconds = 12, wordsPerSecond = 2.8, speechSeconds } = options;
  checkRange('secondsPerShot', secondsPerShot, 1, 12);
  checkRange('maxSeconds', maxSeconds, 2, 60);
  checkRange('wordsPerSecond', wordsPerSecond, 0.5, 10);
  if (speechSeconds !== undefined && typeof speechSeconds !== 'function')
    throw new TypeError('speechSeconds must be a function from a speech to its seconds.');
  return {
    secondsPerShot,
    maxSeconds,
    wordsPerSecond,
    minSeconds: MIN_SECONDS,
    breathSeconds: BREATH_SECONDS,
    speechLength: (text) => estimateSpeech(text, wordsPerSecond),
    speechSeconds: (speech) => {
      const real = speechSeconds?.(speech);
      if (real === undefined) return estimateSpeech(speech.text, wordsPerSecond);
      if (!(Number.isFinite(real) && real >= 0))
        throw new RangeError(`speechSeconds gave ${real} for "${speech.text}"; expected seconds of at least 0.`);
      return real;
    },
  };
}

/** Words by rate, a little more for each stop inside. */
function estimateSpeech(text: string, wordsPerSecond: number): number {
  const stops = text.match(/[.!?…]+\s|[。！？]./gu)?.length ?? 0;
  return countWords(text) / wordsPerSecond + stops * 0.25;
}

function checkRange(name: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most)) throw new RangeError(`${name} is ${value}; expected ${least} to ${most}.`);
}
