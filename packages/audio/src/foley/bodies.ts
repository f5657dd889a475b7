/** @file What several sounds share: bodies that ring, steps, drops, motors, cries. */
import { addBurst, addNoise, addStrike, addTone, chanceTimes, wander, type Canvas, type Mode } from './generators.js';

/** Modes of a body: a first frequency, ratios, and how long it rings. */
export function body(hertz: number, ratios: readonly number[], seconds: number): Mode[] {
  return ratios.map((ratio, i) => ({ hertz: hertz * ratio, level: 1 / (1 + 0.6 * i), seconds: seconds / (1 + 0.35 * i) }));
}

/** Ratios of free bars, plates and bells (Fletcher and Rossing, "The Physics of Musical Instruments"). */
export const WOOD = [1, 2.57, 4.1, 5.4, 7.9];
export const METAL = [1, 2.76, 5.4, 8.93, 11.3];
export const BELL = [0.5, 1, 1.2, 1.5, 2, 2.62, 3];
export const GLASS = [1, 2.32, 4.25, 6.63, 9.38];

/** Somebody walks or runs. */
export function footsteps(canvas: Canvas, seconds: number, perSecond: number, hertz: number): void {
  for (let time = 0.1; time < seconds - 0.1; time += (1 / perSecond) * canvas.random.range(0.94, 1.06)) {
    addBurst(canvas, time, { seconds: 0.12, hertz, level: 0.5 });
    addStrike(canvas, time, body(hertz / 6, WOOD, 0.09), 0.5);
    addBurst(canvas, time + 0.07, { seconds: 0.08, hertz: hertz * 1.6, level: 0.22 });
  }
}

/** Drops on something hard. */
export function raindrops(canvas: Canvas, seconds: number, perSecond: number, level: number): void {
  for (const time of chanceTimes(canvas.random, seconds, perSecond)) {
    addStrike(
      canvas,
      time,
      [{ hertz: canvas.random.range(1500, 5200), level: 1, seconds: canvas.random.range(0.01, 0.03) }],
      level * canvas.random.range(0.2, 1),
    );
  }
}

/** A motor that turns so often a second. */
export function engine(canvas: Canvas, seconds: number, hertz: number, roughness: number): void {
  const drift = wander(canvas.random, 0.05, 3);
  addTone(
    canvas,
    0,
    seconds,
    (t) => hertz * drift(t),
    () => 0.22,
    [1, 0.7, 0.5, 0.32, 0.22, 0.14],
  );
  addNoise(
    canvas,
    () => hertz * 5,
    (t) => roughness * drift(t * 2),
    { resonance: 0.9 },
  );
}

/** A door or lid falls shut. */
export function slam(canvas: Canvas, at: number, level: number): void {
  addBurst(canvas, at, { seconds: 0.28, hertz: 420, level: 1.9 * level });
  addStrike(canvas, at, body(88, WOOD, 0.3), 0.9 * level);
  addStrike(canvas, at + 0.012, body(820, METAL, 0.08), 0.18 * level);
}

/** A gull cries three times. */
export function gull(canvas: Canvas, at: number): void {
  const pitch = canvas.random.range(850, 1050);
  for (let cry = 0; cry < 3; cry++) {
    addTone(
      canvas,
      at + cry * 0.36,
      0.28,
      (t) => pitch * (1 + 0.35 * Math.sin((Math.PI * t) / 0.28) - 0.3 * t),
      (t) => 0.07 * Math.sin((Math.PI * t) / 0.28),
      [1, 0.7, 0.4, 0.2],
    );
  }
}

/** A small bird sings a phrase. */
export function bird(canvas: Canvas, at: number): void {
  const { random } = canvas;
  const pitch = random.range(2400, 4200);
  const shape = random.range(-1, 1);
  const notes = random.integer(2, 5);
  for (let note = 0; note < notes; note++) {
    const bend = random.range(0.1, 0.3) * shape;
    addTone(
      canvas,
      at + note * 0.13,
      0.09,
      (t) => pitch * (1 + bend * Math.sin((Math.PI * t) / 0.09)),
      (t) => 0.06 * Math.sin((Math.PI * t) / 0.09),
    );
  }
}
