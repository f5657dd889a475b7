/** @file Numbers as English words, the way they are said in dialogue. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion'];

const ORDINALS: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/**
 * A whole number in words: 1984 is "one thousand nine hundred eighty four". Beyond 15 digits, digit by digit.
 *
 * @param digits - Decimal digits.
 */
export function cardinal(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain.length > 15) return digitByDigit(digits);
  if (plain === '0') return SMALL[0];
  const words: string[] = [];
  for (let scale = 0, rest = plain; rest.length > 0; scale++, rest = rest.slice(0, -3)) {
    const group = Number(rest.slice(-3));
    if (group > 0) words.unshift([belowThousand(group), SCALES[scale]].filter(Boolean).join(' '));
  }
  return words.join(' ');
}

/** A place in a row: 21 is "twenty first". */
export function ordinal(digits: string): string {
  const words = cardinal(digits).split(' ');
  const last = words.pop() ?? '';
  words.push(ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`));
  return words.join(' ');
}

/** A year, said in pairs: 1984 is "nineteen eighty four", 2000 "two thousand", 2007 "two thousand seven", 1905 "nineteen oh five". */
export function year(digits: string): string {
  const century = Number(digits.slice(0, 2));
  const rest = Number(digits.slice(2));
  if (century % 10 === 0 && rest < 10) return cardinal(digits);
  if (rest === 0) return `${belowThousand(century)} hundred`;
  return `${belowThousand(century)} ${rest < 10 ? `oh ${SMALL[rest]}` : belowThousand(rest)}`;
}

/** Each digit by itself, as in telephone and room numbers. */
export function digitByDigit(digits: string): string {
  return [...digits].map((digit) => SMALL[Number(digit)]).join(' ');
}

function belowThousand(value: number): string {
  const words: string[] = [];
  if (value >= 100) words.push(SMALL[Math.floor(value / 100)], 'hundred');
  const rest = value % 100;
  if (rest >= 20) words.push(TENS[Math.floor(rest / 10)]);
  const ones = rest >= 20 ? rest % 10 : rest;
  if (ones > 0) words.push(SMALL[ones]);
  return words.join(' ');
}
