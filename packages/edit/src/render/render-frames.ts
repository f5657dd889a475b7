/**
 * @file A timeline as a stream of finished frames, one after another, without a file: for a preview, a check, or any encoder.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { toSeconds } from '../time/rational-time.js';
import { timelineDuration } from '../timeline/layout.js';
import type { Clip, Timeline } from '../timeline/timeline.js';
import type { Cue } from '../subtitles/cue.js';
import { createCaptionPainter, type CaptionPainter, type CaptionPicture } from './caption-painter.js';
import type { FrameSource, Screen, Shown } from './clip-reader.js';
import { filled, layOver } from './mix.js';
import { isOpaque, type Fit } from './place-picture.js';
import { TrackPlayer } from './track-player.js';

/** Options of `renderFrames`. */
export interface RenderFramesOptions {
  /** Width of the frames in pixels. */
  width: number;
  /** Height of the frames in pixels. */
  height: number;
  /** Frames per second of the film; 24000/1001 for 23.976. */
  fps: number;
  /** Finds the pictures of a clip; default the file of its external reference. */
  media?: (clip: Clip) => FrameSource | undefined | Promise<FrameSource | undefined>;
  /** How pictures of another shape go into the frame, default `'contain'`. */
  fit?: Fit;
  /** Captions to draw into the picture. */
  captions?: { cues: readonly Cue[]; fontFile?: string; size?: number };
  /** Cancels the work. */
  signal?: AbortSignal;
  /** Told of each clip whose media was shorter than the clip, so that its last picture is held. */
  onHold?: (clip: Clip) => void;
}

/**
 * How many frames a timeline takes.
 *
 * @param timeline - Any timeline.
 * @param fps - Frames per second of the film.
 */
export function countFrames(timeline: Timeline, fps: number): number {
  return Math.round(toSeconds(timelineDuration(timeline)) * fps);
}

/**
 * Renders a timeline frame by frame: cuts, transitions, moves, speed, layers with alpha, gaps as black, captions. At most the
 * frames that a moment needs are in memory.
 *
 * Transitions: `SMPTE_Dissolve` (with a gap on one side: a fade from or to what lies below, black at the bottom); types with
 * "wipe" in their name (`left`, `right`, `up` or `down` in name or metadata); types with "black" or "dip": through black.
 * Others are dissolved.
 *
 * @param timeline - What to render; audio tracks and disabled items are left out.
 * @param options - See `RenderFramesOptions`.
 * @returns Exactly `countFrames(timeline, fps)` opaque frames. Their pixels belong to the sources: don't write into them, and
 *   copy them to keep them.
 * @throws EditError `NO_MEDIA` where a clip has no pictures, `NOT_REPRESENTABLE` for a clip that plays backwards, `NO_FONT`;
 *   MissingPeerError without `@napi-rs/canvas` for captions; MediaError of files; the signal's reason; RangeError.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { clip } from '@filmai/edit/timeline';
 * import { timeRange } from '@filmai/edit/time';
 * import { renderFrames } from '@filmai/edit/render';
 *
 * const white = createFrame(32, 18, { fill: [255, 255, 255, 255] });
 * const shot = clip('white', { kind: 'missing', name: '' }, timeRange(0, 12, 24));
 * const timeline = { name: 'film', tracks: [{ kind: 'track' as const, name: 'V1', media: 'video', items: [shot] }] };
 * let count = 0;
 * for await (const frame of renderFrames(timeline, { width: 32, height: 18, fps: 24, media: () => white })) count += frame.width / 32;
 * console.log(count); // 12
 * ```
 */
export async function* renderFrames(timeline: Timeline, options: RenderFramesOptions): AsyncGenerator<Frame, void, undefined> {
  const { width, height, fps, fit = 'contain', media = fileOf, captions, signal, onHold } = options;
  validate(options);
  const held = new Set<Clip>();
  const screen: Screen = {
    width,
    height,
    fps,
    fit,
    media,
    signal,
    onHold: (clip) => {
      if (!held.has(clip)) onHold?.(clip);
      held.add(clip);
    },
  };
  const painter =
    captions && captions.cues.length > 0 ? await createCaptionPainter(captions.cues, { ...captions, width, height }) : undefined;
  const seen = timeline.tracks.filter(({ media: kind, enabled }) => enabled !== false && kind.toLowerCase() !== 'audio');
  const players = seen.map((track) => new TrackPlayer(track, screen));
  const compositor = new Compositor(width, height);
  try {
    for (let frame = 0, count = countFrames(timeline, fps); frame < count; frame++) {
      signal?.throwIfAborted();
      const seconds = frame / fps;
      const layers: Shown[] = [];
      for (const player of players) {
        const shown = await player.at(frame);
        if (shown) layers.push(shown);
      }
      yield { width, height, data: compositor.compose(layers, captionAt(painter, frame, fps)), seconds };
    }
  } finally {
    for (const player of players) await player.close();
  }
}

/** Captions belong to the middle of a frame's time: one that begins between two frames begins with the nearer. */
function captionAt(painter: CaptionPainter | undefined, frame: number, fps: number): CaptionPicture | undefined {
  return painter?.at((frame + 0.5) / fps);
}

/** Lays layers over black, and spares what it can: pictures that cover all, and moments in which nothing changes. */
class Compositor {
  readonly #width: number;
  readonly #height: number;
  #last: { parts: readonly unknown[]; data: Uint8ClampedArray } | undefined;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  compose(layers: readonly Shown[], caption: CaptionPicture | undefined): Uint8ClampedArray {
    const parts = [...layers.map(({ picture }) => picture), caption];
    const last = this.#last;
    // Only of stills it is certain that the same object is still the same picture.
    const unchanged =
      layers.every(({ still }) => still) &&
      last?.parts.length === parts.length &&
      parts.every((part, i) => part === last.parts[i]);
    if (unchanged) return last.data;
    const data = this.#draw(
      layers.map(({ picture }) => picture),
      caption,
    );
    this.#last = { parts, data };
    return data;
  }

  #draw(pictures: readonly Frame[], caption: CaptionPicture | undefined): Uint8ClampedArray {
    // Everything below the highest picture that covers all is not seen.
    let lowest = pictures.length - 1;
    while (lowest >= 0 && !isOpaque(pictures[lowest])) lowest--;
    const above = pictures.slice(lowest + 1);
    if (lowest >= 0 && above.length === 0 && !caption) return pictures[lowest].data;
    const size = { width: this.#width, height: this.#height, seconds: 0 };
    const frame = lowest >= 0 ? { ...size, data: pictures[lowest].data.slice() } : filled(size);
    for (const picture of above) layOver(frame, picture);
    if (caption) layOver(frame, caption, caption.left, caption.top);
    return frame.data;
  }
}

/** The file of an external reference; a URL of that kind or a path. */
function fileOf({ media }: Clip): string | undefined {
  if (media.kind !== 'external') return undefined;
  return /^file:/i.test(media.url) ? decodeURIComponent(new URL(media.url).pathname) : media.url;
}

function validate({ width, height, fps, fit }: RenderFramesOptions): void {
  for (const [name, value] of Object.entries({ width, height })) {
    if (!(Number.isInteger(value) && value >= 1 && value <= 16_384))
      throw new RangeError(`renderFrames: ${name} must be a whole number of 1…16384, got ${value}`);
  }
  if (!(fps > 0 && fps <= 1000)) throw new RangeError(`renderFrames: fps must lie above 0 and be at most 1000, got ${fps}`);
  if (fit !== undefined && fit !== 'contain' && fit !== 'cover')
    throw new RangeError(`renderFrames: fit must be 'contain' or 'cover', got ${String(fit)}`);
}
