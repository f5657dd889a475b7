import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { probeMedia, readFrames, videoTrackOf, writeMovie } from '@filmai/media';
import { describe, expect, it } from 'vitest';
import { addEffect } from './add-effect.js';
import { readSettings, type Settings } from './settings.js';
import { spillLight } from './spill-light.js';
import { filmYard } from './yard.js';

function settingsOf(...args: string[]): Settings {
  const settings = readSettings(args);
  if (settings === 'help') throw new Error('help');
  return settings;
}

/** Mean of all channels of a row. */
function light({ width, data }: Frame, x: number, y: number): number {
  const i = (y * width + x) * 4;
  return (data[i] + data[i + 1] + data[i + 2]) / 3;
}

describe('spillLight', () => {
  const plate = createFrame(96, 54, { fill: [60, 60, 60, 255] });
  const flame = createFrame(96, 54);
  for (let y = 24; y < 30; y++) for (let x = 45; x < 51; x++) flame.data.set([255, 180, 60, 255], (y * 96 + x) * 4);

  it('lights what is near more than what is far, warmly, and darkens nothing', () => {
    const lit = spillLight(plate, flame);
    expect(light(lit, 40, 27)).toBeGreaterThan(light(lit, 20, 27));
    expect(light(lit, 20, 27)).toBeGreaterThanOrEqual(60);
    expect(light(lit, 40, 27)).toBeGreaterThan(64);
    const at = (27 * 96 + 40) * 4;
    expect(lit.data[at]).toBeGreaterThan(lit.data[at + 2]);
    expect(lit.data.every((value, i) => value >= plate.data[i])).toBe(true);
  });

  it('leaves the picture as it is without light, and beside what does not glow', () => {
    expect(spillLight(plate, flame, 0).data).toEqual(plate.data);
    expect(spillLight(plate, createFrame(96, 54)).data).toEqual(plate.data);
    expect(spillLight(plate, createFrame(96, 54, { fill: [200, 200, 205, 120] })).data).toEqual(plate.data);
  });

  it('flickers with the flame', () => {
    const weak = { ...flame, data: flame.data.map((value, i) => (i % 4 === 3 ? value * 0.6 : value)) };
    expect(light(spillLight(plate, weak), 40, 27)).toBeLessThan(light(spillLight(plate, flame), 40, 27));
  });
});

describe('the command', () => {
  it('writes before and after side by side, of the yard', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'a', 'effect.mp4');
    const written = await addEffect(settingsOf('--width', '96', '--seconds', '0.25', '--out', out));
    expect(written).toEqual({ path: out, frames: 6, width: 192, height: 54 });
    const track = videoTrackOf(await probeMedia(out));
    expect([track?.width, track?.height]).toEqual([192, 54]);
    for await (const frame of readFrames(out, { startSeconds: 0.2 })) {
      // The fire stands in the middle of the right half, and nothing of it in the left one.
      expect(light(frame, 144, 43)).toBeGreaterThan(120);
      expect(light(frame, 48, 43)).toBeLessThan(80);
    }
  });

  it('takes a clip of any rate and shape, and shows the result alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
    const clip = join(folder, 'clip.mp4');
    await writeMovie(clip, {
      video: { frames: filmYard({ width: 90, height: 120, fps: 30, seconds: 0.4 }), width: 90, height: 120, fps: 30 },
    });
    const out = join(folder, 'snow.mp4');
    const written = await addEffect(
      settingsOf('--clip', clip, '--effect', 'snow', '--layout', 'after', '--width', '64', '--out', out),
    );
    expect(written.width).toBe(64);
    expect(written.frames).toBe(12);
  });

  it.each([
    [['--effect', 'fog'], /--effect must be one of/],
    [['--at', '1,2,3'], /--at must be two numbers/],
    [['--at', '0.5'], /--at must lie in/],
    [['--wind', 'x'], /--wind must lie in/],
    [['--layout', 'both'], /--layout/],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => readSettings(args)).toThrow(message);
  });

  it('knows help', () => {
    expect(readSettings(['--help'])).toBe('help');
  });
});
