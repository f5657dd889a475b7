/** @file How each sound is made. Lengths are given; ambiences fill them, events happen in them. */
import { body, footsteps, raindrops, engine, slam, gull, bird, WOOD, METAL, BELL, GLASS } from './bodies.js';
import { addBurst, addNoise, addStrike, addTone, chanceTimes, wander, type Canvas } from './generators.js';

type Recipe = (canvas: Canvas, seconds: number) => void;

/** Recipes by name. */
export const RECIPES = {
  rain(canvas, seconds) {
    const gusts = wander(canvas.random, 0.25, 7);
    addNoise(
      canvas,
      () => 5200,
      (t) => 0.28 * gusts(t),
      { resonance: 1.4 },
    );
    addNoise(
      canvas,
      () => 900,
      (t) => 0.1 * gusts(t),
      { resonance: 1.2 },
    );
    raindrops(canvas, seconds, 60, 0.3);
  },
  storm(canvas, seconds) {
    RECIPES.rain(canvas, seconds);
    RECIPES.wind(canvas);
    for (const time of chanceTimes(canvas.random, seconds, 1 / 14))
      addBurst(canvas, time, { seconds: 4, hertz: 130, level: 1.6, attackSeconds: 0.12 });
  },
  wind(canvas) {
    const gusts = wander(canvas.random, 0.9, 6);
    const howl = wander(canvas.random, 0.5, 3.7);
    addNoise(
      canvas,
      (t) => 420 * gusts(t),
      (t) => 0.35 * gusts(t) ** 2,
      { resonance: 0.35 },
    );
    addNoise(
      canvas,
      (t) => 900 * howl(t),
      (t) => 0.06 * gusts(t) ** 3,
      { resonance: 0.08 },
    );
  },
  sea(canvas, seconds) {
    const swell = (t: number): number => 0.5 + 0.5 * Math.sin((2 * Math.PI * t) / 7.3) * Math.sin((2 * Math.PI * t) / 11.1 + 1);
    addNoise(
      canvas,
      (t) => 500 + 900 * swell(t),
      (t) => 0.1 + 0.3 * swell(t) ** 2,
      { resonance: 1.2 },
    );
    addNoise(
      canvas,
      () => 160,
      (t) => 0.18 + 0.14 * swell(t + 1),
      { kind: 'low', resonance: 1.2 },
    );
    for (const time of chanceTimes(canvas.random, seconds, 0.05)) gull(canvas, time);
  },
  river(canvas, seconds) {
    const flow = wander(canvas.random, 0.2, 2);
    addNoise(
      canvas,
      (t) => 1400 * flow(t),
      () => 0.2,
      { resonance: 1 },
    );
    for (const time of chanceTimes(canvas.random, seconds, 18)) {
      const hertz = canvas.random.range(400, 1100);
      addTone(
        canvas,
        time,
        0.06,
        (t) => hertz * (1 + 6 * t),
        (t) => 0.07 * Math.exp(-t * 40),
      );
    }
  },
  forest(canvas, seconds) {
    const leaves = wander(canvas.random, 0.7, 5);
    addNoise(
      canvas,
      () => 3400,
      (t) => 0.05 * leaves(t),
      { resonance: 1.3 },
    );
    for (const time of chanceTimes(canvas.random, seconds, 0.5)) bird(canvas, time);
  },
  night(canvas, seconds) {
    const air = wander(canvas.random, 0.4, 8);
    addNoise(
      canvas,
      () => 260,
      (t) => 0.1 * air(t),
      { resonance: 1.2 },
    );
    const pitch = canvas.random.range(3900, 4500);
    for (let time = 0.2; time < seconds; time += canvas.random.range(0.5, 0.8)) {
      for (let chirp = 0; chirp < 3; chirp++)
        addTone(
          canvas,
          time + chirp * 0.055,
          0.035,
          () => pitch,
          () => 0.035,
        );
    }
  },
  city(canvas, seconds) {
    const traffic = wander(canvas.random, 0.45, 9);
    addNoise(
      canvas,
      () => 190,
      (t) => 0.5 * traffic(t),
      { kind: 'low', resonance: 1.3 },
    );
    addNoise(
      canvas,
      () => 1200,
      (t) => 0.05 * traffic(t + 3),
      { resonance: 1.2 },
    );
    for (const time of chanceTimes(canvas.random, seconds, 1 / 9)) {
      const speed = canvas.random.range(1.6, 3);
      const level = (t: number): number => 0.12 * Math.sin((Math.PI * t) / speed);
      addTone(canvas, time, speed, (t) => 95 - 14 * (t / speed), level, [1, 0.5, 0.4, 0.2]);
    }
  },
  room(canvas) {
    addNoise(
      canvas,
      () => 150,
      () => 0.16,
      { kind: 'low', resonance: 1.3 },
    );
    addNoise(
      canvas,
      () => 2600,
      () => 0.012,
      { resonance: 1.4 },
    );
  },
  hum(canvas, seconds) {
    addTone(
      canvas,
      0,
      seconds,
      () => 50,
      () => 0.08,
      [1, 0.9, 0.3, 0.5, 0.1, 0.2],
    );
    addNoise(
      canvas,
      () => 480,
      () => 0.07,
      { resonance: 1.2 },
    );
  },
  spaceship(canvas, seconds) {
    const slow = wander(canvas.random, 0.12, 11);
    addTone(
      canvas,
      0,
      seconds,
      (t) => 41 * slow(t),
      () => 0.2,
      [1, 0.6, 0.2, 0.3],
    );
    addNoise(
      canvas,
      (t) => 330 * slow(t),
      () => 0.12,
      { resonance: 0.5 },
    );
    for (const time of chanceTimes(canvas.random, seconds, 0.14))
      addTone(
        canvas,
        time,
        0.09,
        () => 1480,
        () => 0.02,
      );
  },
  crowd(canvas, seconds) {
    // Many voices are a noise with the formants of speech, cut into syllables.
    for (const [hertz, level] of [
      [520, 0.2],
      [1150, 0.11],
      [2400, 0.05],
    ] as const) {
      const talk = wander(canvas.random, 0.8, 0.42);
      const flow = wander(canvas.random, 0.4, 3);
      addNoise(
        canvas,
        () => hertz,
        (t) => level * talk(t) * flow(t),
        { resonance: 0.35 },
      );
    }
    for (const time of chanceTimes(canvas.random, seconds, 0.35)) addStrike(canvas, time, body(2900, GLASS, 0.5), 0.05);
  },
  engine(canvas, seconds) {
    engine(canvas, seconds, 46, 0.14);
  },
  train(canvas, seconds) {
    engine(canvas, seconds, 31, 0.3);
    for (let time = 0.3; time < seconds; time += 1.15)
      for (const at of [0, 0.13]) addBurst(canvas, time + at, { seconds: 0.16, hertz: 420, level: 0.7 });
  },
  fire(canvas, seconds) {
    const roar = wander(canvas.random, 0.5, 1.3);
    addNoise(
      canvas,
      () => 210,
      (t) => 0.6 * roar(t),
      { kind: 'low', resonance: 1.2 },
    );
    addNoise(
      canvas,
      () => 2600,
      (t) => 0.05 * roar(t),
      { resonance: 1.3 },
    );
    for (const time of chanceTimes(canvas.random, seconds, 14))
      addBurst(canvas, time, {
        seconds: canvas.random.range(0.01, 0.05),
        hertz: canvas.random.range(1500, 6000),
        level: canvas.random.range(0.2, 1),
      });
  },
  static(canvas) {
    const tune = wander(canvas.random, 0.6, 1.9);
    addNoise(
      canvas,
      (t) => 2000 * tune(t),
      (t) => 0.25 * tune(t * 3),
      { resonance: 0.7 },
    );
    for (const time of chanceTimes(canvas.random, canvas.samples.length / canvas.sampleRate, 20))
      addBurst(canvas, time, { seconds: 0.02, hertz: 5000, level: 0.5 });
  },
  explosion(canvas) {
    addBurst(canvas, 0.05, { seconds: 0.25, hertz: 5200, level: 2.2 });
    addBurst(canvas, 0.05, { seconds: 3, hertz: 240, level: 3.4, attackSeconds: 0.01 });
    addTone(
      canvas,
      0.05,
      1.6,
      (t) => 34 + 70 * Math.exp(-t * 9),
      (t) => 1.1 * Math.exp(-t * 2.6),
    );
  },
  thunder(canvas) {
    addBurst(canvas, 0.05, { seconds: 0.5, hertz: 1900, level: 1.2 });
    for (const [at, level] of [
      [0.1, 1.8],
      [0.6, 1.2],
      [1.3, 0.9],
    ] as const)
      addBurst(canvas, at, { seconds: 3, hertz: 120, level: level * 1.6, attackSeconds: 0.1 });
  },
  gunshot(canvas) {
    addBurst(canvas, 0.02, { seconds: 0.09, hertz: 7000, level: 3 });
    addBurst(canvas, 0.02, { seconds: 0.7, hertz: 650, level: 1.8 });
  },
  door(canvas) {
    addTone(
      canvas,
      0.02,
      0.35,
      (t) => 310 + 160 * t + 20 * Math.sin(t * 60),
      (t) => 0.04 * Math.sin((Math.PI * t) / 0.35),
      [1, 0.6, 0.5, 0.3],
    );
    slam(canvas, 0.42, 1);
  },
  slam(canvas) {
    slam(canvas, 0.03, 1.4);
  },
  knock(canvas) {
    for (const at of [0.05, 0.27, 0.5]) {
      addStrike(canvas, at, body(190, WOOD, 0.16), 0.9);
      addBurst(canvas, at, { seconds: 0.03, hertz: 1800, level: 0.5 });
    }
  },
  click(canvas) {
    addStrike(canvas, 0.04, body(1700, METAL, 0.05), 0.7);
    addBurst(canvas, 0.04, { seconds: 0.012, hertz: 6000, level: 0.7 });
  },
  phone(canvas, seconds) {
    for (let time = 0.05; time < seconds - 0.3; time += 1.9) {
      addTone(
        canvas,
        time,
        Math.min(1, seconds - time),
        (t) => (Math.floor(t * 20) % 2 === 0 ? 853 : 960),
        () => 0.24,
        [1, 0.3, 0.12],
      );
    }
  },
  beep(canvas, seconds) {
    for (let time = 0.1; time < seconds - 0.15; time += 0.95)
      addTone(
        canvas,
        time,
        0.11,
        () => 988,
        () => 0.26,
      );
  },
  bell(canvas) {
    addStrike(canvas, 0.05, body(330, BELL, 3.6), 0.7);
  },
  siren(canvas, seconds) {
    addTone(
      canvas,
      0,
      seconds,
      (t) => 760 + 320 * Math.sin((2 * Math.PI * t) / 3.1),
      () => 0.2,
      [1, 0.35, 0.2],
    );
  },
  horn(canvas, seconds) {
    addTone(
      canvas,
      0.05,
      Math.min(1.8, seconds - 0.1),
      () => 131,
      (t) => 0.32 * Math.min(1, t * 9),
      [1, 0.8, 0.7, 0.5, 0.4, 0.3, 0.2],
    );
  },
  footsteps(canvas, seconds) {
    footsteps(canvas, seconds, 1.8, 900);
  },
  running(canvas, seconds) {
    footsteps(canvas, seconds, 3.1, 1300);
  },
  glass(canvas) {
    addBurst(canvas, 0.03, { seconds: 0.12, hertz: 7000, level: 1.1 });
    for (const time of chanceTimes(canvas.random, 0.6, 40))
      addStrike(canvas, 0.03 + time, body(canvas.random.range(1800, 5200), GLASS, 0.35), 0.3 * Math.exp(-3 * time));
  },
  splash(canvas, seconds) {
    addBurst(canvas, 0.04, { seconds: Math.min(1.2, seconds), hertz: 1700, level: 1.5, attackSeconds: 0.03 });
    raindrops({ ...canvas }, Math.min(1, seconds), 40, 0.4);
  },
  thud(canvas) {
    addBurst(canvas, 0.04, { seconds: 0.35, hertz: 210, level: 2.2 });
    addStrike(canvas, 0.04, body(72, WOOD, 0.25), 0.9);
  },
  scrape(canvas, seconds) {
    const drag = wander(canvas.random, 0.9, 0.3);
    const length = Math.min(seconds, 1.2);
    addNoise(
      canvas,
      (t) => 850 * drag(t),
      (t) => (t < length ? 0.3 * drag(t * 2) * Math.sin((Math.PI * t) / length) : 0),
      { resonance: 0.25 },
    );
  },
  match(canvas) {
    addBurst(canvas, 0.05, { seconds: 0.5, hertz: 5200, level: 0.7, attackSeconds: 0.05 });
    addBurst(canvas, 0.3, { seconds: 0.9, hertz: 900, level: 0.7, attackSeconds: 0.1 });
  },
  whoosh(canvas, seconds) {
    const length = Math.min(seconds, 0.9);
    addNoise(
      canvas,
      (t) => 350 + 2200 * Math.sin((Math.PI * t) / length),
      (t) => (t < length ? 0.5 * Math.sin((Math.PI * t) / length) ** 2 : 0),
      { resonance: 0.4 },
    );
  },
  clock(canvas, seconds) {
    for (let time = 0.1; time < seconds; time += 0.5)
      addStrike(canvas, time, body(2100, METAL, 0.03), Math.round(time * 2) % 2 ? 0.3 : 0.4);
  },
  heartbeat(canvas, seconds) {
    for (let time = 0.1; time < seconds; time += 0.92)
      for (const at of [0, 0.24])
        addTone(
          canvas,
          time + at,
          0.14,
          (t) => 62 - 120 * t,
          (t) => 0.8 * Math.exp(-t * 16),
        );
  },
  gull(canvas) {
    gull(canvas, 0.1);
  },
  bird(canvas, seconds) {
    for (const time of chanceTimes(canvas.random, seconds, 1.2)) bird(canvas, time);
  },
  dog(canvas, seconds) {
    for (const at of [0.1, 0.42, 0.95].filter((time) => time < seconds - 0.2)) {
      addTone(
        canvas,
        at,
        0.16,
        (t) => 480 - 900 * t * t,
        (t) => 0.5 * Math.sin((Math.PI * t) / 0.16),
        [1, 0.8, 0.6, 0.4, 0.3],
      );
      addBurst(canvas, at, { seconds: 0.14, hertz: 1400, level: 0.7, attackSeconds: 0.02 });
    }
  },
  car(canvas, seconds) {
    addTone(
      canvas,
      0,
      seconds,
      (t) => 62 + 26 * (t / seconds),
      (t) => 0.3 * Math.sin((Math.PI * Math.min(t, seconds)) / seconds),
      [1, 0.7, 0.6, 0.3, 0.2],
    );
    addNoise(
      canvas,
      () => 600,
      (t) => 0.14 * Math.sin((Math.PI * t) / seconds),
      { resonance: 0.9 },
    );
  },
  applause(canvas, seconds) {
    for (const time of chanceTimes(canvas.random, seconds, 160))
      addBurst(canvas, time, { seconds: 0.02, hertz: canvas.random.range(1200, 3200), level: canvas.random.range(0.15, 0.5) });
  },
} satisfies Record<string, Recipe>;
