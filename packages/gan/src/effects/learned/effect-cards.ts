/** @file Cards of the learned effects: which file, how trained, how good, and where it falls short. */
import type { ModelCard } from '@filmai/core-tensor/models';
import type { EffectKind } from '../effect-options.js';

/** What is known of a learned effect. */
export interface EffectCard extends ModelCard {
  /** The command that trains it again, in the folder of this package. */
  trainedBy: string;
  /** Measured by the benchmark `effects` at seed 7, against simulated clips that no training has seen. */
  measured: {
    /** Flicker over that of the simulation. */
    flickerRatio: number;
    /** The same for a generator that was trained frame by frame. */
    flickerRatioPerFrame: number;
    /** Fréchet distance on motion energies, over that between two sets of simulated clips. */
    frechetMotionEnergy: number;
    /** The same before training. */
    frechetMotionEnergyUntrained: number;
  };
}

const TRAINING = 'node --conditions=@filmai/source --import tsx scripts/train-effects.ts';

/** Cards by effect. */
export const EFFECT_CARDS: Readonly<Record<EffectKind, EffectCard>> = {
  fire: {
    id: 'filmai-effect-fire-1',
    task: 'fire as moving pictures with alpha',
    source: { kind: 'npm', package: '@filmai/gan', path: '@filmai/gan/models/effects/fire.bin' },
    licence: 'Apache-2.0',
    sha256: '2cf12b8cd340cf6ae28aa228f4ff0819926bf61e838542a61dd43dc2f90ca972',
    bytes: 585_266,
    input: 'a seed, a size, wind and strength',
    trainedBy: `${TRAINING} fire --seed 7 --steps 400 --refine 80`,
    measured: {
      flickerRatio: 0.55,
      flickerRatioPerFrame: 1.4,
      frechetMotionEnergy: 2.86,
      frechetMotionEnergyUntrained: 50.57,
    },
    limits:
      'Flames have the colours, the dark edges and the pace of the simulated ones, and rounder shapes: fine tongues are lost, holes open in them at times, and pieces come off more often than in the simulation. Learned at 128 lines. Wind bends the picture of a fire in still air. Embers are drawn, not learned.',
  },
  smoke: {
    id: 'filmai-effect-smoke-1',
    task: 'smoke as moving pictures with alpha',
    source: { kind: 'npm', package: '@filmai/gan', path: '@filmai/gan/models/effects/smoke.bin' },
    licence: 'Apache-2.0',
    sha256: '9b1dccb6b768b50f24c123cad7b2d52bb05a296e8f0e86306355e52064f9bcec',
    bytes: 585_267,
    input: 'a seed, a size, wind and strength',
    trainedBy: `${TRAINING} smoke --seed 7 --steps 480 --refine 70`,
    measured: {
      flickerRatio: 0.67,
      flickerRatioPerFrame: 8.53,
      frechetMotionEnergy: 0.92,
      frechetMotionEnergyUntrained: 6.24,
    },
    limits:
      'A rising, billowing column, but the relief of its billows is mostly lost: soft shades where the simulation draws clear lit and dark sides; at times it lies along the ground. Learned at 128 lines and enlarged; wind bends the picture of smoke in still air.',
  },
  explosion: {
    id: 'filmai-effect-explosion-1',
    task: 'explosion as moving pictures with alpha',
    source: { kind: 'npm', package: '@filmai/gan', path: '@filmai/gan/models/effects/explosion.bin' },
    licence: 'Apache-2.0',
    sha256: 'd98977f7067b7eb508074ee651d5294157063aa25e327c7db9661e31e08ca108',
    bytes: 638_408,
    input: 'a seed, a size, wind and strength',
    trainedBy: `${TRAINING} explosion --seed 7 --steps 500 --refine 60`,
    measured: {
      flickerRatio: 0.45,
      flickerRatioPerFrame: 1.66,
      frechetMotionEnergy: 4.32,
      frechetMotionEnergyUntrained: 75.01,
    },
    limits:
      'Swells, cools to smoke and rises as the simulated ones do. The bright rim and the curls inside the ball are lost, a weak pattern of 8 pixels of the canvas can be seen in it, and its late smoke is mottled with a blue tint at the edges. Learned at 128 lines; gone after six seconds. Sparks and the flash are drawn, not learned.',
  },
  rain: {
    id: 'filmai-effect-rain-1',
    task: 'rain as moving pictures with alpha',
    source: { kind: 'npm', package: '@filmai/gan', path: '@filmai/gan/models/effects/rain.bin' },
    licence: 'Apache-2.0',
    sha256: '9ea623ec7c09b7f431dbfd14134e5bfe32319f404e88a8d99a79377bd17a26a1',
    bytes: 53_038,
    input: 'a seed, a size, wind and strength',
    trainedBy: `${TRAINING} rain --seed 7 --steps 260 --refine 30`,
    measured: {
      flickerRatio: 0.88,
      flickerRatioPerFrame: 1.23,
      frechetMotionEnergy: 2.2,
      frechetMotionEnergyUntrained: 1821.02,
    },
    limits:
      'Close to the simulation at 256 lines. Where drops fall is not learned but comes from the physics of falling: the network paints them. Pictures above 360 lines are enlarged, so streaks become broader than simulated ones.',
  },
  snow: {
    id: 'filmai-effect-snow-1',
    task: 'snow as moving pictures with alpha',
    source: { kind: 'npm', package: '@filmai/gan', path: '@filmai/gan/models/effects/snow.bin' },
    licence: 'Apache-2.0',
    sha256: '220c21a9ba47da6b3c476349b48cd4c69ce2de0d0ba7acaba59d1cc14c0fae9c',
    bytes: 54_356,
    input: 'a seed, a size, wind and strength',
    trainedBy: `${TRAINING} snow --seed 7 --steps 260 --refine 30`,
    measured: {
      flickerRatio: 0.96,
      flickerRatioPerFrame: 3.58,
      frechetMotionEnergy: 23.41,
      frechetMotionEnergyUntrained: 1172.43,
    },
    limits:
      'Close to the simulation at 256 lines, but the few flakes nearest to the camera are smaller and brighter than simulated ones, which are large soft discs. Where flakes fall is not learned but comes from the physics of falling: the network paints them. Pictures above 360 lines are enlarged.',
  },
};
