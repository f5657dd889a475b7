/** @file What critics and generators minimise, and what keeps their game steady. */
export { createLoss, LOSS_NAMES } from './adversarial-loss.js';
export type { AdversarialLoss, LossChoice, LossName, LossOptions } from './adversarial-loss.js';
export { adversarialPlayers } from './adversarial-players.js';
export type { Adversary, AdversaryOptions, Judgement, Seen, SeenByCritic } from './adversarial-players.js';
export { withoutGradient } from './functional-weights.js';
export { gradientPenalty, r1Penalty } from './gradient-penalty.js';
export type { Judge } from './gradient-penalty.js';
export { drawAugmentation } from './picture-augmentation.js';
export type { Augmentation, AugmentationOptions } from './picture-augmentation.js';
export type { PenaltyOptions, Regularisers } from './regularisers.js';
export { applySpectralNorm } from './spectral-norm.js';
export type { SpectralNorm } from './spectral-norm.js';
export { afterUnrolledSteps } from './unrolled-steps.js';
export type { UnrolledOptions } from './unrolled-steps.js';
