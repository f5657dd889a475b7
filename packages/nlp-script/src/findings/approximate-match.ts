/**
 * @file The stretch of a text that is most like a pattern, by edit distance: Sellers' algorithm (P. Sellers, "The theory and computation of
 * evolutionary distances: pattern recognition", Journal of Algorithms 1, 1980), in one row of memory.
 */

/** A stretch of a text that is like a pattern. */
export interface ApproximateMatch {
  start: number;
  /** Excluded. */
  end: number;
  /** 1 − distance / length of the pattern: 1 is equal, 0 has nothing in common. */
  similarity: number;
}

/** Longest pattern that is compared letter by letter; of longer ones the beginning and the end are sought. */
const LONGEST = 600;

/**
 * Finds the stretch of a text with the least edit distance (insertions, deletions, replacements) to a pattern. Time grows with the product
 * of both lengths.
 *
 * @param text - Where to look.
 * @param pattern - What to look for; of a pattern of more than 600 characters the first and last 300 are sought.
 * @param near - Where of equally good stretches the wanted one probably begins. Default 0.
 * @returns The best stretch; `undefined` where text or pattern is empty.
 */
export function findApproximate(text: string, pattern: string, near = 0): ApproximateMatch | undefined {
  if (text === '' || pattern === '') return undefined;
  if (pattern.length <= LONGEST) return align(text, pattern, near);
  const half = LONGEST / 2;
  const head = align(text, pattern.slice(0, half), near);
  const rest = head && head.end < text.length ? align(text.slice(head.end), pattern.slice(-half), 0) : undefined;
  if (!head || !rest) return head && { ...head, similarity: head.similarity / 2 };
  const end = head.end + rest.end;
  const lengths = (end - head.start) / pattern.length;
  const fits = Math.min(lengths, 1 / lengths);
  return { start: head.start, end, similarity: ((head.similarity + rest.similarity) / 2) * Math.min(1, fits + 0.2) };
}

function align(text: string, pattern: string, near: number): ApproximateMatch {
  const length = pattern.length;
  // distances[i]: least cost of the first i characters of the pattern ending at the present character of the text; begins[i]: where that began.
  const distances = Int32Array.from({ length: length + 1 }, (_, i) => i);
  const begins = new Int32Array(length + 1);
  let best = { start: 0, end: 0, distance: length };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let diagonal = 0;
    let diagonalBegin = at;
    distances[0] = 0;
    begins[0] = at + 1;
    for (let i = 1; i <= length; i++) {
      const above = distances[i];
      const aboveBegin = begins[i];
      let cost = diagonal + (pattern.charCodeAt(i - 1) === unit ? 0 : 1);
      let begin = diagonalBegin;
      if (above + 1 < cost) {
        cost = above + 1;
        begin = aboveBegin;
      }
      if (distances[i - 1] + 1 < cost) {
        cost = distances[i - 1] + 1;
        begin = begins[i - 1];
      }
      distances[i] = cost;
      begins[i] = begin;
      diagonal = above;
      diagonalBegin = aboveBegin;
    }
    const distance = distances[length];
    const begin = begins[length];
    if (distance < best.distance || (distance === best.distance && Math.abs(begin - near) < Math.abs(best.start - near)))
      best = { start: begin, end: at + 1, distance };
  }
  return { start: best.start, end: best.end, similarity: 1 - best.distance / length };
}
