import { createFrame } from '@filmai/core-tensor/frames';
import { describe, expect, test } from 'vitest';
import { camera } from '../camera/camera.js';
import { CAMERA_MOVES } from '../stage/shot-description.js';
import { type Arrow, arrowsForMove, groundArrow } from './arrows.js';
import { encodeJpeg, encodePng } from './encode.js';
import { drawPanelSheet, type Slate } from './panel-sheet.js';

const picture = createFrame(320, 180, { fill: [90, 120, 150, 255] });
const slate: Slate = { scene: '3', shot: 'B', heading: 'INT. KITCHEN - NIGHT', framing: 'CU', note: 'Tea.' };

/** How many pixels of a rectangle are neither the picture's colour nor the paper's. */
function drawnIn(panel: { width: number; data: Uint8ClampedArray }, x0: number, y0: number, x1: number, y1: number): number {
  let count = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const [r, g, b] = panel.data.subarray((y * panel.width + x) * 4);
      const paper = r > 235 && g > 230 && b > 220;
      if (!paper && !(r === 90 && g === 120 && b === 150)) count++;
    }
  }
  return count;
}

describe('drawPanelSheet', () => {
  test('the picture stands in its margin, the slate below it', () => {
    const panel = drawPanelSheet(picture, { slate });
    expect([panel.width, panel.height]).toEqual([338, 218]);
    expect(drawnIn(panel, 40, 30, 290, 160)).toBe(0);
    expect(drawnIn(panel, 8, 192, 330, 218)).toBeGreaterThan(200);
  });

  test('arrows are drawn over the picture, and a longer heading stays inside the paper', () => {
    const arrows: Arrow[] = [
      ...arrowsForMove('push-in'),
      ...arrowsForMove('pan-right'),
      { kind: 'path', from: [100, 60], to: [160, 90] },
    ];
    const panel = drawPanelSheet(picture, { slate: { ...slate, heading: 'INT. '.repeat(80) }, arrows });
    expect(drawnIn(panel, 105, 60, 175, 110)).toBeGreaterThan(50);
    expect(drawnIn(panel, 334, 0, 338, 218)).toBe(0);
  });

  test('is the same twice, and refuses to go without a slate', () => {
    expect(drawPanelSheet(picture, { slate, seed: 4 }).data).toEqual(drawPanelSheet(picture, { slate, seed: 4 }).data);
    expect(() => drawPanelSheet(picture, { slate: null as unknown as Slate })).toThrow(TypeError);
  });
});

describe('arrows', () => {
  test('every move but standing and hand-held has one', () => {
    for (const move of CAMERA_MOVES) expect(arrowsForMove(move)).toHaveLength(move === 'static' || move === 'handheld' ? 0 : 1);
  });

  test('on the ground they run where projection says, and not outside the frame', () => {
    const cam = camera([0, 1.6, 5], [0, 1, 0], 40, 320, 180);
    const [arrow] = groundArrow(cam, [0, 0, 0], [1, 0, 0]);
    expect(arrow).toMatchObject({ kind: 'path', from: [expect.closeTo(160, 5), expect.any(Number)] });
    expect(groundArrow(cam, [0, 0, 40], [1, 0, 0])).toEqual([]);
    expect(groundArrow(cam, [30, 0, 0], [1, 0, 0])).toEqual([]);
  });
});

describe('encoders', () => {
  test('PNG and JPEG start as their formats do, and a lower quality is smaller', async () => {
    expect([...(await encodePng(picture)).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const noisy = createFrame(64, 64, { fill: [0, 0, 0, 255] });
    for (let i = 0; i < noisy.data.length; i++) if (i % 4 < 3) noisy.data[i] = (i * 7919) % 251;
    const [fine, coarse] = [await encodeJpeg(noisy, { quality: 95 }), await encodeJpeg(noisy, { quality: 20 })];
    expect([...fine.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect(coarse.length).toBeLessThan(fine.length);
  });

  test.each([0, 101, Number.NaN])('refuses a quality of %s', async (quality) => {
    await expect(encodeJpeg(picture, { quality })).rejects.toThrow(RangeError);
  });
});
