import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SampleQueue } from './sample-queue.js';

describe('samples in a queue', () => {
  it('come out in order, whatever the blocks they went in and come out by', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, sizes, (ins, outs) => {
        const queue = new SampleQueue(2);
        let next = 0;
        for (const size of ins) {
          const block = Float32Array.from({ length: size }, () => next++);
          queue.push([block, block.map((value) => -value)]);
        }
        const taken: number[] = [];
        for (const size of [...outs, next]) {
          const [left, right] = queue.take(size);
          expect([...right].map((value) => value * -1 + 0)).toEqual([...left]);
          taken.push(...left);
        }
        expect(taken).toEqual(Array.from({ length: next }, (_, i) => i));
        expect(queue.length).toBe(0);
      }),
    );
  });

  it('are followed by silence where more are wanted', () => {
    const queue = new SampleQueue(1);
    queue.push([Float32Array.of(1, 2)]);
    expect([...queue.takePadded(4)[0]]).toEqual([1, 2, 0, 0]);
  });
});
