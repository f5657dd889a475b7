import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominantColours, findCaptionArea, measureLight, measurePicture, measureSharpness } from './index.js';

/** A frame from a function of the pixel. */
function paint(width: number, height: number, at: (x: number, y: number) => [number, number, number]): Frame {
  const frame = createFrame(width, height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) frame.data.set([...at(x, y), 255], (y * width + x) * 4);
  return frame;
}

const grey = (value: number): [number, number, number] => [value, value, value];

describe('light', () => {
  it('of a board half black and half white has the highest contrast there is', () => {
    expect(measureLight(paint(20, 10, (x) => grey(x < 10 ? 0 : 255)))).toEqual({
      brightness: 0.5,
      contrast: 0.5,
      darkest: 0,
      brightest: 1,
    });
  });

  it('of one tone has no contrast, whichever tone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (value) => {
        const light = measureLight(createFrame(9, 7, { fill: [value, value, value, 255] }));
        expect(light.contrast).toBe(0);
        expect(light.brightness).toBeCloseTo(value / 255, 3);
      }),
    );
  });

  it('weights green most and blue least, and counts what is transparent as black', () => {
    const brightness = (fill: [number, number, number, number]): number => measureLight(createFrame(2, 2, { fill })).brightness;
    expect(brightness([0, 255, 0, 255])).toBeCloseTo(0.7152, 3);
    expect(brightness([0, 0, 255, 255])).toBeCloseTo(0.0722, 3);
    expect(brightness([255, 255, 255, 0])).toBe(0);
  });
});

describe('sharpness', () => {
  it('falls with every blur', () => {
    const edge = (softness: number) => paint(64, 16, (x) => grey(255 / (1 + Math.exp(-(x - 32) / softness))));
    const values = [0.3, 1, 3, 9].map((softness) => measureSharpness(edge(softness)));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(new Set(values).size).toBe(4);
  });

  it('is zero where a picture is too small to have an edge inside', () => {
    expect(measureSharpness(createFrame(2, 2))).toBe(0);
  });
});

describe('dominant colours', () => {
  it('are those the picture was painted with, by their area', () => {
    const flag = paint(90, 60, (_, y) => (y < 30 ? [200, 30, 40] : y < 48 ? [20, 60, 160] : [240, 220, 60]));
    const colours = dominantColours(flag, { count: 3 });
    expect(colours.map(({ hex }) => hex)).toEqual(['#c81e28', '#143ca0', '#f0dc3c']);
    expect(colours[0].share).toBeCloseTo(0.5, 1);
    expect(colours[2].share).toBeCloseTo(0.2, 1);
  });

  it('are the same for the same seed, never more than there are, and none of nothing', () => {
    const noise = paint(64, 64, (x, y) => [(x * 37) % 256, (y * 91) % 256, (x * y) % 256]);
    expect(dominantColours(noise, { seed: 3 })).toEqual(dominantColours(noise, { seed: 3 }));
    expect(dominantColours(createFrame(8, 8, { fill: [9, 9, 9, 255] }), { count: 8 })).toHaveLength(1);
    expect(dominantColours(createFrame(8, 8))).toEqual([]);
    expect(() => dominantColours(noise, { count: 0 })).toThrow(RangeError);
  });
});

describe('captions', () => {
  it('stand at the bottom, inside the safe area, and go up where a face is below', () => {
    const frame = createFrame(1280, 720);
    const low = { x: 500, y: 500, width: 200, height: 200 };
    expect(findCaptionArea(frame)).toMatchObject({ side: 'bottom', facesCovered: 0, x: 64 });
    expect(findCaptionArea(frame, { faces: [low] }).side).toBe('top');
    expect(findCaptionArea(frame, { faces: [low, { ...low, y: 0 }] }).side).toBe('bottom');
  });

  it('always lie inside the picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 300 }), fc.integer({ min: 16, max: 300 }), (width, height) => {
        const area = findCaptionArea(createFrame(width, height), { faces: [{ x: 0, y: height / 2, width, height: height / 2 }] });
        expect(area.x >= 0 && area.y >= 0 && area.x + area.width <= width && area.y + area.height <= height).toBe(true);
      }),
    );
  });
});

describe('a picture', () => {
  it('is faultless when there is something to see, and says what is wrong when there is not', () => {
    const checker = paint(160, 90, (x, y) => grey((x >> 3) % 2 === (y >> 3) % 2 ? 40 : 210));
    expect(measurePicture(checker).faults).toEqual([]);
    expect(measurePicture(createFrame(160, 90, { fill: [255, 255, 255, 255] })).faults).toEqual(['white', 'one-tone', 'unsharp']);
    expect(measurePicture(checker, { faces: [{ x: 0, y: 0, width: 160, height: 90 }] }).faults).toEqual([]);
  });

  it('with the wrong number of bytes is refused', () => {
    expect(() => measurePicture({ width: 4, height: 4, data: new Uint8ClampedArray(3), seconds: 0 })).toThrow(
      /must hold 64 bytes, got 3/,
    );
  });
});
