import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate, storeAsZlib } from './deflate.js';

describe('the zlib format', () => {
  it('is read by zlib, packed with and without compression', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Uint8Array.from(inflateSync(storeAsZlib(bytes)))).toEqual(bytes);
        expect(Uint8Array.from(inflateSync(deflate(bytes, 6)))).toEqual(bytes);
      }),
    );
  });

  it('holds more than a block when it only packs', () => {
    const bytes = Uint8Array.from({ length: 150_000 }, (_, i) => (i * 7919) >>> 5);
    expect(Uint8Array.from(inflateSync(storeAsZlib(bytes)))).toEqual(bytes);
  });
});
