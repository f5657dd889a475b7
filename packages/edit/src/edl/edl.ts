/**
 * @file CMX3600 edit decision lists as they stand on the page: events with source and record time code, effects, speed
 * changes and remarks. Every line is kept, so that a list is written back as it was read.
 *
 * ```
 * 002  TAPE7    V     D    012 01:00:10:00 01:00:14:00 00:00:08:00 00:00:12:00
 * no.  reel     track type len source in   source out  record in   record out
 * ```
 *
 * Source: CMX 3600 list format as documented in SMPTE 258M and Avid's and Autodesk's manuals.
 */
import { EditError } from '../errors/edit-error.js';
import { parseTimecode } from '../time/timecode.js';
import type { RationalTime } from '../time/rational-time.js';

/** One line of an event. A dissolve or wipe has two: the outgoing cut of no length, then the effect. */
export interface EdlEvent {
  /** `'002'` */
  number: string;
  /** Name of the tape or file, `'AX'` for none, `'BL'` for black. */
  reel: string;
  /** `'V'`, `'A'`, `'A2'`, `'AA'`, `'B'`, `'AA/V'`, `'NONE'` … */
  channels: string;
  /** `C` cut, `D` dissolve, `W001` wipe, `K` key … */
  effect: string;
  /** Frames of the effect; 0 for a cut. */
  effectFrames: number;
  sourceIn: RationalTime;
  sourceOut: RationalTime;
  recordIn: RationalTime;
  recordOut: RationalTime;
  /** Lines that follow the event: remarks with their `*`, speed changes (`M2`), `FCM:` and so on, as written. */
  notes: string[];
}

/** A whole list. */
export interface EditDecisionList {
  title: string;
  /** What `FCM:` says before the first event; absent where nothing does. */
  dropFrame?: boolean;
  events: EdlEvent[];
  /** Lines before the first event, other than the title and the code mode. */
  preamble: string[];
}

/** A line that could not be understood; it is kept. */
export interface EdlDiagnostic {
  code: 'BAD_TIMECODE' | 'BAD_EVENT' | 'LENGTH_MISMATCH';
  message: string;
  /** Line in the text, from 1. */
  line: number;
}

const EVENT =
  /^\s*(\d{1,6})\s+(\S.*?)\s+(NONE|B|V\d*|A{1,2}\d*(?:\/V)?)\s+(C|D|W\d{3}|K[A-Z]?)\s+(?:(\d{1,4})\s+)?((?:[\d:;.,]+\s+){3}[\d:;.,]+)\s*$/;

/**
 * Reads a CMX3600 list.
 *
 * @param text - The list; any line ending.
 * @param options - `rate`: frames in a second, default 24. A list does not say its own.
 * @returns The list, and what could not be understood in it. A bad event is left out and named in the diagnostics.
 * @throws EditError `BAD_EDL` where the text has no event at all.
 * @example
 * ```ts
 * import { parseEdl } from '@filmai/edit/edl';
 *
 * const { edl } = parseEdl('TITLE: cut\n001  AX  V  C  00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00', { rate: 25 });
 * console.log(edl.events[0].recordIn.value); // 90000
 * ```
 */
export function parseEdl(
  text: string,
  { rate = 24 }: { rate?: number } = {},
): { edl: EditDecisionList; diagnostics: EdlDiagnostic[] } {
  const diagnostics: EdlDiagnostic[] = [];
  const edl: EditDecisionList = { title: '', events: [], preamble: [] };
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    const last = edl.events.at(-1);
    if (line === '') continue;
    const title = /^TITLE:\s*(.*)$/i.exec(line);
    const mode = /^FCM:\s*(NON[- ])?DROP/i.exec(line);
    if (title && !last) edl.title = title[1];
    else if (mode && !last) edl.dropFrame = mode[1] === undefined;
    else if (/^\d{1,6}\s+\S/.test(line)) readEvent(line, index + 1);
    else if (last) last.notes.push(line);
    else edl.preamble.push(line);
  }
  if (edl.events.length === 0) {
    throw new EditError(
      'BAD_EDL',
      `no event found${diagnostics.length > 0 ? `; line ${diagnostics[0].line}: ${diagnostics[0].message}` : ''}`,
      {
        remedy: 'Expected lines such as "001  AX  V  C  00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00".',
      },
    );
  }
  return { edl, diagnostics };

  function readEvent(line: string, lineNumber: number): void {
    const match = EVENT.exec(line);
    if (!match) {
      diagnostics.push({ code: 'BAD_EVENT', message: `"${line}" is no event`, line: lineNumber });
      return;
    }
    try {
      const [sourceIn, sourceOut, recordIn, recordOut] = match[6]
        .trim()
        .split(/\s+/)
        .map((code) => parseTimecode(code, rate));
      const [, number, reel, channels, effect, length] = match;
      edl.events.push({
        number,
        reel,
        channels,
        effect,
        effectFrames: Number(length ?? 0),
        sourceIn,
        sourceOut,
        recordIn,
        recordOut,
        notes: [],
      });
    } catch (error) {
      diagnostics.push({ code: 'BAD_TIMECODE', message: (error as Error).message, line: lineNumber });
    }
  }
}
