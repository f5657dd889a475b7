/**
 * @file The one place where a canvas comes from: `@napi-rs/canvas` in Node. Browsers get `canvas-browser.ts` instead, through
 * the package's `browser` import condition.
 */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** What the drawing needs of a 2D context; both Node's and the browser's have it. */
export type InkContext = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'clearRect'
  | 'clip'
  | 'closePath'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineCap'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'quadraticCurveTo'
  | 'rect'
  | 'restore'
  | 'save'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'translate'
> & {
  createImageData(width: number, height: number): PixelBlock;
  getImageData(x: number, y: number, width: number, height: number): PixelBlock;
  putImageData(pixels: PixelBlock, x: number, y: number): void;
};

/** Pixels of a rectangle, RGBA, alpha not premultiplied. */
export interface PixelBlock {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Something to draw on. */
export interface InkCanvas {
  readonly width: number;
  readonly height: number;
  readonly context: InkContext;
  /** The canvas behind it: Node's `Canvas` or the browser's `OffscreenCanvas`. */
  readonly native: unknown;
  /** The picture as a file's bytes. `quality` is for JPEG, 1…100. */
  encode(type: 'image/png' | 'image/jpeg', quality?: number): Promise<Uint8Array>;
}

/**
 * A new, transparent canvas.
 *
 * @param width - Pixels in a row.
 * @param height - Rows.
 * @returns The canvas.
 */
export function createInkCanvas(width: number, height: number): InkCanvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d') as unknown as InkContext;
  return {
    width,
    height,
    context,
    native: canvas,
    encode: async (type, quality = 90) =>
      new Uint8Array(type === 'image/png' ? await canvas.encode('png') : await canvas.encode('jpeg', quality)),
  };
}

let family: string | undefined;

/**
 * The hand lettering of the slate, registered on first use: Patrick Hand (SIL Open Font License), else the system's sans.
 *
 * @returns The family's name, and what its size has to be multiplied with to look as large as a common sans.
 */
export function lettering(): { family: string; size: number } {
  if (family === undefined) {
    family = 'sans-serif';
    const require = createRequire(import.meta.url);
    const files = ['latin', 'latin-ext'].map(
      (subset) => `@fontsource/patrick-hand/files/patrick-hand-${subset}-400-normal.woff2`,
    );
    for (const file of files) {
      try {
        if (GlobalFonts.registerFromPath(require.resolve(file), 'Patrick Hand')) family = 'Patrick Hand';
      } catch {
        // Bundled without its font: the system's letters will do.
      }
    }
  }
  return { family, size: family === 'sans-serif' ? 1 : 1.22 };
}
