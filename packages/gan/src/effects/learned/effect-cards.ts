/** @file Cards of the learned effects: which file, how trained, how good, and where it falls short. */
import type { ModelCard } from '@filmai/core-tensor/models';
import type { EffectKind } from '../effect-options.js';

/** Cards by effect. */
export const EFFECT_CARDS: Readonly<Record<EffectKind, ModelCard>> = {
  fire: card('fire', '0b49dfdbf77b93e9db245b279b544fd04b957f48115ba2b7bfc34291d41db06a', 585266, ''),
  smoke: card('smoke', '699a6b717f7bc8b90eaa646d49035c81b63c80b008d09fe9bb0c649b6d5aa15b', 585267, ''),
  explosion: card('explosion', '', 0, ''),
  rain: card('rain', 'c0d154bf0bf5369d6b486650aac1184447c513c4c6f4d56a48f9dcee06fb2a1c', 112979, ''),
  snow: card('snow', '62d4e90e4a9f0b59ffc9361e4b1487003c6a35966b9fa3a19e793d6fd773ae09', 114753, ''),
};

function card(kind: EffectKind, sha256: string, bytes: number, limits: string): ModelCard {
  return {
    id: `filmai-effect-${kind}-1`,
    task: `${kind} as moving pictures with alpha`,
    source: { kind: 'npm', package: '@filmai/gan', path: `@filmai/gan/models/effects/${kind}.bin` },
    licence: 'Apache-2.0',
    sha256,
    bytes,
    input: 'a seed, wind, strength and a size',
    limits,
  };
}
