/**
 * @file What a scene heading says: inside or outside, where, when. The words of many languages stand in one table, so that a
 * heading is recognised in the script's own language; a new language is a few more words.
 */
import type { Setting } from './screenplay.js';

/** What a heading says. */
export interface HeadingParts {
  setting?: Setting;
  place: string;
  time?: string;
}

/** Abbreviations, recognised in small and capital letters where a full stop, a slash or a space follows (Fountain 1.1). */
const ABBREVIATIONS = wordTable<Setting>({
  int: 'INT ИНТ',
  ext: 'EXT EST НАТ ЭКСТ',
});

/** Whole words, recognised in capitals alone: in small letters they are the beginning of a sentence. */
const FULL_WORDS = wordTable<Setting>({
  int: 'INTERIOR INTÉRIEUR INTERIEUR INTERNO INNEN INDOORS BINNEN WNĘTRZE ИНТЕРЬЕР',
  ext: 'EXTERIOR EXTÉRIEUR EXTERIEUR ESTERNO AUSSEN AUßEN AUẞEN BUITEN PLENER НАТУРА OUTDOORS',
});

/** Scripts without capitals. The longest comes first. */
const CASELESS: readonly [string, Setting][] = [
  ['内外景', 'int-ext'],
  ['內外景', 'int-ext'],
  ['内景', 'int'],
  ['內景', 'int'],
  ['外景', 'ext'],
  ['室内', 'int'],
  ['室內', 'int'],
  ['室外', 'ext'],
  ['屋内', 'int'],
  ['屋外', 'ext'],
  ['실내', 'int'],
  ['실외', 'ext'],
  ['内/外', 'int-ext'],
  ['内／外', 'int-ext'],
  ['内', 'int'],
  ['內', 'int'],
  ['外', 'ext'],
];

const TIMES = new Set(
  (
    'DAY NIGHT MORNING EVENING AFTERNOON NOON MIDDAY MIDNIGHT DAWN DUSK SUNRISE SUNSET TWILIGHT DAYBREAK NIGHTFALL LATER CONTINUOUS CONT SAME ' +
    'JOUR NUIT MATIN SOIR SOIRÉE AUBE CRÉPUSCULE MIDI MINUIT CONTINU ' +
    'TAG NACHT MORGEN ABEND MORGENS ABENDS NACHTS NACHMITTAG VORMITTAG MITTAG MITTERNACHT DÄMMERUNG MORGENDÄMMERUNG ABENDDÄMMERUNG SPÄTER ' +
    'DÍA DIA NOCHE TARDE MAÑANA AMANECER ATARDECER MEDIODÍA MEDIANOCHE ANOCHECER ' +
    'GIORNO NOTTE MATTINA MATTINO POMERIGGIO SERA ALBA TRAMONTO MEZZOGIORNO MEZZANOTTE NOITE MANHÃ AMANHECER ENTARDECER ' +
    'ДЕНЬ НОЧЬ УТРО ВЕЧЕР РАССВЕТ ЗАКАТ ' +
    '日 夜 晨 昏 晚 白天 白昼 日景 夜景 日间 夜间 夜晚 晚上 夜里 深夜 半夜 午夜 凌晨 清晨 早晨 早上 黎明 拂晓 上午 中午 正午 午后 下午 黄昏 傍晚 ' +
    '同时 接前 连续 片刻后 稍后 次日 翌日 第二天 当晚 当天 日/夜 昼 朝 夕 夕方 낮 밤 아침 저녁 새벽'
  ).split(' '),
);

/** Words that may stand beside a time. */
const TIME_COMPANIONS = new Set(
  (
    'EARLY LATE MID PRE THE THAT NEXT FOLLOWING SAME TIME MOMENTS MOMENT MINUTES SECONDS HOURS HOUR DAYS WEEKS MONTHS YEARS A AN ONE TWO THREE FOUR ' +
    'FIVE SIX SEVEN EIGHT NINE TEN FEW SEVERAL SOME LITTLE MAGIC GOLDEN BLUE BEFORE AFTER AT OF IN TO FIRST SECOND THIRD LAST LIGHT BREAK DE LA LE DU ' +
    'EL DEL FIN DÉBUT PLUS TARD SPÄTER FRÜH FRÜHER SPÄT AM DER EINE STUNDE PRIMA DOPO MÁS'
  ).split(' '),
);

/** Times made of companions alone. */
const TIME_PHRASES = new Set([
  'MAGIC HOUR',
  'GOLDEN HOUR',
  'BLUE HOUR',
  'SAME TIME',
  'PLUS TARD',
  'MÁS TARDE',
  'FIRST LIGHT',
  'LAST LIGHT',
]);

/** Longest heading that is looked at; a longer line is prose. */
const LONGEST = 400;

/**
 * Reads a line as a scene heading.
 *
 * @param line - A line without markup, forcing signs or scene number.
 * @returns What it says, or `undefined` where it doesn't begin as a heading does in any language of the table.
 */
export function parseHeading(line: string): HeadingParts | undefined {
  const text = line.trim();
  if (text.length > LONGEST || text.length < 2) return undefined;
  const first = text.charCodeAt(0);
  if (first < 128) {
    // The letters of the table's Latin words and the digits of a leading number.
    if (!'IEAOBWPieaobwp0123456789'.includes(text[0])) return undefined;
  }
  return parseLatin(text) ?? (/[内內外室屋실]/.test(text) ? parseCaseless(text) : undefined);
}

/**
 * Reads any text as a heading, as behind a forcing full stop.
 *
 * @param text - A heading without scene number: `'SNIPER SCOPE POV - NIGHT'`.
 * @returns What it says; without a setting where none is named.
 */
export function describeHeading(text: string): HeadingParts {
  return parseHeading(text) ?? (text.length > LONGEST ? { place: text.trim() } : splitTime(text));
}

/**
 * Whether words name a time and nothing else: `'NIGHT'`, `'LATE AFTERNOON'`, `'DAY 3 (FLASHBACK)'`, `'夜'`.
 *
 * @param part - A part of a heading.
 */
export function isTimeOfDay(part: string): boolean {
  if (part.length > 160) return false;
  const bare = withoutBrackets(part).trim().toUpperCase();
  if (bare === '') return false;
  if (TIME_PHRASES.has(bare)) return true;
  let named = false;
  for (const word of bare.split(/[\s/·-]+/)) {
    const plain = word.replace(/[.,:'’]+$/, '');
    if (TIMES.has(plain)) named = true;
    else if (plain !== '' && !TIME_COMPANIONS.has(plain) && !/^\d+$/.test(plain)) return false;
  }
  return named || TIMES.has(bare);
}

function parseLatin(text: string): HeadingParts | undefined {
  // One or two words joined by a slash or dash: INT, INT./EXT, I/E, INNEN/AUSSEN.
  const match = /^(\p{L}{1,10})(\.?)(?: ?([/／\-–]) ?(\p{L}{1,10})(\.?))?/u.exec(text.slice(0, 40));
  if (!match) return undefined;
  const [whole, first, firstStop, , second, secondStop] = match;
  const paired = second === undefined ? undefined : pair(first, second);
  if (paired) return finish(text, whole.length, secondStop !== '', paired);
  const single = wordOf(first);
  return single && finish(text, first.length + firstStop.length, firstStop !== '', single);
}

interface Word {
  setting: Setting;
  /** Whole words need capitals and a sign or a line in capitals behind them. */
  full: boolean;
}

function pair(first: string, second: string): Word | undefined {
  const both = [first, second].map((word) => (/^[ie]$/i.test(word) ? { setting: 'int', full: false } : wordOf(word)));
  const [one, other] = both;
  return one && other ? { setting: 'int-ext', full: one.full || other.full } : undefined;
}

function wordOf(word: string): Word | undefined {
  const short = ABBREVIATIONS.get(word.toUpperCase());
  if (short) return { setting: short, full: false };
  const full = FULL_WORDS.get(word);
  return full && { setting: full, full: true };
}

function finish(text: string, length: number, stopped: boolean, { setting, full }: Word): HeadingParts | undefined {
  const next = text[length] ?? '';
  if (!stopped && next.trim() !== '' && !(full && /[:：.．,\-–—－]/.test(next))) return undefined;
  if (full && !stopped && next.trim() === '' && /\p{Ll}/u.test(text.replace('ß', ''))) return undefined;
  const rest = text.slice(length).replace(/^[\s.．:：,，\-–—－]+/, '');
  return rest === '' ? undefined : { setting, ...splitTime(rest) };
}

/** Numbers in front of Chinese headings: `第三场`, `3.`, `3、`, `场景三：`. */
const SCENE_COUNT =
  /^(?:第[\d一二三四五六七八九十百零〇两]{1,6}[场場幕][\s.．、:：,，]{0,4}|场景[\d一二三四五六七八九十百]{1,5}[\s.．、:：,，]{0,4}|\d{1,4}[.．、:：\s]{1,4})/;

function parseCaseless(text: string): HeadingParts | undefined {
  const count = SCENE_COUNT.exec(text.slice(0, 24))?.[0] ?? '';
  const body = text.slice(count.length).trim();
  for (const [word, setting] of CASELESS) {
    if (!body.startsWith(word)) continue;
    const next = body[word.length] ?? '';
    // Alone, 内 and 外 begin many words; and a sentence that begins with 外景 ends as sentences do.
    if (word.length === 1 && !/[\s.．。·、,，:：\-–—－/／]/.test(next)) return undefined;
    if (count === '' && /[。！？!?]$/.test(body)) return undefined;
    const rest = body.slice(word.length).replace(/^[\s.．。·、,，:：\-–—－/／]+/, '');
    return rest === '' ? undefined : { setting, ...splitTime(rest) };
  }
  return count === '' ? undefined : parsePlaceFirst(body);
}

/** `1、客厅 日 内`: a numbered line that names place, time and setting in any order. */
function parsePlaceFirst(body: string): HeadingParts | undefined {
  if (body.length > 60 || /[。！？!?]$/.test(body)) return undefined;
  const parts = body.split(/[\s·，,、/／\-–—－]+/).filter((part) => part !== '');
  const settingAt = parts.findIndex((part) => CASELESS.some(([word]) => word === part));
  if (settingAt === -1 || parts.length < 2) return undefined;
  const setting = CASELESS.find(([word]) => word === parts[settingAt])?.[1];
  const timeAt = parts.findIndex((part) => isTimeOfDay(part));
  const place = parts.filter((_, i) => i !== settingAt && i !== timeAt).join(' ');
  if (place === '') return undefined;
  return { setting, place, ...(timeAt === -1 ? {} : { time: parts[timeAt] }) };
}

/** Parts the time from the place. */
function splitTime(rest: string): HeadingParts {
  const text = rest.split(/\s+/).filter(Boolean).join(' ');
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  for (const dash of text.matchAll(/ ?[-–—－]+ ?/g)) {
    // A hyphen inside a word parts nothing.
    if (/^-+$/.test(dash[0])) continue;
    parts.push({ text: text.slice(start, dash.index), start });
    start = dash.index + dash[0].length;
  }
  parts.push({ text: text.slice(start), start });
  for (let i = parts.length - 1; i >= 1; i--) {
    if (!isTimeOfDay(parts[i].text)) continue;
    return { place: trimDashes(text.slice(0, parts[i].start)), time: text.slice(parts[i].start) };
  }
  if (parts.length > 1 && isTimeOfDay(parts[0].text)) return { place: text.slice(parts[1].start), time: parts[0].text };
  return splitTimeByStop(text) ?? splitTimeBySpace(text) ?? { place: text };
}

/** `KITCHEN. NIGHT`, `KITCHEN, NIGHT`, `JOUR. CUISINE`, `厨房，夜`. */
function splitTimeByStop(text: string): HeadingParts | undefined {
  const last = Math.max(...[...'.,．。，、·:：;'].map((stop) => text.lastIndexOf(stop, text.length - 2)));
  if (last > 0 && isTimeOfDay(text.slice(last + 1))) {
    return {
      place: text.slice(0, last).trim(),
      time: text
        .slice(last + 1)
        .trim()
        .replace(/[.．。]$/, ''),
    };
  }
  const first = text.search(/[.,．。，、·]/);
  if (first > 0 && first < text.length - 1 && isTimeOfDay(text.slice(0, first))) {
    return { place: text.slice(first + 1).trim(), time: text.slice(0, first) };
  }
  return undefined;
}

/** `KITCHEN NIGHT`, `厨房 夜`. */
function splitTimeBySpace(text: string): HeadingParts | undefined {
  const words = text.split(' ');
  if (words.length < 2 || !isTimeOfDay(words[words.length - 1])) return undefined;
  return { place: trimDashes(words.slice(0, -1).join(' ')), time: words[words.length - 1] };
}

function trimDashes(text: string): string {
  return text.replace(/[ \-–—－]+$/, '');
}

function withoutBrackets(text: string): string {
  return text.replace(/[(（][^()（）]{0,100}[)）]/g, ' ');
}

function wordTable<Value>(lists: Partial<Record<string, string>>): Map<string, Value> {
  return new Map(
    Object.entries(lists).flatMap(([value, list = '']) => list.split(' ').map((word) => [word, value as Value] as const)),
  );
}
