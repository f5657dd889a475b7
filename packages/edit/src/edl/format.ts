/** @file An edit decision list as text, in the columns that every reader of CMX3600 accepts. */
import { formatTimecode } from '../time/timecode.js';
import type { EditDecisionList, EdlEvent } from './edl.js';

/**
 * Writes a CMX3600 list.
 *
 * @param edl - Any list.
 * @returns The text, lines ended by `\n`.
 * @example
 * ```ts
 * import { formatEdl } from '@filmai/edit/edl';
 *
 * console.log(formatEdl({ title: 'cut', events: [], preamble: [] })); // TITLE: cut
 * ```
 */
export function formatEdl(edl: EditDecisionList): string {
  const mode = edl.dropFrame === undefined ? [] : [`FCM: ${edl.dropFrame ? 'DROP FRAME' : 'NON-DROP FRAME'}`];
  const events = edl.events.flatMap((event) => [formatEvent(event, edl.dropFrame ?? false), ...event.notes]);
  return `${[`TITLE: ${edl.title}`, ...mode, ...edl.preamble, ...events].join('\n')}\n`;
}

function formatEvent(event: EdlEvent, dropFrame: boolean): string {
  const times = [event.sourceIn, event.sourceOut, event.recordIn, event.recordOut].map((time) =>
    formatTimecode(time, { dropFrame }),
  );
  const length = event.effect === 'C' ? '   ' : String(event.effectFrames).padStart(3, '0');
  return [event.number, ' ', event.reel.padEnd(8), event.channels.padEnd(5), event.effect.padEnd(4), length, ...times].join(' ');
}
