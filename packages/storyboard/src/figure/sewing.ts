/** @file Parts that several costumes share. */
import { type Paint } from './look.js';
import type { Piece, Tailor } from './tailor.js';

/** Brown leather of shoes and belts. */
export const leather: Paint = { tone: 0.18, tint: [1, 0.88, 0.78] };
/** Stiff: no folds. */
export const LEATHER = { folds: false };
/** A shirt that shows in the opening of what is worn over it, cut down to `low`. */
export const shirtUnder = (t: Tailor, over: Piece, low: number, paint = t.look.accent): Piece => {
  const shirt = t.torso(t.piece(paint), { puff: -0.001, hem: -0.04, sleeves: 0.2, sleeveWidth: 0.6 });
  t.ring(shirt, { thick: 0.0105, radius: 0.0405, open: 0.3, rise: 0.003 });
  t.open(over, low);
  for (const s of [1, -1]) t.line(shirt, [s * 0.004, 0.985, s * 0.024, 0.9, s * 0.034, 0.96], 1);
  return shirt;
};
/** A belt with its buckle, drawn on a garment. */
export const belt = (t: Tailor, over: Piece, y = 0.16): void => {
  t.line(over, [-0.075, y + 0.03, 0.075, y + 0.03], 1);
  t.line(over, [-0.075, y - 0.03, 0.075, y - 0.03], 1);
  t.line(over, [-0.012, y + 0.04, 0.012, y + 0.04, 0.012, y - 0.04, -0.012, y - 0.04, -0.012, y + 0.04], 1.2);
};
/** A tie on a shirt. */
export const tie = (t: Tailor, over: Piece, paint: Paint, bottom = 0.24): void => {
  const piece = t.piece(paint, { ...LEATHER, fine: 0.7 });
  t.patch(piece, over, { top: 0.99, bottom: 0.93, wideTop: 0.011, wideBottom: 0.009, thick: 0.01 });
  t.patch(piece, over, { top: 0.93, bottom, wideTop: 0.007, wideBottom: 0.014 });
};
/** Lapels, edge, buttons and pockets of a jacket that closes at `low`. */
export const jacketFront = (t: Tailor, jacket: Piece, low: number): void => {
  t.lapels(jacket, low);
  t.line(jacket, [0.004, low, 0.004, 0.1, 0.012, -0.14], 1.1);
  t.buttons(jacket, 0.014, [low - 0.06, low - 0.22]);
  for (const s of [1, -1]) t.pocket(jacket, s * 0.055, 0.05);
  t.line(jacket, [0.042, 0.74, 0.066, 0.75], 1);
};
/** Button strip and collar of a shirt. */
export const shirtFront = (t: Tailor, shirt: Piece): void => {
  t.line(shirt, [0, 0.95, 0, 0.1], 0.8, { alpha: 0.6 });
  t.buttons(shirt, 0.004, [0.85, 0.65, 0.45, 0.25]);
  for (const s of [1, -1]) t.line(shirt, [s * 0.006, 0.985, s * 0.032, 0.9, s * 0.045, 0.97], 1.1);
};
/** Jacket, coat and uniform share a body; a collar stands round the neck. */
export const outer = (t: Tailor, paint: Paint, o: { puff: number; hem: number; collar?: number }): Piece => {
  const piece = t.torso(t.piece(paint), { puff: o.puff, hem: o.hem, sleeveWidth: 1.05 });
  return t.ring(piece, { thick: 0.0125, open: 0.75, rise: 0.013, radius: 0.047 + (o.collar ?? 0), tilt: 0.02 });
};
