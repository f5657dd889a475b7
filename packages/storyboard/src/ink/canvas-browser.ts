/** @file The canvas in a browser (or a worker of one): `OffscreenCanvas`. Stands in for `canvas.ts` in bundles for browsers. */
import { StoryboardError } from '../stage/storyboard-error.js';
import type { InkCanvas } from './canvas.js';

export type { InkCanvas, InkContext, PixelBlock } from './canvas.js';

/** As in `canvas.ts`. */
export function createInkCanvas(width: number, height: number): InkCanvas {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new StoryboardError('NO_CANVAS', 'this browser has no OffscreenCanvas', {
      remedy: 'Use Chrome 69, Firefox 105, Safari 16.4 or newer.',
    });
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new StoryboardError('NO_CANVAS', `no 2D context of ${width}×${height}`);
  return {
    width,
    height,
    context,
    native: canvas,
    encode: async (type, quality = 90) => {
      const blob = await canvas.convertToBlob({ type, quality: quality / 100 });
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}

/** The page's own "Patrick Hand" where it has loaded it, else its sans. */
export function lettering(): { family: string; size: number } {
  return { family: 'Patrick Hand", "sans-serif', size: 1.1 };
}
