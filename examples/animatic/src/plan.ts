/**
 * @file The film on paper: which shot stands where for how many frames, and who says what in it when. Everything after this
 * only fills in pictures and sound.
 */
import { planShots, type Shot, type ShotSpeech } from '@filmai/nlp-script/shots';
import type { Script } from './read-script.js';

/** Frames in a second. */
export const FRAME_RATE = 24;
/** Air between a cut and the first word, and between the last word and the next cut. */
const LEAD_SECONDS = 0.35;
const TAIL_SECONDS = 0.45;
/** Breath between two speeches of a shot. */
const PAUSE_SECONDS = 0.3;
/** Length of a dissolve, and of a fade from or to black. */
export const DISSOLVE_FRAMES = 24;
/** Black at the head of the film; between a fade out, which lies in it, and the fade in after it; and at the end. */
const BLACK_FRAMES = { head: 12, between: DISSOLVE_FRAMES + 6, end: DISSOLVE_FRAMES + 12 };

const FADES: ReadonlySet<Shot['transition']> = new Set(['fade-in', 'fade-out', 'fade-to-black']);

/** A speech with its place in the film. */
export interface PlannedSpeech {
  speech: ShotSpeech;
  /** Running number in the film. */
  index: number;
  /** From the start of the shot. */
  startSeconds: number;
  seconds: number;
}

/** A shot with its place in the film. */
export interface PlannedShot {
  /** `'02B'`: scene and letter. Unlike any other in the film, and fit to name a file. */
  id: string;
  index: number;
  shot: Shot;
  speeches: PlannedSpeech[];
  startFrame: number;
  frames: number;
  /** How many wide shots its scene has had before it, so that no two look alike. */
  wideIndex: number;
  /** Black in front of it, where the script fades. */
  blackFrames: number;
  /** More frames that a dissolve into the next shot or into black shows. */
  tailFrames: number;
}

/** The whole film. */
export interface FilmPlan {
  shots: PlannedShot[];
  /** The black at the end included. */
  frames: number;
  endBlackFrames: number;
  seconds: number;
}

/**
 * Lays the film out.
 *
 * @param script - What is filmed.
 * @param speechSeconds - How long a speech really takes once it has been spoken; absent: as the shot list estimates.
 */
export function planFilm(script: Script, speechSeconds?: (speech: ShotSpeech) => number): FilmPlan {
  const wanted = new Set(script.scenes);
  const listed = planShots(script.screenplay, script.breakdown).filter((shot) => wanted.has(shot.sceneIndex));
  let startFrame = 0;
  let spoken = 0;
  const ids = new Set<string>();
  const shots = listed.map((shot, index): PlannedShot => {
    const timed = layOutSpeeches(shot, speechSeconds ?? estimateSpeech);
    const frames = Math.max(1, Math.round(timed.seconds * FRAME_RATE));
    const speeches = timed.speeches.map((one) => ({ ...one, index: spoken++ }));
    const next = listed[index + 1] as Shot | undefined;
    const blackFrames = blackBefore(index, shot);
    startFrame += blackFrames;
    const tailFrames = !next || next.transition === 'dissolve' || blackBefore(index + 1, next) > 0 ? DISSOLVE_FRAMES : 0;
    const planned = {
      id: nameShot(shot, ids),
      index,
      shot,
      speeches,
      startFrame,
      frames,
      blackFrames,
      tailFrames,
      wideIndex: wideIndexOf(listed, index),
    };
    startFrame += frames;
    return planned;
  });
  const frames = startFrame + BLACK_FRAMES.end;
  return { shots, frames, endBlackFrames: BLACK_FRAMES.end, seconds: frames / FRAME_RATE };
}

/** Scripts number their scenes as they like: a number may come twice, or hold signs that a file's name can't. */
function nameShot({ scene, letter }: Shot, taken: Set<string>): string {
  const number = scene.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 24);
  const name = `${number.padStart(2, '0')}${letter}`;
  let id = name;
  // Without regard to case, as file systems on macOS and Windows compare.
  for (let count = 2; taken.has(id.toLowerCase()); count++) id = `${name}-${count}`;
  taken.add(id.toLowerCase());
  return id;
}

function wideIndexOf(shots: readonly Shot[], index: number): number {
  const isWide = ({ size }: Shot): boolean => size === 'wide' || size === 'extreme-wide';
  return shots.slice(0, index).filter((shot) => isWide(shot) && shot.sceneIndex === shots[index].sceneIndex).length;
}

function blackBefore(index: number, shot: Shot): number {
  if (index === 0) return BLACK_FRAMES.head;
  return FADES.has(shot.transition) ? BLACK_FRAMES.between : 0;
}

/** Speeches one after another; the two sides of a dual dialogue together. */
function layOutSpeeches(
  shot: Shot,
  seconds: (speech: ShotSpeech) => number,
): { speeches: Omit<PlannedSpeech, 'index'>[]; seconds: number } {
  const speeches: Omit<PlannedSpeech, 'index'>[] = [];
  let free = LEAD_SECONDS;
  let together: { dual: number; start: number } | undefined;
  for (const speech of shot.speeches) {
    const length = seconds(speech);
    const start = speech.dual !== undefined && together?.dual === speech.dual ? together.start : free;
    together = speech.dual === undefined ? undefined : { dual: speech.dual, start };
    speeches.push({ speech, startSeconds: start, seconds: length });
    free = Math.max(free, start + length + PAUSE_SECONDS);
  }
  const needed = speeches.length > 0 ? free - PAUSE_SECONDS + TAIL_SECONDS : 0;
  // A shot of pure picture keeps its time; one with speech is as long as the speech asks for, or what its action needs beyond it.
  const planned = shot.speeches.reduce((rest, speech) => rest - estimateSpeech(speech), shot.seconds);
  return { speeches, seconds: speeches.length > 0 ? needed + Math.max(0, Math.min(planned - 1.5, 4)) : shot.seconds };
}

/** Words at the pace of scratch dialogue, and the pauses between sentences. */
function estimateSpeech({ text }: ShotSpeech): number {
  const words = text.split(/\s+/).filter(Boolean).length;
  return 0.25 + words / 2.7 + 0.25 * (text.match(/[.!?…](?=\s)/g)?.length ?? 0);
}
