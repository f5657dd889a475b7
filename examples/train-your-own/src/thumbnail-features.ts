/**
 * @file Features of pictures that need no trained network: the picture in 8×8 dots of colour, and how much detail there is in each. Distances
 * on them are named after them, `frechet-thumbnails`; they see colour, layout and sharpness, not what is shown.
 */
import { resizeFrame, type Frame } from '@filmai/core-tensor/frames';
import type { FeatureFunction } from '@filmai/gan/measures';

const DOTS = 8;

/** Colour and detail of 8×8 places, 256 numbers a picture. */
export const thumbnailFeatures: FeatureFunction<Frame> = {
  name: 'thumbnails',
  extract: (frames) => frames.map(featuresOf),
};

function featuresOf(frame: Frame): Float32Array {
  const small = resizeFrame(frame, { width: DOTS, height: DOTS, filter: 'area' });
  const features = new Float32Array(DOTS * DOTS * 4);
  for (let i = 0; i < DOTS * DOTS; i++) {
    for (let channel = 0; channel < 3; channel++) features[i * 3 + channel] = small.data[i * 4 + channel] / 255;
  }
  const detail = features.subarray(DOTS * DOTS * 3);
  const share = (DOTS * DOTS) / (frame.width * frame.height);
  for (let y = 1; y < frame.height; y++) {
    for (let x = 1; x < frame.width; x++) {
      const at = (y * frame.width + x) * 4 + 1;
      const change = Math.abs(frame.data[at] - frame.data[at - 4]) + Math.abs(frame.data[at] - frame.data[at - frame.width * 4]);
      detail[Math.floor((y * DOTS) / frame.height) * DOTS + Math.floor((x * DOTS) / frame.width)] += (change / 255) * share;
    }
  }
  return features;
}
