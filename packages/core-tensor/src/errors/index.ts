/**
 * @file The one shape of error in every package: a stable code to branch on, a message that says where, what was
 * expected and what came, and a remedy that says what to do. Wrong arguments stay `TypeError` and `RangeError`.
 */

/** What every error of a package carries beside its message. */
export interface FailureOptions {
  /** What the user can do about it, as one sentence or a command line. Appended to the message. */
  remedy?: string;
  /** The error that led to this one. */
  cause?: unknown;
}

/**
 * Base class of the errors of all packages (`AudioError`, `MediaError` …), each with its own union of codes.
 *
 * @example
 * ```ts
 * import { FilmaiError } from '@filmai/core-tensor/errors';
 *
 * class SlateError extends FilmaiError<'NO_SLATE'> {}
 * const error = new SlateError('NO_SLATE', 'a.mov: no slate in the first 10 s', { remedy: 'Give the take by hand.' });
 * console.log(error.code, error.message); // NO_SLATE a.mov: no slate in the first 10 s. Give the take by hand.
 * ```
 */
export class FilmaiError<Code extends string = string> extends Error {
  /** Stable name of the failure, for programs. */
  readonly code: Code;
  /** What the user can do about it, if anything is known. */
  readonly remedy: string | undefined;

  constructor(code: Code, message: string, { remedy, cause }: FailureOptions = {}) {
    super(
      remedy === undefined ? message : `${message.replace(/\.$/, '')}. ${remedy}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = new.target.name;
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * Error for an optional peer that is not installed; its remedy is the exact install line.
 *
 * @param feature - What was asked for, as the start of the message: `'H.264 encoding'`.
 * @param packages - The packages to install, as npm takes them.
 * @param cause - What the import threw.
 */
export class MissingPeerError extends FilmaiError<'MISSING_PEER'> {
  /** The packages to install. */
  readonly packages: readonly string[];

  constructor(feature: string, packages: readonly string[], cause?: unknown) {
    super(
      'MISSING_PEER',
      `${feature} needs ${packages.join(' and ')}, which ${packages.length > 1 ? 'are' : 'is'} not installed`,
      {
        remedy: `Run: npm install ${packages.join(' ')}`,
        cause,
      },
    );
    this.packages = packages;
  }
}
