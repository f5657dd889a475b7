/** @file Sparks: glowing bits that fly with gravity and the drag of the air. */
import type { Frame } from '@filmai/core-tensor/frames';
import type { Random } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { drawStroke } from './strokes.js';

const GRAVITY = 9.81;

interface Spark {
  /** Metres from the origin, `y` downwards. */
  x: number;
  y: number;
  velocityX: number;
  velocityY: number;
  age: number;
  life: number;
  /** Share of the speed that the air takes in a second. */
  drag: number;
  /** Acceleration downwards; hot air carries light embers up. */
  weight: number;
}

/** The sparks of one effect. */
export class Sparks {
  private alive: Spark[] = [];

  constructor(
    private readonly random: Random,
    private readonly options: EffectOptions,
    private readonly sourceMetres: number,
  ) {}

  /** Throws sparks out on all sides, more of them upwards, at once. */
  burst(count: number, metresPerSecond: number): void {
    const { random } = this;
    for (let i = 0; i < count; i++) {
      const angle = random.normal(0, 1);
      const speed = metresPerSecond * random.range(0.35, 1) ** 0.7;
      this.alive.push(this.spark(angle, speed, random.range(0.5, 1.7), random.range(0.4, 1.2), GRAVITY));
    }
  }

  /** Lets light embers go up from the bed, a few in a second. */
  rise(perSecond: number): void {
    const { random } = this;
    for (let due = perSecond / this.options.fps; due > 0; due--) {
      if (random.chance(Math.min(1, due)))
        this.alive.push(this.spark(random.normal(0, 0.3), random.range(1, 2.4), random.range(0.7, 1.8), 0.8, -0.6));
    }
  }

  /** Moves all sparks by one frame and draws the way that each has gone. */
  draw(frame: Frame, time: number): void {
    const { fps, width, height, wind, origin, size } = this.options;
    const scale = (size * height) / this.sourceMetres;
    const thickness = (height / 720) * Math.min(1.6, Math.max(0.4, size / 0.4));
    const step = 1 / fps;
    for (const [i, spark] of this.alive.entries()) {
      const from: [number, number] = [origin.x * width + spark.x * scale, origin.y * height + spark.y * scale];
      const kept = Math.exp(-spark.drag * step);
      const air = 2.5 * wind + (spark.weight < 0 ? 1.1 * Math.sin(time * 5 + i * 2.4) : 0);
      spark.velocityX = air + (spark.velocityX - air) * kept;
      spark.velocityY = spark.velocityY * kept + spark.weight * step;
      spark.x += spark.velocityX * step;
      spark.y += spark.velocityY * step;
      spark.age += step;
      const fade = 1 - spark.age / spark.life;
      if (fade <= 0) continue;
      const to: [number, number] = [origin.x * width + spark.x * scale, origin.y * height + spark.y * scale];
      drawStroke(frame, from, to, {
        radius: thickness * (0.7 + 1.1 * fade),
        colour: [255, 130 + 110 * fade, 40 + 130 * fade],
        alpha: Math.sqrt(fade),
      });
    }
    this.alive = this.alive.filter((spark) => spark.age < spark.life);
  }

  private spark(angle: number, speed: number, life: number, drag: number, weight: number): Spark {
    const reach = 0.3 * this.sourceMetres;
    return {
      x: this.random.range(-reach, reach),
      y: -this.random.range(0, reach),
      velocityX: Math.sin(angle) * speed,
      velocityY: -Math.cos(angle) * speed,
      age: 0,
      life,
      drag,
      weight,
    };
  }
}
