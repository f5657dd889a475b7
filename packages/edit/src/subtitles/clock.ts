/** @file The clock of caption files: hours, minutes, seconds, thousandths. */

/** `01:02:03,004`, `02:03.004`: seconds, or `undefined` for anything else. */
export function parseClock(text: string): number | undefined {
  const match = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [match[1] ?? '0', match[2], match[3]].map(Number);
  if (minutes > 59 || seconds > 59) return undefined;
  // Whole milliseconds first: a sum of seconds and thousandths would miss the nearest number now and then.
  return ((hours * 3600 + minutes * 60 + seconds) * 1000 + Number(match[4].padEnd(3, '0'))) / 1000;
}

/** Seconds as `01:02:03,004`, rounded to thousandths; times before zero become zero. */
export function formatClock(seconds: number, point: ',' | '.'): string {
  const thousandths = Math.max(0, Math.round(seconds * 1000));
  const whole = Math.floor(thousandths / 1000);
  const fields = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((field) =>
    String(field).padStart(2, '0'),
  );
  return `${fields.join(':')}${point}${String(thousandths % 1000).padStart(3, '0')}`;
}
