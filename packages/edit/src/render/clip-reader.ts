/**
 * @file The pictures of one clip, one for each frame of the film, in order. Where the media ends before the clip does, or a
 * transition reaches beyond it, the nearest picture is held.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { readFrameAt, readFrames } from '@filmai/media/read';
import { EditError } from '../errors/edit-error.js';
import { toSeconds } from '../time/rational-time.js';
import { usedRange } from '../timeline/layout.js';
import type { Clip } from '../timeline/timeline.js';
import { moveOf, placementAt, type MoveKey } from './move.js';
import { placePicture, type Fit } from './place-picture.js';

/** A stretch of a clip's media, in seconds of the media. */
export interface FrameSourceRequest {
  /** First moment, at least 0. */
  startSeconds: number;
  /** End, not included. */
  endSeconds: number;
  /** Pictures wanted for each second of the media. */
  fps: number;
  /** Cancels the work. */
  signal?: AbortSignal;
}

/**
 * Where a clip's pictures come from: the path of a film or picture file, one picture that stands, or a function that gives
 * pictures of a stretch. Pictures of other sizes are fitted into the frame.
 */
export type FrameSource = string | Frame | ((request: FrameSourceRequest) => AsyncIterable<Frame> | Iterable<Frame>);

/** What a reader needs to know of the film. */
export interface Screen {
  width: number;
  height: number;
  fps: number;
  fit: Fit;
  /** Finds the source of a clip. */
  media: (clip: Clip) => FrameSource | undefined | Promise<FrameSource | undefined>;
  signal?: AbortSignal;
  /** Told when a clip's media was too short and its last picture is held. */
  onHold: (clip: Clip) => void;
}

/** A picture for a frame of the film, of the film's size. */
export interface Shown {
  picture: Frame;
  /** The same object comes again as long as the picture stands, and its pixels don't change. */
  still: boolean;
}

/** Files that hold one picture. */
const PICTURE_FILE = /\.(png|jpe?g|webp|bmp|tiff?)$/i;

/** Reads one clip from its first frame to its last. */
export class ClipReader {
  readonly #clip: Clip;
  readonly #screen: Screen;
  readonly #speed: number;
  readonly #move: readonly MoveKey[] | undefined;
  /** Frames of the film at which the clip begins, and behind which no picture is asked for. */
  readonly #from: number;
  readonly #end: number;
  #iterator: AsyncIterator<Frame> | Iterator<Frame> | undefined;
  #opened = false;
  /** Frame of the film to which the next picture of the iterator belongs. */
  #next = 0;
  #current: Frame | undefined;
  #constant = false;
  #placed: { from: Frame; key: string; shown: Frame } | undefined;

  /**
   * @param clip - The clip.
   * @param from - Frame at which it begins.
   * @param end - Frame behind the last one that may be asked for.
   * @param screen - The film.
   */
  constructor(clip: Clip, from: number, end: number, screen: Screen) {
    this.#clip = clip;
    this.#screen = screen;
    this.#from = from;
    this.#end = end;
    this.#move = moveOf(clip);
    const warp = clip.effects?.find(({ timeScalar, schema }) => timeScalar !== undefined || schema.startsWith('FreezeFrame'));
    this.#speed = warp ? (warp.timeScalar ?? 0) : 1;
    if (!(this.#speed >= 0)) {
      throw new EditError(
        'NOT_REPRESENTABLE',
        `clip "${clip.name}": playing backwards (speed ${this.#speed}) can't be rendered`,
        {
          remedy: 'Render the clip reversed to a file first.',
        },
      );
    }
  }

  /** The picture for a frame of the film; frames must be asked for in order. */
  async at(frame: number): Promise<Shown> {
    await this.#advance(frame);
    const current = this.#current as Frame;
    const { width, height, fps, fit } = this.#screen;
    const placement = placementAt(this.#move, (frame - this.#from) / fps, current, { width, height }, fit);
    if (!this.#constant) return { picture: placePicture(current, { width, height }, placement), still: false };
    const key = JSON.stringify(placement);
    if (this.#placed?.from !== current || this.#placed.key !== key) {
      this.#placed = { from: current, key, shown: placePicture(current, { width, height }, placement) };
    }
    return { picture: this.#placed.shown, still: true };
  }

  /** Closes the source. */
  async close(): Promise<void> {
    const iterator = this.#iterator;
    this.#iterator = undefined;
    await iterator?.return?.();
  }

  async #advance(frame: number): Promise<void> {
    if (!this.#opened) await this.#open(frame);
    while (this.#iterator && (this.#next <= frame || !this.#current)) {
      const next = await this.#iterator.next();
      if (next.done) {
        this.#iterator = undefined;
        this.#constant = true;
        if (this.#current) this.#screen.onHold(this.#clip);
      } else {
        this.#current = next.value;
        this.#next++;
      }
    }
    if (!this.#current) {
      const { startSeconds } = this.#stretch(frame);
      throw new EditError('NO_MEDIA', `clip "${this.#clip.name}": its media has no picture at ${startSeconds.toFixed(3)} s`);
    }
  }

  async #open(frame: number): Promise<void> {
    this.#opened = true;
    const { media, fps, signal, width, height } = this.#screen;
    const source = await media(this.#clip);
    if (source === undefined) {
      throw new EditError('NO_MEDIA', `clip "${this.#clip.name}": no pictures are known for it`, {
        remedy: 'Let the option media give a source.',
      });
    }
    const { startSeconds, endSeconds, lead } = this.#stretch(frame);
    this.#next = frame + lead;
    if (typeof source === 'object') {
      this.#current = source;
      this.#constant = true;
    } else if (typeof source === 'string' && (this.#speed === 0 || PICTURE_FILE.test(source))) {
      this.#current = await readFrameAt(source, PICTURE_FILE.test(source) ? 0 : startSeconds, { signal });
      this.#constant = true;
    } else {
      const rate = this.#speed === 0 ? fps : fps / this.#speed;
      const request = { startSeconds, endSeconds, fps: rate, signal };
      // A picture that is moved over is read in full, for its detail.
      const size = this.#move ? {} : { width, height };
      const pictures = typeof source === 'string' ? readFrames(source, { ...request, ...size }) : source(request);
      this.#iterator = Symbol.asyncIterator in pictures ? pictures[Symbol.asyncIterator]() : pictures[Symbol.iterator]();
      if (this.#speed === 0) await this.#freeze();
    }
  }

  /** Keeps the first picture alone. */
  async #freeze(): Promise<void> {
    const first = await this.#iterator?.next();
    if (first && !first.done) this.#current = first.value;
    await this.close();
    this.#constant = true;
  }

  /** The stretch of media from a frame of the film on; `lead` frames come before the media begins. */
  #stretch(frame: number): { startSeconds: number; endSeconds: number; lead: number } {
    const { fps } = this.#screen;
    const begin =
      toSeconds(usedRange(this.#clip).start) - toSeconds(this.#clip.media.availableRange?.start ?? { value: 0, rate: 1 });
    const at = begin + ((frame - this.#from) * this.#speed) / fps;
    const lead = at < 0 && this.#speed > 0 ? Math.ceil((-at * fps) / this.#speed - 1e-6) : 0;
    const startSeconds = Math.max(0, at + (lead * this.#speed) / fps);
    // Half a frame more than asked for: rounding must not lose the last picture.
    const wanted = Math.max(1, this.#end - frame - lead) - 0.5;
    return { startSeconds, endSeconds: startSeconds + (wanted * (this.#speed || 1)) / fps, lead };
  }
}
