import type { Progress } from '@filmai/core-tensor/progress';
import { describe, expect, it } from 'vitest';
import { openDisplay } from './display.js';

const at = (done: number, more: Partial<Progress> = {}): Progress => ({
  stage: 'pictures',
  done,
  total: 8,
  unit: 'frames',
  rate: 2,
  ...more,
});

/** An output that keeps what was written, and what a terminal would show of it. */
function recorder(isTTY: boolean, columns = 80) {
  let text = '';
  return {
    isTTY,
    columns,
    write(part: string) {
      text += part;
    },
    get text() {
      return text;
    },
    clear() {
      text = '';
    },
    /** Understands the three controls that the display uses: up, clear line, clear below. */
    get screen(): string[] {
      const lines = [''];
      let row = 0;
      for (const [part, count] of text.matchAll(/\u001b\[(\d*)[AKJ]|\n|[^\n\u001b]+/g)) {
        if (part.endsWith('A') && part.startsWith('\u001b')) row -= Number(count);
        else if (part === '\u001b[2K') lines[row] = '';
        else if (part === '\u001b[J') lines.splice(row, Infinity, '');
        else if (part === '\n') lines[++row] ??= '';
        else lines[row] = (lines[row] ?? '') + part;
      }
      return lines.filter((line) => line !== '');
    },
  };
}

describe('progress in a terminal', () => {
  it('keeps one line for each stage and redraws it in place', () => {
    const output = recorder(true);
    let clock = 0;
    const display = openDisplay(output, () => clock);
    display.onProgress(at(1));
    clock = 200;
    display.onProgress(at(4, { secondsLeft: 119.7 }));
    display.onProgress(at(1, { stage: 'sound', total: undefined, unit: 'parts', rate: 0 }));
    expect(output.screen).toEqual([
      expect.stringMatching(/pictures +█{12}░{12} 4\/8 frames, 2\.0\/s, 2:00 left/),
      expect.stringMatching(/sound +1 parts$/),
    ]);
  });

  it('redraws at most ten times a second, but always the last step', () => {
    const output = recorder(true);
    const display = openDisplay(output, () => 0);
    display.onProgress(at(1));
    const drawn = output.text;
    display.onProgress(at(2));
    expect(output.text).toBe(drawn);
    display.onProgress(at(8));
    expect(output.screen).toEqual([expect.stringContaining('8/8 frames')]);
  });

  it('puts what is said above the bars', () => {
    const output = recorder(true);
    const display = openDisplay(output, () => 0);
    display.onProgress(at(1));
    display.say('warning, line 3');
    expect(output.screen).toEqual(['warning, line 3', expect.stringContaining('1/8 frames')]);
  });

  it('never writes a line longer than the terminal is wide', () => {
    const output = recorder(true, 40);
    openDisplay(output, () => 0).onProgress(at(1, { rate: 1234, secondsLeft: 4000 }));
    for (const line of output.screen) expect(line.length).toBeLessThan(40);
  });

  it('says what comes after it is closed below it, and shows no late report', () => {
    const output = recorder(true);
    const display = openDisplay(output, () => 0);
    display.onProgress(at(1));
    display.close();
    const closed = output.text;
    display.onProgress(at(8));
    display.onProgress(at(1, { stage: 'film' }));
    display.close();
    expect(output.text).toBe(closed);
    display.say('Done.');
    expect(output.screen).toEqual([expect.stringContaining('1/8 frames'), 'Done.']);
  });
});

describe('progress in a log', () => {
  it('is a plain line when a stage begins and at each quarter', () => {
    const output = recorder(false);
    const display = openDisplay(output);
    for (let done = 1; done <= 8; done++) display.onProgress(at(done));
    expect(output.text.trim().split('\n')).toEqual([1, 2, 4, 6, 8].map((done) => `pictures: ${done}/8 frames, 2.0/s`));
    expect(output.text).not.toContain('\u001b');
  });

  it('is one line for a stage of unknown length', () => {
    const output = recorder(false);
    const display = openDisplay(output);
    for (let done = 1; done <= 8; done++) display.onProgress(at(done, { total: undefined }));
    expect(output.text).toBe('pictures: 1 frames, 2.0/s\n');
  });

  it('ends with close, but a last word is heard', () => {
    const output = recorder(false);
    const display = openDisplay(output);
    display.onProgress(at(1));
    display.close();
    output.clear();
    display.onProgress(at(8));
    expect(output.text).toBe('');
    display.say('Done.');
    expect(output.text).toBe('Done.\n');
  });
});
