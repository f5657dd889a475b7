/** @file SubRip (.srt): numbered cues with times to the millisecond. */
import type { Cue, SubtitleDiagnostic } from './cue.js';
import { formatClock, parseClock } from './clock.js';

/**
 * Reads SubRip captions. Forgiving: any line ending, a byte order mark, missing numbers, points for commas, blank lines inside a cue.
 *
 * @param text - The file's text.
 * @returns The cues in the file's order, and what could not be understood.
 * @example
 * ```ts
 * import { parseSrt } from '@filmai/edit/subtitles';
 *
 * console.log(parseSrt('1\n00:00:01,000 --> 00:00:02,500\nHello.\n').cues[0].endSeconds); // 2.5
 * ```
 */
export function parseSrt(text: string): { cues: Cue[]; diagnostics: SubtitleDiagnostic[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const diagnostics: SubtitleDiagnostic[] = [];
  const cues: Cue[] = [];
  let current: { cue: Cue; text: string[] } | undefined;
  const close = (nextId: boolean): void => {
    if (!current) return;
    // The number of the next cue stands on the line before its times.
    if (nextId && /^\d+$/.test(current.text.at(-1)?.trim() ?? '')) current.text.pop();
    current.cue.text = current.text.join('\n').replace(/^\n+|\n+$/g, '');
    cues.push(current.cue);
    current = undefined;
  };
  for (const [i, line] of lines.entries()) {
    if (!line.includes('-->')) {
      current?.text.push(line.trimEnd());
      continue;
    }
    const id = lines[i - 1]?.trim() ?? '';
    close(true);
    const [from, to] = line.split('-->').map((side) => parseClock(side.trim().split(/\s+/)[0]));
    if (from === undefined || to === undefined) {
      diagnostics.push({ code: 'BAD_TIME', message: `"${line.trim()}" holds no two times such as 00:00:01,000`, line: i + 1 });
      continue;
    }
    if (to < from) diagnostics.push({ code: 'ENDS_BEFORE_START', message: `the cue ends before it starts`, line: i + 1 });
    current = { cue: { startSeconds: from, endSeconds: to, text: '', ...(/^\d+$/.test(id) ? { id } : {}) }, text: [] };
  }
  close(false);
  return { cues, diagnostics };
}

/**
 * Writes SubRip captions, numbered from 1. Blank lines inside a caption, which would end it, are closed up.
 *
 * @param cues - In order.
 * @returns The file's text, lines ended by `\n`.
 * @example
 * ```ts
 * import { formatSrt } from '@filmai/edit/subtitles';
 *
 * console.log(formatSrt([{ startSeconds: 1, endSeconds: 2.5, text: 'Hello.' }]).split('\n')[1]); // 00:00:01,000 --> 00:00:02,500
 * ```
 */
export function formatSrt(cues: readonly Cue[]): string {
  return cues
    .map(
      (cue, i) =>
        `${i + 1}\n${formatClock(cue.startSeconds, ',')} --> ${formatClock(cue.endSeconds, ',')}\n${cue.text.replace(/\n{2,}/g, '\n').trim()}\n`,
    )
    .join('\n');
}
