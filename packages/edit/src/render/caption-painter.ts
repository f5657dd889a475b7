/**
 * @file Captions drawn into the picture: white with a dark outline, centred at the bottom inside the title-safe area (90 % of
 * width and height, SMPTE ST 2046-1), at most two lines of 42 characters each. The letters are drawn by `@napi-rs/canvas`, an
 * optional peer, with the fonts of the system or one that is given.
 */
import { MissingPeerError } from '@filmai/core-tensor/errors';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { EditError } from '../errors/edit-error.js';
import { captionsOf, type Cue } from '../subtitles/cue.js';

/** Drawn captions, to be laid over a frame. */
export interface CaptionPicture {
  /** Left edge in the frame, in pixels. */
  left: number;
  /** Top edge in the frame, in pixels. */
  top: number;
  width: number;
  height: number;
  /** RGBA, alpha not premultiplied. */
  data: Uint8ClampedArray;
}

/** Options of `createCaptionPainter`. */
export interface CaptionPainterOptions {
  /** Size of the film in pixels. */
  width: number;
  height: number;
  /** A font file (TTF, OTF); default the system's sans serif. */
  fontFile?: string;
  /** Height of the letters as a part of the picture's height, 0.02…0.12, default 0.05. */
  size?: number;
}

/** Draws captions. */
export interface CaptionPainter {
  /** What is to be laid over the picture at a moment; the same object as long as the captions stay. */
  at(seconds: number): CaptionPicture | undefined;
}

/** Outside the title-safe area on each side, as a part of the side. */
const MARGIN = 0.05;

const FAMILIES = '"Noto Sans", "DejaVu Sans", "Liberation Sans", Arial, Helvetica, sans-serif';

/** Distance of lines, outline and padding in heights of the letters. */
const LEADING = 1.25;
const OUTLINE = 0.18;

/**
 * Prepares captions for drawing. Cues that are too long for two lines are broken into several; cues at the same time stand one
 * above the other.
 *
 * @param cues - In any order; markup such as `<i>` is left out.
 * @param options - See `CaptionPainterOptions`.
 * @throws MissingPeerError without `@napi-rs/canvas`; EditError `NO_FONT` where there is no font to draw with; RangeError for
 *   an impossible size.
 * @example
 * ```ts
 * import { createCaptionPainter } from '@filmai/edit/render';
 *
 * const cue = { startSeconds: 1, endSeconds: 3, text: 'You never lit it.' };
 * const painter = await createCaptionPainter([cue], { width: 1280, height: 720 });
 * console.log(painter.at(0.5), painter.at(2) === painter.at(2.5)); // undefined true
 * ```
 */
export async function createCaptionPainter(
  cues: readonly Cue[],
  { width, height, fontFile, size = 0.05 }: CaptionPainterOptions,
): Promise<CaptionPainter> {
  if (!(size >= 0.02 && size <= 0.12)) throw new RangeError(`captions: size must lie in 0.02…0.12 of the height, got ${size}`);
  const canvas = await import('@napi-rs/canvas').catch((cause: unknown) => {
    throw new MissingPeerError('Drawing captions into the picture', ['@napi-rs/canvas'], cause);
  });
  const family = fontFile === undefined ? FAMILIES : registerFont(canvas.GlobalFonts, fontFile);
  const short = cues.flatMap(breakCue).sort((a, b) => a.startSeconds - b.startSeconds);
  let key = '';
  let picture: CaptionPicture | undefined;
  return {
    at(seconds) {
      const lines = short
        .filter((cue) => cue.startSeconds <= seconds && seconds < cue.endSeconds)
        .flatMap(({ text }) => text.split('\n'));
      const wanted = lines.join('\n');
      if (wanted !== key) {
        key = wanted;
        picture = lines.length > 0 ? paint(canvas.createCanvas, lines, { width, height, family, size }) : undefined;
      }
      return picture;
    },
  };
}

/** A cue's text without the markup of its format. */
export function plainText(text: string): string {
  return text.replace(/<[^>]*>/g, '');
}

/** A cue without markup, in pieces of at most two lines. */
function breakCue(cue: Cue): Cue[] {
  const text = plainText(cue.text)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  if (text === '') return [];
  const lines = text.split('\n').map((line) => line.trim());
  const fits = lines.length <= 2 && lines.every((line) => captionsOf({ ...cue, text: line })[0]?.text === line);
  return fits ? [{ ...cue, text: lines.join('\n') }] : captionsOf({ ...cue, text });
}

function registerFont(fonts: { registerFromPath(path: string, alias?: string): unknown }, file: string): string {
  const alias = `filmai caption ${file}`;
  if (!fonts.registerFromPath(file, alias)) throw new EditError('NO_FONT', `${file}: is not a font that can be read`);
  return `"${alias}"`;
}

function paint(
  createCanvas: (width: number, height: number) => Canvas,
  lines: readonly string[],
  { width, height, family, size }: { width: number; height: number; family: string; size: number },
): CaptionPicture {
  const widest = width * (1 - 2 * MARGIN);
  let letters = Math.max(8, Math.round(height * size));
  const measure = createCanvas(1, 1).getContext('2d');
  measure.font = `600 ${letters}px ${family}`;
  const longest = Math.max(...lines.map((line) => measure.measureText(line).width)) + letters * OUTLINE * 2;
  if (longest > widest) letters = Math.max(6, Math.floor((letters * widest) / longest));
  const pad = Math.ceil(letters * OUTLINE);
  const box = {
    width: Math.min(width, Math.ceil(Math.min(longest, widest)) + pad * 2),
    height: Math.ceil(lines.length * letters * LEADING) + pad * 2,
  };
  const canvas = createCanvas(box.width, box.height);
  const context = canvas.getContext('2d');
  prepare(context, letters, family);
  for (const [index, line] of lines.entries()) {
    const y = pad + (index + 0.5) * letters * LEADING;
    context.strokeText(line, box.width / 2, y);
    context.fillText(line, box.width / 2, y);
  }
  const { data } = context.getImageData(0, 0, box.width, box.height);
  if (!data.some((value) => value > 0)) {
    throw new EditError('NO_FONT', 'no font is installed that captions could be drawn with', {
      remedy: 'Give a font file in captions.fontFile, or write the captions as a soft track.',
    });
  }
  const bottom = Math.round(height * (1 - MARGIN));
  return {
    left: Math.round((width - box.width) / 2),
    top: Math.max(0, bottom - box.height),
    ...box,
    data: new Uint8ClampedArray(data),
  };
}

function prepare(context: SKRSContext2D, letters: number, family: string): void {
  context.font = `600 ${letters}px ${family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = letters * OUTLINE * 1.4;
  context.strokeStyle = 'rgba(0, 0, 0, 0.85)';
  context.fillStyle = '#ffffff';
}
