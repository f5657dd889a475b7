/**
 * @file Parts a text into the pieces of a unigram vocabulary: of all ways to part it, the one with the highest product of
 * probabilities, found by dynamic programming.
 *
 * T. Kudo, "Subword Regularization", ACL 2018, section 3.2; the signs are those of SentencePiece.
 */

/** A piece and the logarithm of its probability. */
export type VocabularyEntry = readonly [piece: string, logProbability: number];

/** Parts texts into numbers of pieces. */
export type PieceEncoder = (text: string) => number[];

/** Stands for a space, at the start of each word. */
const WORD_START = '▁';
/** The first pieces are signs for control, never text; the first of them stands for what is unknown. */
const CONTROL_PIECES = 6;
const UNKNOWN = 0;
/** What an unknown sign costs beyond the rarest piece, as SentencePiece has it. */
const UNKNOWN_PENALTY = 10;

/**
 * Makes an encoder for a vocabulary.
 *
 * @param vocabulary - Pieces in the order of their numbers.
 */
export function createPieceEncoder(vocabulary: readonly VocabularyEntry[]): PieceEncoder {
  const numbers = new Map<string, number>();
  let longest = 1;
  let rarest = 0;
  for (let number = CONTROL_PIECES; number < vocabulary.length; number++) {
    const [piece, logProbability] = vocabulary[number];
    numbers.set(piece, number);
    longest = Math.max(longest, piece.length);
    rarest = Math.min(rarest, logProbability);
  }
  return (text) => {
    const words = text.normalize('NFKC').split(/\s+/).filter(Boolean);
    return words.length === 0 ? [] : bestPieces(WORD_START + words.join(WORD_START), { vocabulary, numbers, longest, rarest });
  };
}

interface Lattice {
  vocabulary: readonly VocabularyEntry[];
  numbers: ReadonlyMap<string, number>;
  /** Units of the longest piece. */
  longest: number;
  /** Logarithm of the least probability. */
  rarest: number;
}

function bestPieces(text: string, { vocabulary, numbers, longest, rarest }: Lattice): number[] {
  const score = new Float64Array(text.length + 1).fill(-Infinity);
  const piece = new Int32Array(text.length + 1);
  const begin = new Int32Array(text.length + 1);
  score[0] = 0;
  for (let from = 0; from < text.length; from++) {
    if (score[from] === -Infinity) continue;
    const sign = (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
    const offer = (to: number, number: number, value: number): void => {
      if (value <= score[to]) return;
      score[to] = value;
      piece[to] = number;
      begin[to] = from;
    };
    offer(Math.min(text.length, from + sign), UNKNOWN, score[from] + rarest - UNKNOWN_PENALTY);
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to++) {
      const number = numbers.get(text.slice(from, to));
      if (number !== undefined) offer(to, number, score[from] + vocabulary[number][1]);
    }
  }
  const found: number[] = [];
  for (let to = text.length; to > 0; to = begin[to]) {
    // Unknown signs in a row count as one.
    if (piece[to] !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(piece[to]);
  }
  return found.reverse();
}
