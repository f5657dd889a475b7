/**
 * @file Feelings as a face shows them: brows, lids and mouth, after the action units of Ekman and Friesen's coding system,
 * each placed on valence and arousal so that other models of emotion can find the nearest.
 */
import type { MouthName } from './mouths.js';

/** Names of the expressions. */
export const EXPRESSIONS = [
  'neutral',
  'happy',
  'sad',
  'angry',
  'afraid',
  'surprised',
  'disgusted',
  'tired',
  'determined',
  'tender',
  'suspicious',
  'pained',
] as const;
/** Name of an expression. */
export type ExpressionName = (typeof EXPRESSIONS)[number];

/** A face's state. Brow values in −1 … 1. */
export interface Expression {
  /** −1 unpleasant … 1 pleasant. */
  valence: number;
  /** −1 calm … 1 excited. */
  arousal: number;
  /** Inner and outer ends of the brows, up or down. */
  browInner: number;
  browOuter: number;
  /** Opening of the eyes: 0 shut, 1 normal, 1.4 wide. */
  lid: number;
  /** Lower lids raised, 0 … 1: squint, smile with the eyes. */
  squint: number;
  /** Cheeks raised and folds from nose to mouth deepened, 0 … 1. */
  fold: number;
  /** The mouth while nothing is said. */
  mouth: MouthName;
  /** Added to the corners of a speaking mouth, −1 … 1. */
  corner: number;
}

const face = (
  valence: number,
  arousal: number,
  browInner: number,
  browOuter: number,
  lid: number,
  squint: number,
  fold: number,
  mouth: MouthName,
  corner: number,
): Expression => ({
  valence,
  arousal,
  browInner,
  browOuter,
  lid,
  squint,
  fold,
  mouth,
  corner,
});

/** The expressions by name. */
export const EXPRESSION_SHAPES: Record<ExpressionName, Expression> = {
  neutral: face(0, 0, 0, 0, 1, 0, 0, 'rest', 0),
  happy: face(0.8, 0.4, 0.1, 0.15, 0.92, 0.55, 0.7, 'smile', 0.8),
  sad: face(-0.7, -0.4, 0.85, -0.45, 0.78, 0.1, 0.2, 'grim', -0.7),
  angry: face(-0.7, 0.7, -1, 0.25, 0.86, 0.4, 0.5, 'grim', -0.5),
  afraid: face(-0.7, 0.8, 0.9, 0.1, 1.35, 0.05, 0.1, 'open', -0.4),
  surprised: face(0.1, 0.8, 0.8, 0.8, 1.4, 0, 0, 'open', 0),
  disgusted: face(-0.7, 0.2, -0.6, 0, 0.75, 0.6, 1, 'pout', -0.6),
  tired: face(-0.3, -0.8, 0.15, -0.2, 0.58, 0, 0.2, 'rest', -0.2),
  determined: face(0.1, 0.5, -0.6, 0.1, 0.9, 0.3, 0.2, 'm', -0.15),
  tender: face(0.6, -0.3, 0.35, 0, 0.84, 0.25, 0.3, 'smile', 0.45),
  suspicious: face(-0.3, 0.2, -0.45, 0.35, 0.72, 0.5, 0.1, 'm', -0.2),
  pained: face(-0.8, 0.5, 0.5, -0.5, 0.5, 0.8, 0.8, 'i', -0.6),
};

/**
 * The expression nearest to a valence and arousal.
 *
 * @example
 * ```ts
 * import { expressionNear } from '@filmai/storyboard/figure';
 *
 * console.log(expressionNear(0.9, 0.5), expressionNear(-0.7, -0.5)); // happy sad
 * ```
 */
export function expressionNear(valence: number, arousal: number): ExpressionName {
  const distance = (name: ExpressionName): number =>
    Math.hypot(EXPRESSION_SHAPES[name].valence - valence, EXPRESSION_SHAPES[name].arousal - arousal);
  return EXPRESSIONS.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}
