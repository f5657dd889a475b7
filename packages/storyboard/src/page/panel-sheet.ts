/** @file A drawing as a panel of a storyboard page: hand-ruled frame, slate line, note, and the arrows of moves. */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import { createInkCanvas, type InkCanvas, type InkContext, lettering } from '#canvas';
import { stroke } from '../ink/stroke.js';
import type { V2 } from '../world/vector.js';
import { type Arrow, drawArrows } from './arrows.js';

/** What stands under a panel. */
export interface Slate {
  /** Number of the scene: `'3'`. */
  scene: string;
  /** Letter of the shot: `'B'`. */
  shot: string;
  /** Scene heading. */
  heading: string;
  /** Size and move, on the right: `'CU · PUSH IN'`. Default empty. */
  framing?: string;
  /** Action or line of dialogue, on a line of its own. Default none. */
  note?: string;
}

/** How a panel is drawn. */
export interface PanelSheetOptions {
  slate: Slate;
  /** Default none; `arrowsForShot` gives those of a staged shot. */
  arrows?: readonly Arrow[];
  /** Seeds the ruled lines. Default 1. */
  seed?: number;
}

/** Margin and height of the slate, in pixels of a 720-line picture. */
const MARGIN = 34;
const SLATE = 78;

/**
 * Draws a panel: the picture in its frame on paper, with slate and arrows.
 *
 * @param picture - The drawing.
 * @param options - Slate line, note and arrows.
 * @returns A frame larger than the picture by the margin and the slate.
 * @throws TypeError where the slate is missing.
 * @example
 * ```ts
 * import { drawPanelSheet, drawShot } from '@filmai/storyboard';
 *
 * const picture = drawShot({ place: 'BEACH', time: 'DAY', size: 'wide', cast: [] }, { width: 320, height: 180 });
 * const panel = drawPanelSheet(picture, { slate: { scene: '1', shot: 'A', heading: 'EXT. BEACH - DAY' } });
 * console.log(panel.width, panel.height); // 338 218
 * ```
 */
export function drawPanelSheet(picture: Frame, options: PanelSheetOptions): Frame {
  const canvas = panelCanvas(picture, options);
  const frame = createFrame(canvas.width, canvas.height);
  frame.data.set(canvas.context.getImageData(0, 0, canvas.width, canvas.height).data);
  return frame;
}

function panelCanvas(picture: Frame, { slate, arrows = [], seed = 1 }: PanelSheetOptions): InkCanvas {
  if (typeof slate !== 'object' || slate === null)
    throw new TypeError('drawPanelSheet: slate: expected { scene, shot, heading }');
  const { width: W, height: H } = picture;
  const k = H / 720;
  const margin = Math.round(MARGIN * k);
  const canvas = createInkCanvas(W + 2 * margin, H + 2 * margin + Math.round(SLATE * k));
  const pen = canvas.context;
  pen.fillStyle = '#f6f1e6';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const block = pen.createImageData(W, H);
  block.data.set(picture.data);
  pen.putImageData(block, margin, margin);
  pen.save();
  pen.translate(margin, margin);
  drawArrows(pen, W, H, arrows, seed);
  ruleFrame(pen, W, H, k, seed);
  letterSlate(pen, slate, W, H, k);
  pen.restore();
  return canvas;
}

/** Four lines by hand along a ruler, crossing at the corners. */
function ruleFrame(pen: InkContext, W: number, H: number, k: number, seed: number): void {
  const random = createRandom(`frame/${seed}`);
  const corners: V2[] = [
    [0, 0],
    [W, 0],
    [W, H],
    [0, H],
  ];
  pen.fillStyle = '#17151a';
  pen.beginPath();
  for (const [i, corner] of corners.entries()) {
    stroke(
      pen,
      [corner, corners[(i + 1) % 4]],
      { w: 5 * k, wobble: 0.8 * k, overshoot: 10 * k, taper: 8 * k, pressure: 0.2, scale: k },
      random,
    );
  }
  pen.fill();
}

function letterSlate(
  pen: InkContext,
  { scene, shot, heading, framing = '', note = '' }: Slate,
  W: number,
  H: number,
  k: number,
): void {
  const { family, size } = lettering();
  const write = (text: string, x: number, y: number, pixels: number, room: number, align: 'left' | 'right' = 'left'): number => {
    pen.font = `${pixels * size * k}px "${family}"`;
    pen.textAlign = align;
    const short = shortened(pen, text, room);
    pen.fillText(short, x, y);
    return pen.measureText(short).width;
  };
  pen.fillStyle = '#17151a';
  const right = write(framing, W - 4 * k, H + 40 * k, 22, W * 0.4, 'right');
  const left = write(`SC ${scene}  SHOT ${shot}`, 4 * k, H + 40 * k, 26, W * 0.4);
  write(heading, left + 34 * k, H + 40 * k, 22, W - left - right - 60 * k);
  pen.fillStyle = '#4a4650';
  write(note, 4 * k, H + 74 * k, 20, W - 8 * k);
}

/** The text, cut with an ellipsis where it is too long. */
function shortened(pen: InkContext, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return low > 0 ? `${text.slice(0, low).trimEnd()}…` : '';
}
