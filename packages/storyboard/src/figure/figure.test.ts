import { afterEach, describe, expect, it } from 'vitest';
import { Scene } from '../world/scene.js';
import { toLocal } from '../world/vector.js';
import { costumeNames, registerCostume } from './costumes.js';
import { EXPRESSIONS } from './expression.js';
import { type Actor, addActor, faceOf, forgetFigures } from './figure.js';
import { BEARD_STYLES, GLASSES_STYLES, HAIR_STYLES, HAT_STYLES, type Look, PLAIN_LOOK } from './look.js';
import { MOUTHS } from './mouths.js';
import { ACTIONS } from './poses.js';
import { PROP_NAMES } from './props.js';

const woman: Look = { ...PLAIN_LOOK, female: true, height: 1.66, hair: 'bob' };

function drawn(actor: Partial<Actor>): { scene: Scene; placed: ReturnType<typeof addActor> } {
  const scene = new Scene();
  const placed = addActor(scene, { look: PLAIN_LOOK, at: [0, 0, 0], yaw: 0, action: 'stand', detail: 0.2, ...actor });
  return { scene, placed };
}

function sound({ pos, nrm, idx, lab, decals, surfaces }: Scene): boolean {
  const numbers = [pos, nrm].every((list) => Array.from(list).every(Number.isFinite));
  const indices = Array.from(idx).every((i) => i >= 0 && i < pos.length / 3);
  const labels = lab.length === idx.length / 3 && Array.from(lab).every((l) => l in surfaces);
  return idx.length > 3000 && numbers && indices && labels && decals.every((decal) => decal.pts.flat().every(Number.isFinite));
}

afterEach(forgetFigures);

describe('addActor', () => {
  it.each(ACTIONS)('builds finite triangles for %s', (action) => {
    expect(sound(drawn({ action }).scene)).toBe(true);
  });

  it.each(costumeNames())('builds finite triangles for the costume %s', (costume) => {
    expect(sound(drawn({ look: { ...PLAIN_LOOK, costume }, detail: 0.4 }).scene)).toBe(true);
    expect(sound(drawn({ look: { ...woman, costume, seed: 2 }, action: 'sit' }).scene)).toBe(true);
  });

  it.each(HAIR_STYLES)('builds finite triangles for the hair %s', (hair) => {
    expect(sound(drawn({ look: { ...woman, hair }, detail: 0.4 }).scene)).toBe(true);
  });

  it.each(HAT_STYLES)('builds finite triangles for the hat %s', (hat) => {
    expect(sound(drawn({ look: { ...PLAIN_LOOK, hat } }).scene)).toBe(true);
  });

  it.each([...BEARD_STYLES, ...GLASSES_STYLES])('builds finite triangles with %s on the face', (kind) => {
    const look = {
      ...PLAIN_LOOK,
      ...((BEARD_STYLES as readonly string[]).includes(kind) ? { beard: kind } : { glasses: kind }),
    } as Look;
    expect(sound(drawn({ look, detail: 0.6 }).scene)).toBe(true);
  });

  it.each(PROP_NAMES)('puts a %s into the hand', (prop) => {
    const bare = drawn({ prop: null }).scene.idx.length;
    expect(drawn({ prop }).scene.idx.length).toBeGreaterThan(bare);
  });

  it('stands on the floor and is as tall as its look says', () => {
    for (const look of [PLAIN_LOOK, woman, { ...PLAIN_LOOK, age: 7, height: 1.22 }]) {
      const { scene } = drawn({ look: { ...look, hair: 'shaved' }, variation: null });
      const ys = Array.from(scene.pos).filter((_, i) => i % 3 === 1);
      const [low, high] = ys.reduce(([a, b], y) => [Math.min(a, y), Math.max(b, y)], [9, -9]);
      expect(low).toBeGreaterThan(-0.02);
      expect(low).toBeLessThan(0.02);
      expect(Math.abs(high - look.height)).toBeLessThan(look.height * 0.035);
    }
  });

  it('sits on the seat: nothing but legs hangs below it and the body touches it', () => {
    for (const seatHeight of [0.42, 0.5, 0.7]) {
      const { scene, placed } = drawn({ action: 'sit', seatHeight, variation: null });
      let lowest = 9;
      for (let i = 0; i < scene.pos.length; i += 3) {
        const [x, y, z] = [scene.pos[i], scene.pos[i + 1], scene.pos[i + 2]];
        if (Math.abs(x - placed.pelvis[0]) < 0.12 && Math.abs(z - placed.pelvis[2]) < 0.08) lowest = Math.min(lowest, y);
      }
      expect(Math.abs(lowest - seatHeight)).toBeLessThan(0.04);
    }
  });

  it('lies on the bed', () => {
    const { scene } = drawn({ action: 'lie', seatHeight: 0.5, variation: null });
    const ys = Array.from(scene.pos).filter((_, i) => i % 3 === 1);
    expect(ys.reduce((a, b) => Math.min(a, b))).toBeGreaterThan(0.42);
    expect(ys.reduce((a, b) => Math.max(a, b))).toBeLessThan(0.95);
  });

  it('draws the same person twice in a row, from the kept parts and anew', () => {
    const first = drawn({ detail: 0.6 }).scene;
    const second = drawn({ detail: 0.6 }).scene;
    forgetFigures();
    const third = drawn({ detail: 0.6 }).scene;
    expect(Array.from(second.pos)).toEqual(Array.from(first.pos));
    expect(Array.from(third.pos)).toEqual(Array.from(first.pos));
    expect(third.decals).toEqual(first.decals);
  });

  it('moves and turns the whole figure with its mark', () => {
    const { placed } = drawn({ at: [3, 1, -2], yaw: Math.PI / 2, variation: null });
    expect(placed.feet).toEqual([3, 1, -2]);
    expect(placed.head.z[0]).toBeGreaterThan(0.95);
    expect(placed.eye[1] - 1).toBeGreaterThan(1.5);
  });

  it('looks at a point in the world from wherever it stands', () => {
    const { placed } = drawn({ at: [2, 0, 2], yaw: Math.PI, lookAt: [2, 1.6, -5], variation: null });
    expect(placed.head.z[2]).toBeLessThan(-0.95);
  });

  it('takes a costume of the user', () => {
    registerCostume({ name: 'test-sack', words: ['sack'], build: (tailor) => void tailor.torso(tailor.piece(tailor.look.top)) });
    expect(sound(drawn({ look: { ...PLAIN_LOOK, costume: 'test-sack' } }).scene)).toBe(true);
  });

  it('names what is wrong with an actor', () => {
    expect(() => drawn({ look: { ...PLAIN_LOOK, costume: 'chain mail' } })).toThrow(/costume 'chain mail' is not registered/);
    expect(() => drawn({ look: { ...PLAIN_LOOK, height: Number.NaN } })).toThrow(/look.height/);
    expect(() => drawn({ prop: 'sword' as never })).toThrow(/no prop 'sword'/);
    expect(() => registerCostume({ name: '', words: [], build: () => undefined })).toThrow(TypeError);
  });
});

describe('faceOf', () => {
  const people = [PLAIN_LOOK, { ...woman, age: 70 }, { ...PLAIN_LOOK, age: 5, height: 1.1 }].map(
    (look) => drawn({ look, detail: 0.6 }).placed,
  );

  it.each([...MOUTHS, ...EXPRESSIONS])('keeps the face %s within the head', (state) => {
    const face = (MOUTHS as readonly string[]).includes(state) ? { mouth: state } : { expression: state };
    for (const placed of people) {
      const decals = faceOf(placed, face as never);
      expect(decals.length).toBeGreaterThan(12);
      for (const point of decals.flatMap((decal) => decal.pts)) {
        const [x, y, z] = toLocal(placed.head, point).map((v) => v / placed.headH);
        expect(Math.abs(x)).toBeLessThan(0.42);
        expect(y).toBeGreaterThan(-0.56);
        expect(y).toBeLessThan(0.4);
        expect(z).toBeGreaterThan(-0.2);
        expect(z).toBeLessThan(0.56);
      }
    }
  });

  it('changes only the face: its marks stand where addActor put them', () => {
    const { scene, placed } = drawn({ detail: 0.6 });
    const [from, to] = placed.faceDecals;
    expect(scene.decals.slice(from, to)).toEqual(faceOf(placed));
    expect(faceOf(placed, { mouth: 'a' })).not.toEqual(faceOf(placed, { mouth: 'm' }));
    expect(faceOf(placed, { lid: 0 }).length).toBeLessThan(faceOf(placed).length);
  });

  it('says which expressions it knows', () => {
    expect(() => faceOf(drawn({}).placed, { expression: 'smug' as never })).toThrow(/no expression 'smug'.*neutral/);
  });
});
