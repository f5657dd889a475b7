/**
 * @file The light of an effect on what is around it. The effect itself is the lamp, so its flicker and colour are in the light: what glows is
 * spread far by blurs of several widths (light falls off with distance) and brightens the picture as a lamp does, by a factor; a little
 * of it hangs in the air.
 */
import { blurFrame, createFrame, resizeFrame, type Frame } from '@filmai/core-tensor/frames';

/** Light is computed on a picture of so many lines: it has no details. */
const LINES = 36;
/** Widths of the blurs as parts of the picture's height, and how much light each carries: the wide ones are thin. */
const SPREADS = [
  [0.06, 0.15],
  [0.18, 0.6],
  [0.45, 2.2],
] as const;
/** How much brighter full light makes what it falls on, and how much of it hangs in the air. */
const GAIN = 15;
const HAZE = 0.12;

/**
 * Lights a picture.
 *
 * @param plate - The picture without the effect; is not changed.
 * @param effect - The effect with alpha, of the same size.
 * @param amount - 1 is natural, 0 leaves the picture as it is.
 * @returns A new frame with the picture's time.
 */
export function spillLight(plate: Frame, effect: Frame, amount = 1): Frame {
  const lit = { ...plate, data: new Uint8ClampedArray(plate.data) };
  const glow = amount > 0 ? glowOf(effect) : undefined;
  if (!glow) return lit;
  const light = lightAround(glow);
  const { data } = resizeFrame(light, { width: plate.width, height: plate.height, filter: 'bicubic' });
  for (let i = 0; i < data.length; i += 4) {
    for (let c = i; c < i + 3; c++) {
      const falls = (amount * data[c]) / 255;
      lit.data[c] = Math.min(255, plate.data[c] * (1 + GAIN * falls) + 255 * HAZE * falls);
    }
  }
  return lit;
}

/** What glows by itself, small: of smoke, rain and snow nothing does. `undefined` where it is dark. */
function glowOf({ width, height, data, seconds }: Frame): Frame | undefined {
  const glow = createFrame(width, height, { seconds, fill: [0, 0, 0, 255] });
  let any = false;
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / 255;
    // Fire is bright and much more red than blue; what is white and thin is a flash only where it covers.
    const warmth = Math.max(0, data[i] - data[i + 2]) / 255;
    const share = alpha * alpha * Math.min(1, 2.2 * warmth) * (data[i] / 255);
    if (share < 0.02) continue;
    any = true;
    for (let c = 0; c < 3; c++) glow.data[i + c] = data[i + c] * share;
  }
  if (!any) return undefined;
  const lines = Math.min(LINES, height);
  return resizeFrame(glow, { width: Math.max(1, Math.round((width * lines) / height)), height: lines, filter: 'area' });
}

function lightAround(glow: Frame): Frame {
  const light = createFrame(glow.width, glow.height, { fill: [0, 0, 0, 255] });
  const sum = new Float32Array(glow.data.length);
  const margin = Math.ceil(glow.height / 2);
  const wide = withMargin(glow, margin);
  for (const [spread, share] of SPREADS) {
    const { data, width } = blurFrame(wide, { sigma: Math.max(0.5, spread * glow.height) });
    for (let y = 0; y < glow.height; y++) {
      for (let x = 0; x < glow.width * 4; x++)
        sum[y * glow.width * 4 + x] += share * data[(y + margin) * width * 4 + margin * 4 + x];
    }
  }
  for (let i = 0; i < sum.length; i += 4) for (let c = 0; c < 3; c++) light.data[i + c] = sum[i + c];
  return light;
}

/** With darkness around it: light goes out of the picture and does not come back. */
function withMargin(frame: Frame, margin: number): Frame {
  const wide = createFrame(frame.width + 2 * margin, frame.height + 2 * margin, { fill: [0, 0, 0, 255] });
  for (let y = 0; y < frame.height; y++) {
    const row = frame.data.subarray(y * frame.width * 4, (y + 1) * frame.width * 4);
    wide.data.set(row, ((y + margin) * wide.width + margin) * 4);
  }
  return wide;
}
