/** @file Heading words in the five languages that places are named in. */

/** Comma-separated names of a place by language. */
export interface Tongues {
  en: string;
  fr: string;
  de: string;
  es: string;
  zh: string;
}

/** The flat list a grammar carries, each word once. */
export function tongues({ en, fr, de, es, zh }: Tongues): string[] {
  return [...new Set([en, fr, de, es, zh].flatMap((list) => list.split(', ')))];
}
