/** @file The film as a timeline: what is rendered here is what an editor opens in his own program. */
import { captionsOf, type Cue } from '@filmai/edit/subtitles';
import type { Clip, Item, Timeline, Transition } from '@filmai/edit/timeline';
import { rationalTime, timeRange } from '@filmai/edit/time';
import type { DrawnShot } from './picture-job.js';
import { DISSOLVE_FRAMES, FRAME_RATE, type FilmPlan, type PlannedShot, type PlannedSpeech } from './plan.js';
import type { Script } from './read-script.js';
import { STEMS } from './soundtrack.js';
import { lineKey, type Line } from './voices.js';

/**
 * Builds the timeline.
 *
 * @param plan - When everything happens.
 * @param script - For names and the title.
 * @param drawn - What is known of the pictures; absent before they are drawn.
 * @returns One picture track and a sound track for each stem, media beside the file.
 */
export function buildTimeline(plan: FilmPlan, script: Script, drawn?: ReadonlyMap<string, DrawnShot>): Timeline {
  const items: Item[] = [
    ...plan.shots.flatMap((shot, i) => [...leadIn(shot, i === 0), clipOf(shot, script, drawn)]),
    dissolve('fade out', DISSOLVE_FRAMES),
    black(plan.endBlackFrames),
  ];
  const sound = STEMS.map((stem) => ({
    kind: 'track' as const,
    name: stem,
    media: 'audio',
    items: [
      {
        kind: 'clip' as const,
        name: stem,
        media: {
          kind: 'external' as const,
          name: '',
          url: `sound/${stem}.wav`,
          availableRange: timeRange(0, plan.frames, FRAME_RATE),
        },
        sourceRange: timeRange(0, plan.frames, FRAME_RATE),
      },
    ],
  }));
  return {
    name: script.title,
    start: rationalTime(3600 * FRAME_RATE, FRAME_RATE),
    tracks: [{ kind: 'track', name: 'V1', media: 'video', items, markers: sceneMarkers(plan, script) }, ...sound],
  };
}

/**
 * Captions of everything spoken.
 *
 * @param plan - When everything happens.
 * @param lines - For the times of the words; absent: evenly over each speech.
 */
export function buildCaptions(plan: FilmPlan, lines?: ReadonlyMap<string, Line>): Cue[] {
  const cues = plan.shots.flatMap(({ startFrame, speeches }) => {
    const wordsOf = ({ speech, startSeconds }: PlannedSpeech) => {
      const start = startFrame / FRAME_RATE + startSeconds;
      return lines?.get(lineKey(speech))?.words.map((word) => ({
        startSeconds: start + word.startSeconds,
        endSeconds: start + word.endSeconds,
      }));
    };
    // A line begins with a moment of silence; its caption does not.
    const startOf = (planned: PlannedSpeech): number =>
      wordsOf(planned)?.[0]?.startSeconds ?? startFrame / FRAME_RATE + planned.startSeconds;
    const endOf = ({ startSeconds, seconds }: PlannedSpeech): number => startFrame / FRAME_RATE + startSeconds + seconds;
    return speeches.flatMap((planned): Cue[] => {
      const { dual } = planned.speech;
      // The two sides of a dual dialogue share a caption of two lines.
      const together = dual === undefined ? [] : speeches.filter(({ speech }) => speech.dual === dual);
      if (together.length > 1) {
        if (planned !== together[0]) return [];
        const text = together.map((one) => `– ${textOf(one)}`).join('\n');
        const [startSeconds, endSeconds] = [Math.min(...together.map(startOf)), Math.max(...together.map(endOf))];
        return [{ startSeconds, endSeconds, text }];
      }
      const words = wordsOf(planned);
      const spoken = { text: textOf(planned), startSeconds: startOf(planned), endSeconds: endOf(planned) };
      return captionsOf({ ...spoken, ...(words ? { words } : {}) });
    });
  });
  return cues.toSorted((a, b) => a.startSeconds - b.startSeconds);
}

function textOf({ speech }: PlannedSpeech): string {
  return speech.text.replace(/\s+/g, ' ').trim();
}

function clipOf(planned: PlannedShot, script: Script, drawn?: ReadonlyMap<string, DrawnShot>): Clip {
  const { shot } = planned;
  const place = drawn?.get(planned.id)?.place;
  return {
    kind: 'clip',
    name: planned.id,
    media: {
      kind: 'external',
      name: '',
      url: `shots/${planned.id}.mp4`,
      availableRange: timeRange(0, planned.frames + planned.tailFrames, FRAME_RATE),
    },
    sourceRange: timeRange(0, planned.frames, FRAME_RATE),
    metadata: {
      filmai: {
        heading: script.breakdown.scenes[shot.sceneIndex].heading,
        size: shot.size,
        angle: shot.angle,
        move: shot.move,
        cast: [...shot.cast],
        action: shot.action,
        reasons: [...shot.reasons],
        ...(place ? { place: place.name } : {}),
      },
    },
  };
}

/** What stands before a shot: nothing for a cut, a dissolve that lies wholly in it, or black. */
function leadIn({ shot, frames, blackFrames }: PlannedShot, isFirst: boolean): Item[] {
  const length = Math.min(DISSOLVE_FRAMES, frames);
  if (blackFrames > 0)
    return [...(isFirst ? [] : [dissolve('fade out', DISSOLVE_FRAMES)]), black(blackFrames), dissolve('fade in', length)];
  return shot.transition === 'dissolve' ? [dissolve('dissolve', length)] : [];
}

/** A dissolve begins at its cut, as edit decision lists count it: OTIO and EDL then say the same of every clip. */
function dissolve(name: string, frames: number): Transition {
  return {
    kind: 'transition',
    name,
    type: 'SMPTE_Dissolve',
    inOffset: rationalTime(0, FRAME_RATE),
    outOffset: rationalTime(frames, FRAME_RATE),
  };
}

function black(frames: number): Clip {
  // There is more black than is cut in, for the dissolve that follows.
  const availableRange = timeRange(0, frames + DISSOLVE_FRAMES, FRAME_RATE);
  return {
    kind: 'clip',
    name: 'black',
    media: { kind: 'generator', name: '', generator: 'black', availableRange },
    sourceRange: timeRange(0, frames, FRAME_RATE),
  };
}

function sceneMarkers(plan: FilmPlan, script: Script): NonNullable<Clip['markers']> {
  const first = plan.shots.filter((shot, i) => shot.shot.sceneIndex !== plan.shots[i - 1]?.shot.sceneIndex);
  return first.map(({ shot, startFrame }) => {
    const scene = script.breakdown.scenes[shot.sceneIndex];
    return { name: `${scene.number} ${scene.heading}`, range: timeRange(startFrame, 1, FRAME_RATE), color: 'GREEN' };
  });
}
