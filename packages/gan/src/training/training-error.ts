/** @file A training that could not go on, with what is left of it. */
import type { FailureOptions } from '@filmai/core-tensor/errors';
import { GanError, type GanErrorCode } from '../errors/gan-error.js';

/** Where a training stood when it failed. */
export interface FailurePlace {
  /** The step in which it happened, from 0. */
  step?: number;
  /** Whose move it was. */
  player?: string;
  /** The part of the loss that was not finite. */
  part?: string;
  /** Folder of the last checkpoint, from which the training can go on. */
  checkpoint?: string;
}

/** A training that could not go on. */
export class TrainingError extends GanError implements FailurePlace {
  readonly step: number | undefined;
  readonly player: string | undefined;
  readonly part: string | undefined;
  readonly checkpoint: string | undefined;

  constructor(
    code: GanErrorCode,
    message: string,
    { step, player, part, checkpoint, ...failure }: FailureOptions & FailurePlace = {},
  ) {
    super(code, message, failure);
    this.step = step;
    this.player = player;
    this.part = part;
    this.checkpoint = checkpoint;
  }
}
