/** @file Every operation of TensorFlow.js that has a derivative, with inputs to try it on. */
import { elementwiseCases } from './elementwise-cases.js';
import { layoutCases } from './layout-cases.js';
import { networkCases } from './network-cases.js';
import type { OperationCase } from './operation-case.js';
import { pictureCases } from './picture-cases.js';
import { reductionCases } from './reduction-cases.js';
import { spectralCases } from './spectral-cases.js';

/** The cases, by subject. */
export const operationCases: readonly OperationCase[] = [
  ...elementwiseCases,
  ...reductionCases,
  ...layoutCases,
  ...pictureCases,
  ...spectralCases,
  ...networkCases,
];
