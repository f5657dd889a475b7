/** @file WebVTT (W3C): cues with settings, and blocks for notes, styles and regions that are kept as they are. */
import type { Cue, SubtitleDiagnostic } from './cue.js';
import { formatClock, parseClock } from './clock.js';

/** A WebVTT file. */
export interface WebVtt {
  cues: Cue[];
  /** What stands after `WEBVTT` on the first line and in the lines below it. */
  header?: string;
  /** STYLE, REGION and NOTE blocks before the first cue, as written. */
  blocks?: string[];
}

/**
 * Reads WebVTT captions.
 *
 * @param text - The file's text; any line ending.
 * @returns The file, and what could not be understood. Notes between cues are dropped.
 * @example
 * ```ts
 * import { parseVtt } from '@filmai/edit/subtitles';
 *
 * const { vtt } = parseVtt('WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v Mara>Hello.\n');
 * console.log(vtt.cues[0].settings); // align:start
 * ```
 */
export function parseVtt(text: string): { vtt: WebVtt; diagnostics: SubtitleDiagnostic[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const diagnostics: SubtitleDiagnostic[] = [];
  const vtt: WebVtt = { cues: [] };
  const blocks: string[] = [];
  for (const { block, line } of blocksOf(lines)) {
    const timing = block.findIndex((entry) => entry.includes('-->'));
    if (line === 1) {
      if (!/^WEBVTT(?:[ \t]|$)/.test(block[0]))
        diagnostics.push({ code: 'NO_HEADER', message: 'the file does not start with WEBVTT', line: 1 });
      else if (timing < 0) {
        const header = [block[0].slice(6).trim(), ...block.slice(1)].join('\n').trim();
        if (header) vtt.header = header;
        continue;
      }
    }
    if (timing < 0) {
      if (/^(STYLE|REGION|NOTE)/.test(block[0]) && vtt.cues.length === 0) blocks.push(block.join('\n'));
      continue;
    }
    const match = /^\s*(\S+)\s*-->\s*(\S+)\s*(.*)$/.exec(block[timing]);
    const from = parseClock(match?.[1] ?? '');
    const to = parseClock(match?.[2] ?? '');
    if (from === undefined || to === undefined) {
      diagnostics.push({
        code: 'BAD_TIME',
        message: `"${block[timing].trim()}" holds no two times such as 00:01.000`,
        line: line + timing,
      });
      continue;
    }
    if (to < from) diagnostics.push({ code: 'ENDS_BEFORE_START', message: 'the cue ends before it starts', line: line + timing });
    const id = timing > 0 ? block[timing - 1].trim() : '';
    const settings = match?.[3].trim() ?? '';
    vtt.cues.push({
      startSeconds: from,
      endSeconds: to,
      text: block
        .slice(timing + 1)
        .map(unescape)
        .join('\n'),
      ...(id && line + timing > 1 ? { id } : {}),
      ...(settings ? { settings } : {}),
    });
  }
  if (blocks.length > 0) vtt.blocks = blocks;
  return { vtt, diagnostics };
}

/**
 * Writes WebVTT captions.
 *
 * @param vtt - A file, or just its cues.
 * @returns The file's text, lines ended by `\n`.
 * @example
 * ```ts
 * import { formatVtt } from '@filmai/edit/subtitles';
 *
 * console.log(formatVtt({ cues: [{ startSeconds: 1, endSeconds: 2, text: 'Hi.' }] }).split('\n')[2]); // 00:00:01.000 --> 00:00:02.000
 * ```
 */
export function formatVtt(vtt: WebVtt): string {
  const cues = vtt.cues.map((cue) => {
    const times = `${formatClock(cue.startSeconds, '.')} --> ${formatClock(cue.endSeconds, '.')}`;
    return [...(cue.id ? [cue.id] : []), cue.settings ? `${times} ${cue.settings}` : times, escape(cue.text)].join('\n');
  });
  return `${[`WEBVTT${vtt.header ? ` ${vtt.header}` : ''}`, ...(vtt.blocks ?? []), ...cues].join('\n\n')}\n`;
}

function* blocksOf(lines: readonly string[]): Generator<{ block: string[]; line: number }> {
  let block: string[] = [];
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && lines[i].trim() !== '') block.push(lines[i]);
    else if (block.length > 0) {
      yield { block, line: i - block.length + 1 };
      block = [];
    }
  }
}

/** Tags of the format stay; a lone `&` or `<` is written as an entity. Blank lines would end the cue. */
function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/<(?!\/?(?:[biuc]|v|lang|ruby|rt)[\s.>]|\d)/g, '&lt;')
    .replace(/-->/g, '--&gt;')
    .replace(/\n\s*\n/g, '\n')
    .trim();
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lrm;/g, '\u200e')
    .replace(/&rlm;/g, '\u200f')
    .replace(/&amp;/g, '&');
}
