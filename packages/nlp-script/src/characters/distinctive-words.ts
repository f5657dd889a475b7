/**
 * @file The words that set one speaker apart from all others: weighted log odds with an informative Dirichlet prior. B. Monroe, M. Colaresi,
 * K. Quinn, "Fightin' Words", Political Analysis, 2008.
 */

/** A word that somebody uses more than others do. */
export interface DistinctiveWord {
  word: string;
  /** How often they say it. */
  count: number;
  /** Standard deviations above equal use; 1.96 and more would be chance in one word of forty. */
  z: number;
}

/** Weight of the prior: as many words as this are added to each side, in the proportions of the whole script. */
const PRIOR_WORDS = 500;

/**
 * Compares one speaker's words with those of all others.
 *
 * @param own - Counts of the speaker's words.
 * @param all - Counts of all speakers' words, theirs included.
 * @param limit - How many words at most.
 * @returns The most distinctive first, with at least two uses and z above 1.
 */
export function findDistinctiveWords(
  own: ReadonlyMap<string, number>,
  all: ReadonlyMap<string, number>,
  limit: number,
): DistinctiveWord[] {
  const total = sumOf(all);
  const ownTotal = sumOf(own);
  const otherTotal = total - ownTotal;
  if (ownTotal === 0 || otherTotal === 0) return [];
  const found: DistinctiveWord[] = [];
  for (const [word, count] of own) {
    if (count < 2) continue;
    const prior = (PRIOR_WORDS * all.get(word)!) / total;
    const others = all.get(word)! - count;
    const odds = logOdds(count + prior, ownTotal + PRIOR_WORDS) - logOdds(others + prior, otherTotal + PRIOR_WORDS);
    const z = odds / Math.sqrt(1 / (count + prior) + 1 / (others + prior));
    if (z > 1) found.push({ word, count, z });
  }
  return found.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1)).slice(0, limit);
}

function logOdds(count: number, total: number): number {
  return Math.log(count / (total - count));
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
