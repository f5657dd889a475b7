/**
 * @file Samples waiting to be cut into an encoder's frames: blocks go in at one end as they come, any number come out at the other.
 */

/** A first-in, first-out store of samples in several channels. */
export class SampleQueue {
  readonly #channels: number;
  readonly #blocks: Float32Array[][] = [];
  #offset = 0;
  /** Samples in each channel that are waiting. */
  length = 0;

  /** @param channels - Number of channels of every block. */
  constructor(channels: number) {
    this.#channels = channels;
  }

  /** Adds a block; it is kept, not copied. */
  push(block: Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    if (length === 0) return;
    this.#blocks.push(block);
    this.length += length;
  }

  /** Takes samples out; fewer come where fewer are waiting. */
  take(count: number): Float32Array[] {
    return this.takePadded(Math.min(count, this.length));
  }

  /** Takes samples out and adds silence where fewer are waiting. */
  takePadded(count: number): Float32Array[] {
    const taken = Array.from({ length: this.#channels }, () => new Float32Array(count));
    for (let filled = 0; filled < count && this.#blocks.length > 0;) {
      const block = this.#blocks[0];
      const part = Math.min(count - filled, block[0].length - this.#offset);
      for (const [index, channel] of taken.entries())
        channel.set(block[index].subarray(this.#offset, this.#offset + part), filled);
      filled += part;
      this.length -= part;
      this.#offset += part;
      if (this.#offset === block[0].length) {
        this.#blocks.shift();
        this.#offset = 0;
      }
    }
    return taken;
  }
}
