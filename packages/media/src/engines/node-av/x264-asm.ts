/**
 * @file x264's AVX-512 code reads memory that nobody has written where a picture's width is no multiple of 128: the film is fine, but
 * its bytes differ from run to run. Where the processor has AVX-512, the AVX2 code is asked for instead.
 */
import { readFileSync } from 'node:fs';

let known: Record<string, string> | undefined;

/** Options for x264 that make equal input give equal bytes; none where they are not needed, or the processor can't be told. */
export function steadyX264(): Record<string, string> {
  known ??= hasAvx512() ? { 'x264-params': 'asm=avx2' } : {};
  return known;
}

function hasAvx512(): boolean {
  try {
    return /\bavx512f\b/.test(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch {
    return false;
  }
}
