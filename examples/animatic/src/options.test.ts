import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnimaticError } from './animatic-error.js';
import { helpText, readOptions } from './options.js';

const failureOf = (...args: string[]): AnimaticError => {
  try {
    readOptions(args);
  } catch (error) {
    if (error instanceof AnimaticError) return error;
    throw error;
  }
  throw new Error(`${args.join(' ')} was taken`);
};

describe('the command line', () => {
  it('films the sample when nothing is asked for', () => {
    const options = readOptions([]);
    expect(options).toEqual({
      script: expect.stringMatching(/sample\.fountain$/) as string,
      out: 'film',
      width: 1280,
      height: 720,
      seed: 7,
      captions: 'soft',
      plan: false,
    });
    expect(isAbsolute((options as { script: string }).script)).toBe(true);
  });

  it('takes every option, in any order, with or without an equals sign', () => {
    const asked = [
      '--plan',
      '--seed=0',
      'my.fountain',
      '--out',
      'dir',
      '--size',
      '640x360',
      '--captions',
      'burned',
      '--scenes',
      '2',
      '--draw',
      'learned',
      '--effects',
      'learned',
    ];
    expect(readOptions(asked)).toEqual({
      script: 'my.fountain',
      out: 'dir',
      scenes: [2],
      width: 640,
      height: 360,
      seed: 0,
      captions: 'burned',
      draw: 'learned',
      effects: 'learned',
      plan: true,
    });
  });

  it('counts scenes from lists and ranges, each once and in order', () => {
    const scenes = (text: string): unknown => (readOptions(['--scenes', text]) as { scenes?: number[] }).scenes;
    expect(scenes('3')).toEqual([3]);
    expect(scenes('4-6, 1,5-7')).toEqual([1, 4, 5, 6, 7]);
  });

  it('shows help instead of anything else, and help names every option', () => {
    expect(readOptions(['--help', 'a', 'b'])).toBe('help');
    expect(readOptions(['-h'])).toBe('help');
    for (const name of ['out', 'scenes', 'size', 'seed', 'captions', 'draw', 'effects', 'plan', 'help'])
      expect(helpText).toContain(`--${name}`);
  });

  it.each([
    [['--size', '1280'], '--size'],
    [['--draw', 'crayon'], '--draw'],
    [['--effects', 'real'], '--effects'],
    [['--size', '1281x720'], '--size'],
    [['--size', '158x90'], '--size'],
    [['--size', '160x88'], '--size'],
    [['--size', '5000x2000'], '--size'],
    [['--size', '-160x90'], '--size'],
    [['--size', ''], '--size'],
    [['--seed', 'seven'], '--seed'],
    [['--seed', '1.5'], '--seed'],
    [['--seed', ''], '--seed'],
    [['--seed', '1e3'], '--seed'],
    [['--seed', '99999999999999999'], '--seed'],
    [['--seed', '-1'], '--seed'],
    [['--seed'], '--seed'],
    [['--scenes', '0'], '--scenes'],
    [['--scenes', '5-1'], '--scenes'],
    [['--scenes', '1-'], '--scenes'],
    [['--scenes', '1,,2'], '--scenes'],
    [['--scenes', 'all'], '--scenes'],
    [['--scenes', '1-100000'], '--scenes'],
    [['--scenes', ''], '--scenes'],
    [['--captions', 'hard'], '--captions'],
    [['--captions'], '--captions'],
    [['--out', ''], '--out'],
    [['--out'], '--out'],
    [['--plan=yes'], '--plan'],
    [['--help=no'], '--help'],
    [['--bogus'], '--bogus'],
    [['--no-plan'], '--no-plan'],
    [['-x'], '-x'],
  ])('refuses %j and names the option', (args, name) => {
    const error = failureOf(...args);
    expect(error).toMatchObject({ code: 'BAD_OPTION', remedy: expect.stringContaining('--help') as string });
    expect(error.message).toContain(name);
    expect(error.message.split('\n')).toHaveLength(1);
  });

  it('says what it expected and what it got', () => {
    expect(failureOf('--seed', '-1').message).toMatch(/expected a value.* got "-1"/);
    expect(failureOf('--captions', 'hard').message).toMatch(/expected soft, burned or none, got "hard"/);
    expect(failureOf('--scene', '3').message).toMatch(/did you mean --scenes\?/);
  });

  it('takes one script at a time, with a name', () => {
    expect(failureOf('a', 'b')).toMatchObject({ code: 'BAD_OPTION', message: expect.stringContaining('a, b') as string });
    expect(failureOf('')).toMatchObject({ code: 'BAD_OPTION', message: expect.stringContaining('script') as string });
  });
});
