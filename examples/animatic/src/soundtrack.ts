/** @file What is heard: dialogue where the plan puts it, sounds that the script names, the weather, and music in the mood of each scene. */
import { soundEffect, soundKindFor } from '@filmai/audio/foley';
import { normaliseLoudness } from '@filmai/audio/limiter';
import type { Loudness } from '@filmai/audio/loudness';
import { mix, type Clip } from '@filmai/audio/mix';
import { composeMusic } from '@filmai/audio/music';
import { createProgress, type JobOptions } from '@filmai/core-tensor/progress';
import { createSilence, type Sound } from '@filmai/core-tensor/samples';
import { moodOf } from '@filmai/nlp-script/emotion';
import type { DirectedShot } from './direct-shot.js';
import { FRAME_RATE, type FilmPlan, type PlannedShot } from './plan.js';
import type { Script } from './read-script.js';
import { lineKey, type Line } from './voices.js';

/** Integrated loudness of the film (EBU R 128), and its highest true peak. */
const TARGET_LUFS = -23;
const CEILING_DBTP = -1.5;
const SAMPLE_RATE = 48_000;
/** How one scene's music passes into the next. */
const CROSSFADE_SECONDS = 1.2;

/** One sound of the film, for the report. */
export interface HeardSound {
  kind: string;
  evidence: string;
  startSeconds: number;
}

/** Sound files beside the film, by what they hold. */
export const STEMS = ['dialogue', 'music', 'effects'] as const;
/** Name of a stem. */
export type Stem = (typeof STEMS)[number];

/** The finished sound. */
export interface Soundtrack {
  mix: Sound;
  /** Of the mix. */
  loudness: Loudness;
  sounds: HeardSound[];
  music: { scene: string; mood: string; key: string; tempo: number }[];
}

/**
 * Makes the sound of a film.
 *
 * @param plan - When everything happens.
 * @param script - What happens.
 * @param lines - Spoken lines by `lineKey`.
 * @param directed - The shots as drawn, for weather and effects.
 * @param seed - The film's seed.
 * @param keepStem - Takes each stem as it is made.
 */
export async function makeSoundtrack(
  plan: FilmPlan,
  script: Script,
  lines: ReadonlyMap<string, Line>,
  directed: readonly DirectedShot[],
  seed: number,
  keepStem: (name: Stem, sound: Sound) => Promise<void>,
  { signal, onProgress }: JobOptions,
): Promise<Soundtrack> {
  const scenes = scenesOf(plan);
  const step = createProgress('sound', { total: scenes.length + 4, unit: 'parts', onProgress });
  const dialogue = dialogueClips(plan, lines);
  const music: Clip[] = [];
  const scores: Soundtrack['music'] = [];
  const effects: Clip[] = [];
  const sounds: HeardSound[] = [];
  for (const [i, scene] of scenes.entries()) {
    signal?.throwIfAborted();
    const { mood } = moodOf(script.breakdown.scenes[scene.index], script.screenplay);
    const seconds = scene.seconds + CROSSFADE_SECONDS;
    const score = composeMusic({ mood, seconds, seed: `${seed}/${i}`, sampleRate: SAMPLE_RATE });
    music.push({
      sound: score.sound,
      startSeconds: Math.max(0, scene.startSeconds - CROSSFADE_SECONDS / 2),
      fadeInSeconds: CROSSFADE_SECONDS,
      fadeOutSeconds: CROSSFADE_SECONDS,
      gainDb: -9,
      role: 'music',
    });
    scores.push({ scene: script.breakdown.scenes[scene.index].number, mood, key: score.key, tempo: score.tempo });
    addSceneSounds(scene, script, directed, seed, effects, sounds);
    step();
    // Gives the display and Ctrl-C a turn between two scenes.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const form = { durationSeconds: plan.seconds, sampleRate: SAMPLE_RATE, signal };
  const whole = createSilence(plan.seconds, { sampleRate: SAMPLE_RATE });
  // One stem at a time: those of a long film fill the memory together. Speech comes last, since music has to know it.
  const stems: [Stem, Clip[], readonly Clip[]][] = [
    ['music', music, dialogue],
    ['effects', effects, []],
    ['dialogue', dialogue, []],
  ];
  for (const [name, clips, heeded] of stems) {
    // Speech is mixed in at nothing where it only has to push the music down.
    const stem = await mix([...clips, ...heeded.map((clip) => ({ ...clip, gainDb: -200 }))], form);
    clips.length = 0;
    addTo(whole, stem);
    await keepStem(name, stem);
    step();
  }
  const { sound, after } = normaliseLoudness(whole, { target: TARGET_LUFS, ceiling: CEILING_DBTP });
  step();
  return { mix: sound, loudness: after, sounds, music: scores };
}

interface SceneTime {
  index: number;
  shots: PlannedShot[];
  startSeconds: number;
  seconds: number;
}

function scenesOf(plan: FilmPlan): SceneTime[] {
  const scenes: SceneTime[] = [];
  for (const shot of plan.shots) {
    const last = scenes.at(-1);
    const seconds = shot.frames / FRAME_RATE;
    if (last?.index === shot.shot.sceneIndex) {
      last.shots.push(shot);
      last.seconds += seconds;
    } else scenes.push({ index: shot.shot.sceneIndex, shots: [shot], startSeconds: shot.startFrame / FRAME_RATE, seconds });
  }
  return scenes;
}

function dialogueClips(plan: FilmPlan, lines: ReadonlyMap<string, Line>): Clip[] {
  return plan.shots.flatMap(({ startFrame, speeches }) =>
    speeches.flatMap(({ speech, startSeconds }): Clip[] => {
      const line = lines.get(lineKey(speech));
      return line
        ? [{ sound: line.sound, startSeconds: startFrame / FRAME_RATE + startSeconds, gainDb: line.levelDb, role: 'speech' }]
        : [];
    }),
  );
}

/** Sounds that the action names, at the shot that shows them; weather and place under the whole scene. */
function addSceneSounds(
  scene: SceneTime,
  script: Script,
  directed: readonly DirectedShot[],
  seed: number,
  clips: Clip[],
  sounds: HeardSound[],
): void {
  const breakdown = script.breakdown.scenes[scene.index];
  const { description } = directed[scene.shots[0].index];
  const bed = soundKindFor([description.weather, description.place, description.words].filter(Boolean).join(' '), 'ambience');
  const add = (
    kind: Parameters<typeof soundEffect>[0],
    seconds: number,
    startSeconds: number,
    gainDb: number,
    evidence: string,
  ): void => {
    clips.push({
      sound: soundEffect(kind, { seconds, seed: `${seed}/${scene.index}/${kind}/${clips.length}`, sampleRate: SAMPLE_RATE }),
      startSeconds,
      gainDb,
      fadeInSeconds: Math.min(0.6, seconds / 4),
      fadeOutSeconds: Math.min(0.8, seconds / 4),
      role: 'effect',
      duck: seconds > 4,
    });
    sounds.push({ kind, evidence, startSeconds });
  };
  if (bed) add(bed.kind, scene.seconds + 0.8, scene.startSeconds, description.setting === 'int' ? -20 : -13, bed.matched);
  for (const { shot, startFrame, frames, index } of scene.shots) {
    const heard = new Set<string>(bed ? [bed.kind] : []);
    const start = startFrame / FRAME_RATE;
    for (const tag of breakdown.tags) {
      if (tag.span.start.offset < shot.span.start.offset || tag.span.start.offset >= shot.span.end.offset) continue;
      if (!['sound', 'effect', 'vehicle', 'animal', 'weather', 'stunt'].includes(tag.category)) continue;
      const found = soundKindFor(`${tag.text} ${tag.lemma}`, 'event');
      if (!found || heard.has(found.kind)) continue;
      heard.add(found.kind);
      add(found.kind, Math.min(3, frames / FRAME_RATE), start + 0.2 * heard.size, -8, tag.evidence);
    }
    for (const effect of directed[index].effects) {
      const found = soundKindFor(effect.kind, 'event') ?? soundKindFor(effect.kind, 'ambience');
      if (!found || heard.has(found.kind)) continue;
      heard.add(found.kind);
      add(found.kind, frames / FRAME_RATE, start, -10, effect.evidence);
    }
  }
}

function addTo(sum: Sound, sound: Sound): void {
  for (const [c, channel] of sum.channels.entries()) for (let i = 0; i < channel.length; i++) channel[i] += sound.channels[c][i];
}
