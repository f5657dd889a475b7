/** @file The shot list as a table for spreadsheets: CSV after RFC 4180. */
import type { Shot } from './shot.js';

const COLUMNS = [
  'scene',
  'shot',
  'size',
  'angle',
  'move',
  'cast',
  'action',
  'dialogue',
  'object',
  'transition',
  'start',
  'seconds',
  'reasons',
] as const;

/**
 * Shots as CSV: a header line, one line per shot, CR LF after each, quotes where a field needs them.
 *
 * @param shots - From `planShots`.
 * @returns Columns scene, shot, size, angle, move, cast, action, dialogue, object, transition, start (seconds from the first shot),
 * seconds, reasons. Several of a kind are joined with `; `.
 * @see RFC 4180, Common Format and MIME Type for Comma-Separated Values
 * @example
 * ```ts
 * import { formatShotList } from '@filmai/nlp-script/shots';
 *
 * formatShotList([]); // 'scene,shot,size,angle,move,cast,action,dialogue,object,transition,start,seconds,reasons\r\n'
 * ```
 */
export function formatShotList(shots: readonly Shot[]): string {
  let start = 0;
  const rows = shots.map((shot) => {
    const row = [
      shot.scene,
      shot.letter,
      shot.size,
      shot.angle,
      shot.move,
      shot.cast.join('; '),
      shot.action,
      shot.speeches.map(formatSpeech).join('\n'),
      shot.object ?? '',
      shot.transition,
      start.toFixed(3),
      shot.seconds.toFixed(3),
      shot.reasons.join(' '),
    ];
    start += shot.seconds;
    return row;
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}

function formatSpeech({ character, extensions, parenthetical, text }: Shot['speeches'][number]): string {
  const who = [character, ...extensions.map((extension) => `(${extension})`)].join(' ');
  return `${who}: ${parenthetical ? `(${parenthetical}) ` : ''}${text}`;
}

function quote(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
