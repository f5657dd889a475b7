import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGas, stepGas, type Gas, type GasPhysics } from './fluid.js';

const STILL: GasPhysics = { buoyancy: 0, wind: 0, swirl: 0, radiation: 0, mixing: 0, sooting: 0, clearing: 0 };

function blob(gas: Gas, field: Float32Array, column: number, row: number, amount = 1): void {
  for (let dy = -3; dy <= 3; dy++) {
    for (let dx = -3; dx <= 3; dx++) if (dx * dx + dy * dy <= 9) field[(row + dy) * gas.columns + column + dx] = amount;
  }
}

function centre({ columns }: Gas, field: Float32Array): { x: number; y: number; mass: number } {
  let x = 0;
  let y = 0;
  let mass = 0;
  for (const [i, value] of field.entries()) {
    mass += value;
    x += value * (i % columns);
    y += value * Math.floor(i / columns);
  }
  return { x: x / mass, y: y / mass, mass };
}

function energy({ faceX, faceY }: Gas): number {
  return [...faceX, ...faceY].reduce((sum, speed) => sum + speed * speed, 0);
}

describe('stepGas', () => {
  it('carries a blob where the flow goes, as far as it goes, and keeps its mass', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), fc.double({ min: -8, max: 8, noNaN: true }), (speedX, speedY) => {
        const gas = createGas(64, 64);
        gas.faceX.fill(speedX);
        gas.faceY.fill(speedY);
        blob(gas, gas.soot, 32, 32);
        const before = centre(gas, gas.soot);
        // One step, for the floor stops what goes down.
        stepGas(gas, { ...STILL, wind: 0 }, 0.01);
        gas.faceX.fill(speedX);
        gas.faceY.fill(speedY);
        for (let i = 0; i < 4; i++) {
          stepGas(gas, STILL, 0.25);
          gas.faceX.fill(speedX);
          gas.faceY.fill(speedY);
        }
        const after = centre(gas, gas.soot);
        expect(Math.sign(Math.round(after.x - before.x)) * Math.sign(speedX)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(after.x - before.x - speedX)).toBeLessThan(1);
        expect(Math.abs(after.mass / before.mass - 1)).toBeLessThan(0.05);
      }),
      { numRuns: 15 },
    );
  });

  it('blows with the wind, less near the floor', () => {
    const high = createGas(64, 64);
    const low = createGas(64, 64);
    blob(high, high.soot, 20, 10);
    blob(low, low.soot, 20, 58);
    for (let i = 0; i < 10; i++) for (const gas of [high, low]) stepGas(gas, { ...STILL, wind: 20 }, 0.1);
    expect(centre(high, high.soot).x).toBeGreaterThan(34);
    expect(centre(low, low.soot).x).toBeGreaterThan(21);
    expect(centre(low, low.soot).x).toBeLessThan(centre(high, high.soot).x - 5);
  });

  it('lifts what is hot and leaves what is cold', () => {
    const gas = createGas(64, 64);
    blob(gas, gas.heat, 32, 50);
    blob(gas, gas.soot, 32, 50);
    for (let i = 0; i < 40; i++) stepGas(gas, { ...STILL, buoyancy: 40 }, 0.04);
    expect(centre(gas, gas.soot).y).toBeLessThan(45);
    const cold = createGas(64, 64);
    blob(cold, cold.soot, 32, 50);
    for (let i = 0; i < 20; i++) stepGas(cold, { ...STILL, buoyancy: 40 }, 0.04);
    expect(centre(cold, cold.soot).y).toBeCloseTo(50, 5);
  });

  it('never blows up in ten seconds of burning and whirling', () => {
    const gas = createGas(48, 48);
    let most = 0;
    for (let i = 0; i < 240; i++) {
      blob(gas, gas.heat, 24, 42, 1.5);
      stepGas(gas, { buoyancy: 80, wind: 5, swirl: 8, radiation: 1, mixing: 1, sooting: 0.1, clearing: 0.1 }, 1 / 24);
      if (i === 60) most = energy(gas);
    }
    expect(energy(gas)).toBeGreaterThan(0);
    expect(energy(gas)).toBeLessThan(20 * most);
    expect(gas.heat.every((heat) => heat >= 0 && heat <= 1.5)).toBe(true);
  });

  it('keeps heat and soot within the range that they had, for any flow', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -400, max: 400, noNaN: true }), { minLength: 4, maxLength: 9 }), (speeds) => {
        const gas = createGas(32, 32);
        gas.faceX.forEach((_, i) => (gas.faceX[i] = speeds[i % speeds.length]));
        gas.faceY.forEach((_, i) => (gas.faceY[i] = speeds[(i * 7) % speeds.length]));
        blob(gas, gas.soot, 16, 16, 2);
        stepGas(gas, STILL, 0.05);
        expect(gas.soot.every((soot) => soot >= 0 && soot <= 2)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('cools hot gas faster than warm gas and makes soot of the heat that is lost', () => {
    const gas = createGas(32, 32);
    gas.heat[10 * 32 + 8] = 1.5;
    gas.heat[10 * 32 + 24] = 0.3;
    stepGas(gas, { ...STILL, radiation: 1, sooting: 0.5 }, 0.1);
    const hot = gas.heat[10 * 32 + 8];
    const warm = gas.heat[10 * 32 + 24];
    expect(1.5 / hot).toBeGreaterThan(0.3 / warm + 0.1);
    expect(gas.soot[10 * 32 + 8]).toBeCloseTo(0.5 * (1.5 - hot), 4);
  });
});
