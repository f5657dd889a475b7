/**
 * @file Where batches come from. A feed is a value that says what there is; a reader goes through it and can say at any moment where it
 * stands, so that a resumed training is fed what the unbroken one would have been fed.
 */
import type { Batch } from '../training/trainable.js';

/** Where a reader stands. Plain JSON. */
export interface FeedPosition {
  /** Times that everything has been seen. */
  epoch: number;
  /** Things seen in this epoch; batches where things aren't counted. */
  index: number;
  /** Positions in the parts of a joined feed. */
  parts?: Record<string, FeedPosition>;
}

/** A file that could not be read. */
export interface UnreadableFile {
  path: string;
  /** A sentence for people. */
  reason: string;
}

/** Goes through a feed. */
export interface FeedReader<B extends Batch = Batch> {
  /** The next batch, the caller's to dispose; `undefined` where there is no more. */
  next(): Promise<B | undefined>;
  /** Where the next batch begins. */
  position(): FeedPosition;
  /** Ends the reading and frees what it holds. */
  close(): Promise<void>;
}

/** How a feed is gone through. */
export interface ReadFeedOptions {
  /** Things in a batch, at least 1. The last batch of an epoch is filled up from the next. */
  batchSize: number;
  /** Decides order and augmentation. */
  seed: number | string;
  /** Where to begin. Default the first thing. */
  position?: FeedPosition;
}

/** Where batches come from. */
export interface Feed<B extends Batch = Batch> {
  /** Things in an epoch; absent where that isn't known. */
  readonly size?: number;
  /** Shape of each field of a batch without its first axis; absent where that isn't known. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  /** Changes with what there is, so that a training isn't resumed on other data unnoticed. */
  readonly fingerprint: string;
  /** What could not be read and was skipped so far. */
  readonly unreadable: readonly UnreadableFile[];
  /** Starts a reader. Each has a place of its own. */
  read(options: ReadFeedOptions): FeedReader<B>;
}

/** What training takes: a feed, or batches one after another. Training disposes each batch after its round. */
export type BatchSource<B extends Batch = Batch> = Feed<B> | AsyncIterable<B> | Iterable<B>;

/**
 * Gives batches the form of a feed. When they end they are asked for anew, as the next epoch; where nothing comes then, that was all.
 *
 * @param source - A feed, which is returned as it is, or anything that `for await` takes. To go on in the middle, a reader skips what was
 *   seen: an iterable that gives the same batches each time resumes exactly.
 */
export function asFeed<B extends Batch>(source: BatchSource<B>): Feed<B> {
  if ('read' in source) return source;
  return {
    fingerprint: 'batches',
    unreadable: [],
    read: ({ position }) => readBatches(source, position ?? { epoch: 0, index: 0 }),
  };
}

function readBatches<B extends Batch>(source: AsyncIterable<B> | Iterable<B>, from: FeedPosition): FeedReader<B> {
  const begin = (): AsyncIterator<B> | Iterator<B> =>
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let { epoch, index } = { epoch: from.epoch, index: 0 };
  let batches = begin();
  const next = async (): Promise<B | undefined> => {
    let result = await batches.next();
    if (result.done && index > 0) {
      batches = begin();
      result = await batches.next();
      // A generator that has run dry begins no second epoch.
      if (!result.done) [epoch, index] = [epoch + 1, 0];
    }
    if (result.done) return undefined;
    index++;
    return result.value;
  };
  const skipped = (async () => {
    while (index < from.index) {
      const batch = await next();
      if (!batch) return;
      for (const tensor of Object.values(batch)) tensor.dispose();
    }
  })();
  return {
    async next() {
      await skipped;
      return next();
    },
    position: () => ({ epoch, index: Math.max(index, from.epoch === epoch ? from.index : 0) }),
    close: async () => {
      await batches.return?.();
    },
  };
}
