import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, test } from 'vitest';
import { type Action, ACTIONS, PLAIN_LOOK, poseOf } from '../figure/index.js';
import { findPlace } from '../places/index.js';
import type { Mark, Place } from '../places/place.js';
import { Scene } from '../world/scene.js';
import { sub, type V3 } from '../world/vector.js';
import { actOn } from './act.js';
import { bringTogether } from './blocking.js';
import { stageCast } from './cast.js';
import { freeFloor } from './free-floor.js';
import type { CastMember } from './shot-description.js';

function build(words: string): { scene: Scene; place: Place } {
  const { grammar } = findPlace(words, undefined, []);
  const scene = new Scene();
  const place = grammar.build(scene, createRandom(7), { words: words.toLowerCase(), time: 'day', weather: 'clear' });
  return { scene, place };
}

function away(a: Mark, b: Mark): number {
  const [x, , z] = sub(a.at, b.at);
  return Math.hypot(x, z);
}

/** A floor with a wall, and people far from each other. */
function hall(...at: readonly (readonly [number, number, Mark['kind']?])[]): { scene: Scene; place: Place } {
  const scene = new Scene();
  scene.box([0, -0.1, 0], 30, 0.1, 30, { tone: 1 });
  const marks = at.map(([x, z, kind = 'stand']): Mark => ({ at: [x, 0, z], yaw: 0, kind, seatHeight: 0.45 }));
  const views = [{ eye: [0, 1.6, 9] as V3, target: [0, 1, 0] as V3, fov: 45 }];
  return { scene, place: { marks, views, centre: [0, 0, 0], radius: 12, interior: false } };
}

describe('bringTogether', () => {
  test.each(['two-shot', 'over-shoulder', 'medium', 'close'] as const)('a %s brings a far pair to talking distance', (size) => {
    const { scene, place } = hall([-4, 0], [4, 1]);
    const [a, b] = bringTogether(place.marks, size, scene, place);
    expect(a).toBe(place.marks[0]);
    expect(away(a, b)).toBeGreaterThan(1.1);
    expect(away(a, b)).toBeLessThan(1.9);
    // On the same side as before, and turned to the other.
    expect(b.at[0]).toBeGreaterThan(a.at[0]);
    expect(Math.sin(b.yaw) * (a.at[0] - b.at[0]) + Math.cos(b.yaw) * (a.at[2] - b.at[2])).toBeGreaterThan(1);
  });

  test('who stays is the same in shot and reverse shot', () => {
    const { scene, place } = hall([-4, 0], [4, 1]);
    const [a, b] = bringTogether(place.marks, 'over-shoulder', scene, place);
    expect(bringTogether(place.marks.toReversed(), 'over-shoulder', scene, place)).toEqual([b, a]);
  });

  test('a pair at talking distance stays, and so do two who sit', () => {
    for (const { scene, place } of [hall([0, 0], [2, 0]), hall([-3, 0, 'sit'], [3, 0, 'sit'])]) {
      expect(bringTogether(place.marks, 'two-shot', scene, place)).toEqual(place.marks);
    }
  });

  test('who sits is not talked to from behind', () => {
    const { scene, place } = hall([0, -6], [0, 0, 'sit']);
    const [standing, seated] = bringTogether(place.marks, 'over-shoulder', scene, place);
    expect(seated).toBe(place.marks[1]);
    // Not from behind: at most a little past the shoulder.
    expect(standing.at[2]).toBeGreaterThan(-0.7);
    expect(away(standing, seated)).toBeLessThan(2.3);
  });

  test('nobody is put into furniture, behind a wall, off the floor or onto somebody', () => {
    const { scene, place } = hall([-6, 0], [6, 0], [6, 3]);
    scene.box([-4.5, 0, 0], 0.8, 1, 1.2, { tone: 0.5 });
    const marks = bringTogether(place.marks, 'full', scene, place);
    for (const mark of marks) {
      expect(Math.abs(mark.at[0] + 4.5) > 0.55 || Math.abs(mark.at[2]) > 0.75).toBe(true);
      for (const other of marks) if (other !== mark) expect(away(mark, other)).toBeGreaterThan(0.55);
    }
    expect(Math.max(...marks.flatMap((a) => marks.map((b) => away(a, b))))).toBeLessThan(4.1);
  });

  test('an extreme wide shot leaves everybody, and nobody moves where nothing is free', () => {
    const { scene, place } = hall([-4, 0], [4, 0]);
    expect(bringTogether(place.marks, 'extreme-wide', scene, place)).toEqual(place.marks);
    expect(bringTogether(place.marks, 'two-shot', new Scene(), place)).toEqual(place.marks);
  });

  test.each(['HARBOUR', 'COURTROOM', 'STREET', 'HOSPITAL CORRIDOR', 'FOREST'])('in the %s everybody stands free', (words) => {
    const { scene, place } = build(words);
    for (const pair of [
      [0, 2],
      [1, 4],
      [0, 5],
    ]) {
      const marks = pair.map((i) => place.marks[i % place.marks.length]);
      const placed = bringTogether(marks, 'two-shot', scene, place);
      for (const mark of placed.filter((one) => !marks.includes(one))) {
        expect(freeFloor(scene, place, mark.at, 1).stand(mark.at[0], mark.at[2])).toBeDefined();
        expect(away(placed[0], placed[1])).toBeLessThan(2.3);
      }
    }
  });
});

describe('actOn', () => {
  const member: CastMember = { name: 'TEO', look: PLAIN_LOOK };
  const { scene, place } = hall([0, 0], [3, 0, 'sit'], [-3, 0, 'lie']);
  const [stand, sit, bed] = place.marks;

  test('who sleeps on a seat sits, with closed eyes', () => {
    expect(actOn(place, scene, sit, { ...member, action: 'sleeps' }, '', [sit])).toMatchObject({
      mark: sit,
      action: 'sitSlump',
      seated: true,
      asleep: true,
    });
    expect(actOn(place, scene, stand, member, 'Teo sleeps on the chair by the door.', [stand]).mark).toBe(sit);
  });

  test('a ship that lies at the quay lays nobody down, and who sits looks for a seat', () => {
    const ship = 'The Kittiwake lies at the quay, her rail torn away.';
    expect(actOn(place, scene, stand, member, ship, [stand])).toMatchObject({ mark: stand, action: 'stand' });
    expect(actOn(place, scene, stand, member, 'Teo sits on a crate, holding a mug.', [stand])).toMatchObject({
      mark: sit,
      seated: true,
    });
  });

  test('who lies goes to a free bed, or lies on the floor', () => {
    expect(actOn(place, scene, stand, { ...member, action: 'sleeps' }, '', [stand]).mark).toBe(bed);
    expect(actOn(place, scene, stand, { ...member, action: 'sleeps' }, '', [stand, bed]).mark).toMatchObject({
      at: stand.at,
      kind: 'lie',
      seatHeight: 0,
    });
  });
});

describe('stageCast', () => {
  /** What these actions do has no ground under it. */
  const inTheAir = (action: Action): boolean => poseOf(action).rest === 'air';

  const lying = ACTIONS.filter((action) => ['bed', 'floor'].includes(poseOf(action).rest));
  test.each([
    ['KITCHEN', ACTIONS],
    ['BEDROOM', lying],
    ['HARBOUR', lying],
  ] as const)('in the %s the lowest point of everybody is on the floor or the seat, whatever they do', (words, actions) => {
    const { place, scene } = build(words);
    const kinds = ['stand', 'sit', 'lie'] as const;
    for (const kind of kinds) {
      const mark = place.marks.findIndex((one) => (one.kind ?? 'stand') === kind);
      if (mark < 0) continue;
      for (const action of actions) {
        if (inTheAir(action)) continue;
        const alone = new Scene();
        const cast = [{ name: 'ANN', look: { ...PLAIN_LOOK, costume: 'shirt' }, action, mark }];
        const [staged] = stageCast(alone, scene, place, { place: words, time: 'DAY', size: 'extreme-wide', cast });
        let lowest = Infinity;
        for (let i = 1; i < alone.pos.length; i += 3) lowest = Math.min(lowest, alone.pos[i]);
        const { at, seatHeight = 0.45 } = staged.mark;
        const stays = staged.mark.kind === 'sit' || staged.mark.kind === 'drive';
        const ground = at[1] + (staged.mark.kind === 'lie' ? seatHeight : 0);
        const label = `${action} on a mark to ${kind}`;
        // Legs of who sits high hang from the seat; nobody's reach through the floor.
        if (stays) expect(lowest, label).toBeLessThan(ground + Math.max(0.05, seatHeight - 0.2));
        else expect(lowest, label).toBeLessThan(ground + 0.03);
        expect(lowest, label).toBeGreaterThan(ground - 0.03);
      }
    }
  });
});
