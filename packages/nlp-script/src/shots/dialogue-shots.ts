/**
 * @file Dialogue as coverage: the two together first, then over shoulders, then close, each from their own side of the line.
 * A voice that isn't in the room is seen on the one who hears it.
 */
import type { SpeechBeat } from './beats.js';
import type { Draft, SceneState } from './draft.js';
import { meet, spanOver } from './draft.js';
import type { ShotSize } from './shot.js';

/** Intensity from which a line is worth a close-up, and an extreme one. */
const CLOSE_FROM = 0.5;
const EXTREME_FROM = 0.88;

/** What a run of speech needs to know beyond itself. */
export interface DialogueContext {
  /** 0 to 1 for a piece of speech: emotion, exclamation, nearness to the scene's end. */
  intensityOf: (beat: SpeechBeat) => number;
  /** The strongest piece of speech of the scene: it gets the push-in. */
  turning: SpeechBeat | undefined;
  /** All pieces of speech of the scene, in order. */
  scene: readonly SpeechBeat[];
  /** Who has come into the scene by a piece of speech: nobody is spoken to before they are there. */
  arrived: (name: string, beat: SpeechBeat) => boolean;
  /** Who is spoken to when nobody else is known. */
  others: readonly string[];
}

/**
 * Shots for a run of speech beats.
 *
 * @param beats - Pieces of speech without action between them.
 * @param state - The scene so far.
 * @param context - Intensities and the people around.
 */
export function planDialogue(beats: readonly SpeechBeat[], state: SceneState, context: DialogueContext): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < beats.length;) {
    const beat = beats[i];
    const pair = dualPair(beats, i);
    if (pair.length > 1) {
      drafts.push(...planDual(pair, state, context));
      i += pair.length;
      continue;
    }
    const previous = drafts.at(-1);
    const firstExchange = drafts.length === 0 && !state.drafts.some(({ speeches }) => speeches.length > 0);
    const draft = planPiece(beat, beats, state, context, firstExchange, previous);
    i++;
    const answer = beats[i];
    const joins =
      draft.size === 'two-shot' &&
      answer &&
      answer.piece.dual === undefined &&
      answer.speakers.length === 1 &&
      isInRoom(answer) &&
      draft.cast.includes(answer.speakers[0]) &&
      answer.closes &&
      lengthOf(beat, state) + lengthOf(answer, state) <= Math.min(state.pace.maxSeconds, state.pace.secondsPerShot * 1.4) &&
      answer !== context.turning;
    if (joins) {
      draft.speeches.push(answer.piece);
      draft.seconds += secondsOf(answer, state);
      draft.span = spanOver(draft.span, answer.piece.span);
      draft.reasons.push('Line and answer stay in the one frame: both are short.');
      i++;
    }
    drafts.push(draft);
  }
  return drafts;
}

function planPiece(
  beat: SpeechBeat,
  run: readonly SpeechBeat[],
  state: SceneState,
  context: DialogueContext,
  firstExchange: boolean,
  previous: Draft | undefined,
): Draft {
  const intensity = context.intensityOf(beat);
  const base = {
    angle: 'eye' as const,
    move: 'static' as const,
    action: '',
    speeches: [beat.piece],
    span: beat.piece.span,
    intensity,
    written: false,
    seconds: secondsOf(beat, state),
  };
  const reasons: string[] = [];
  const listener = listenerOf(beat, run, state, context);
  if (!isInRoom(beat)) return planVoice(beat, listener, state, previous ?? state.drafts.at(-1), base, reasons);
  const speaker = beat.speakers[0] ?? beat.piece.character;
  meet(state, beat.speakers);
  if (beat.speakers.length > 1) {
    reasons.push('Two-shot: they say it together.', time(base.seconds));
    return { ...base, size: 'two-shot', cast: [...beat.speakers], reasons };
  }
  if (!listener) {
    const size: ShotSize = intensity >= CLOSE_FROM ? 'close' : 'medium';
    reasons.push(
      size === 'close' ? 'Close: alone, and it matters.' : 'Medium: nobody is there to be seen over.',
      time(base.seconds),
    );
    return turn({ ...base, size, cast: [speaker], reasons }, context);
  }
  meet(state, [listener]);
  if (firstExchange && beat.opens && intensity < EXTREME_FROM) {
    const group = state.present.filter((name) => name !== speaker && name !== listener);
    const wide =
      group.length > 0 &&
      state.present.length <= 5 &&
      state.present.length >= 3 &&
      state.drafts.every(({ cast }) => cast.length < 3);
    reasons.push(
      wide
        ? 'Full: all who take part are seen once before it comes apart into singles.'
        : 'Two-shot: who speaks to whom, before it comes apart into singles.',
      time(base.seconds),
    );
    return {
      ...base,
      size: wide ? 'full' : 'two-shot',
      cast: wide ? [speaker, listener, ...group] : [speaker, listener],
      reasons,
    };
  }
  const goesOn = !beat.opens && previous?.cast[0] === speaker;
  const extremeUsed = [...state.drafts, previous].some((draft) => draft?.size === 'extreme-close');
  let size: ShotSize;
  if (intensity >= EXTREME_FROM && !extremeUsed) {
    size = 'extreme-close';
    reasons.push('Extreme close: the strongest line of the scene, once.');
  } else if (intensity >= CLOSE_FROM || (goesOn && previous?.size !== 'close')) {
    size = 'close';
    reasons.push(goesOn ? 'Close: the speech goes on, so we come nearer.' : 'Close: the scene has warmed up.');
  } else if (previous?.size === 'over-shoulder' && previous.cast[0] === speaker) {
    size = 'medium';
    reasons.push('Medium: the same one speaks again, a change of size makes the cut.');
  } else {
    size = 'over-shoulder';
    reasons.push(`Over the shoulder of ${listener}: both stay on their side of the line.`);
  }
  reasons.push(time(base.seconds));
  const cast = size === 'over-shoulder' ? [speaker, listener] : [speaker];
  return turn({ ...base, size, cast, reasons }, context);
}

/** A voice from elsewhere: over the place, or on the one who hears it. */
function planVoice(
  beat: SpeechBeat,
  listener: string | undefined,
  state: SceneState,
  previous: Draft | undefined,
  base: Omit<Draft, 'size' | 'cast' | 'reasons'>,
  reasons: string[],
): Draft {
  const offScreen = beat.piece.extensions.some((extension) => extension === 'O.S.' || extension === 'O.C.');
  const machine = /\b(?:radio|phone|telephone|speaker|loudspeaker|intercom|static|tv|television|tannoy)\b/i.test(
    [beat.piece.parenthetical ?? '', ...beat.piece.extensions, ...beat.speech.parts.map((part) => part.parenthetical ?? '')].join(
      ' ',
    ),
  );
  if (listener && (offScreen || machine || previous?.cast.includes(listener))) {
    meet(state, [listener]);
    reasons.push(
      machine
        ? `Medium: ${beat.piece.character} is only a voice in a machine; we see ${listener} hear it.`
        : `Medium: ${beat.piece.character} is out of frame; we see ${listener} hear it.`,
      time(base.seconds),
    );
    return { ...base, size: base.intensity >= CLOSE_FROM ? 'close' : 'medium', cast: [listener], reasons };
  }
  reasons.push('Wide: a voice over the place.', time(base.seconds));
  return {
    ...base,
    size: previous?.size === 'wide' && state.scene.setting === 'ext' ? 'extreme-wide' : 'wide',
    cast: previous && previous.cast.length > 0 && previous.size === 'wide' ? [...previous.cast] : [],
    reasons,
  };
}

/** Both sides of a dual dialogue, side by side piece for piece, so that long ones still fit a shot. */
function planDual(pair: readonly SpeechBeat[], state: SceneState, context: DialogueContext): Draft[] {
  const cast = [...new Set(pair.flatMap((beat) => [...beat.speakers]))];
  meet(state, cast);
  const first = pair[0].speech.index;
  const left = pair.filter((beat) => beat.speech.index === first);
  const right = pair.filter((beat) => beat.speech.index !== first);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i): Draft => {
    const together = [left[i], right[i]].filter((beat) => beat !== undefined);
    const seconds = Math.max(...together.map((beat) => secondsOf(beat, state)));
    return {
      size: 'two-shot',
      angle: 'eye',
      move: 'static',
      cast,
      action: '',
      speeches: together.map(({ piece }) => piece),
      seconds,
      reasons: ['Two-shot: both speak at once, so both are seen.', time(seconds)],
      span: spanOver(together[0].piece.span, together.at(-1)!.piece.span),
      intensity: Math.max(...together.map((beat) => context.intensityOf(beat))),
      written: false,
    };
  });
}

/** The turning line gets the one push-in. */
function turn(draft: Draft, context: DialogueContext): Draft {
  if (draft.speeches[0] !== context.turning?.piece || draft.size === 'over-shoulder') return draft;
  draft.reasons.push('Push in: the scene turns on this line.');
  return { ...draft, move: 'push-in' };
}

/** Everything of both sides of a dual dialogue, in order. */
function dualPair(beats: readonly SpeechBeat[], at: number): SpeechBeat[] {
  const dual = beats[at].piece.dual;
  if (dual === undefined) return [];
  let end = at;
  while (beats[end]?.piece.dual === dual) end++;
  return beats.slice(at, end);
}

/** Whom a line is for: who is called by name in it, who answers at once or spoke just before, who was seen last. */
function listenerOf(
  beat: SpeechBeat,
  run: readonly SpeechBeat[],
  state: SceneState,
  context: DialogueContext,
): string | undefined {
  const own = new Set(beat.speakers);
  const here = (name: string): boolean => !own.has(name) && (state.present.includes(name) || context.arrived(name, beat));
  const called = state.present.find(
    (name) => !own.has(name) && new RegExp(`(?:^|[,.!?] )${escape(name)}[,.!?]`, 'i').test(beat.piece.text),
  );
  if (called) return called;
  const speakerAt = (beats: readonly SpeechBeat[], index: number): string | undefined => {
    const other = beats[index];
    return other && isInRoom(other) ? other.speakers.find(here) : undefined;
  };
  const inRun = run.indexOf(beat);
  const inScene = context.scene.indexOf(beat);
  const near = speakerAt(run, inRun + 1) ?? speakerAt(run, inRun - 1);
  if (near) return near;
  for (const step of [1, -1, 2, -2, 3]) {
    const name = speakerAt(context.scene, inScene + step);
    if (name) return name;
  }
  const seen = state.drafts.flatMap(({ cast }) => cast).findLast((name) => !own.has(name));
  return seen ?? context.others.find(here);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** False for V.O., O.S., O.C.: the mouth isn't in the frame. */
export function isInRoom(beat: SpeechBeat): boolean {
  return !beat.piece.extensions.some((extension) => /^(?:V\.O\.|O\.S\.|O\.C\.)$/.test(extension));
}

function secondsOf(beat: SpeechBeat, state: SceneState): number {
  return Math.max(state.pace.minSeconds, state.pace.speechSeconds(beat.piece) + state.pace.breathSeconds);
}

function lengthOf(beat: SpeechBeat, state: SceneState): number {
  return Math.max(state.pace.minSeconds, state.pace.speechLength(beat.piece.text) + state.pace.breathSeconds);
}

function time(seconds: number): string {
  return `${seconds.toFixed(1)} s: the words and a breath.`;
}
