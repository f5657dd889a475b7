/** @file Further framings of a place whose own views are used up: what a second unit would bring home. */
import type { Place, View } from '../places/place.js';
import { type V3, add, clamp, cross, len, mad, mix3, norm, sub } from '../world/vector.js';

/**
 * A framing beyond a place's own.
 *
 * @param view - The view that is varied.
 * @param place - Its lamp, exit and marks are what details show.
 * @param number - Which variation; below 0 is the view itself. After seven they come again from a little aside.
 * @returns The view. It may lie outside of the place's bounds; the framing brings it back.
 */
export function variedView(view: View, place: Place, number: number): View {
  if (number < 0) return view;
  const { eye, target, fov } = view;
  const way = sub(target, eye);
  const reach = Math.min(len(way), 24);
  const right = norm(cross(norm(way), [0, 1, 0]));
  const floor = place.marks[0].at;
  const aside = reach * 0.06 * Math.floor(number / 7);
  const from = (sideways: number, up: number, nearer: number): V3 =>
    add(mad(mix3(eye, [target[0], eye[1], target[2]], nearer * Math.min(1, 24 / len(way))), right, reach * sideways + aside), [
      0,
      up,
      0,
    ]);
  const aimedBeside = (sideways: number, up = 0): V3 => add(mad(target, right, len(way) * sideways), [0, up, 0]);
  const detail = (of: V3, lens: number, nearer: number): View => {
    const there = mix3(eye, of, nearer);
    return {
      eye: [there[0] + right[0] * aside, Math.max(floor[1] + 0.5, there[1]), there[2] + right[2] * aside],
      target: of,
      fov: lens,
    };
  };
  switch (number % 7) {
    case 0:
      // A longer lens, what matters in the left third.
      return { eye: from(0, 0, 0.12), target: aimedBeside(0.1), fov: fov * 0.58 };
    case 1: {
      const lamp = place.lamp ?? add(place.exit ?? floor, [0, 1.1, 0]);
      // A high one with what carries it.
      const drop = Math.max(0, lamp[1] - floor[1] - 2) * 0.3;
      return detail(add(lamp, [0, -drop, 0]), clamp(fov * 0.6, 22, 34), 0.45);
    }
    case 2: {
      // Near the ground, the other third.
      const low = from(-0.1, 0, 0.05);
      return { eye: [low[0], Math.min(low[1], floor[1] + 0.55), low[2]], target: aimedBeside(-0.12, 0.3), fov };
    }
    case 3:
      return detail(add(place.exit ?? place.centre, [0, 1.2, 0]), clamp(fov * 0.66, 24, 36), 0.35);
    case 4:
      // From above.
      return { eye: from(0.12, Math.min(4, reach * 0.3), 0), target: mix3(target, floor, 0.5), fov: Math.min(62, fov * 1.12) };
    case 5:
      // The landmark that the establishing view looks at, alone.
      return { eye: from(-0.04, 0.1, 0.2), target: place.views[0].target, fov: clamp(fov * 0.42, 17, 26) };
    default:
      return { eye: from(0.28, 0.2, 0.1), target: mix3(target, floor, 0.3), fov: fov * 0.85 };
  }
}
