/**
 * @file A rating that a script might get, under rules that are stated, can be read and can be changed. The two tables put in our own words what
 * the boards publish; they decide on pictures, sound and context, which no script has, so a suggestion is where to look, never a ruling.
 */
import type { ContentFinding, ContentReport } from './find-content.js';
import type { ContentCategory, ContentLevel } from './lexicon.js';

/** When a rating is the least that fits. */
export interface RatingRule {
  /** One of the scheme's ratings. */
  rating: string;
  category: ContentCategory;
  /** Findings of this level and above count. */
  level: ContentLevel;
  /** So many findings, at least. */
  atLeast: number;
  /** Only what is shown, not what is spoken of. Default false. */
  shownOnly?: boolean;
  /** The rule as a sentence. */
  because: string;
}

/** A board's ratings and rules. */
export interface RatingScheme {
  id: string;
  /** From the mildest. The first is given where no rule applies. */
  ratings: readonly string[];
  rules: readonly RatingRule[];
  /** What the rules were read from. */
  source: string;
}

/** A rating and what drives it. */
export interface SuggestedRating {
  scheme: string;
  source: string;
  rating: string;
  method: 'rules over findings';
  /** The rules that ask for this rating, with the findings behind them; empty for the mildest. */
  drivers: { rule: RatingRule; findings: ContentFinding[] }[];
  /** What asks for milder ratings, in the order of the scheme. */
  others: { rule: RatingRule; findings: ContentFinding[] }[];
}

const rule = (
  rating: string,
  category: ContentCategory,
  level: ContentLevel,
  atLeast: number,
  because: string,
  shownOnly?: boolean,
): RatingRule => ({ rating, category, level, atLeast, because, ...(shownOnly ? { shownOnly } : {}) });

/** After the ratings of the United States. */
export const MPA_LIKE: RatingScheme = {
  id: 'mpa-like',
  ratings: ['G', 'PG', 'PG-13', 'R', 'NC-17'],
  source:
    'Motion Picture Association and National Association of Theatre Owners, Classification and Rating Rules (2020), article II section 3, in our own words; counts of violence and sex are ours',
  rules: [
    rule('PG', 'strong-language', 1, 2, 'More than a stray mild oath asks for parental guidance.'),
    rule('PG', 'violence', 1, 1, 'Some violence asks for parental guidance.'),
    rule('PG', 'sex', 1, 2, 'Kisses and talk of sex ask for parental guidance.'),
    rule('PG', 'drugs', 1, 1, 'Drinking and smoking ask for parental guidance.'),
    rule('PG-13', 'drugs', 2, 1, 'Any drug use asks for PG-13 at least.'),
    rule('PG-13', 'strong-language', 3, 1, 'One of the harsher sexually-derived words asks for PG-13 at least.'),
    rule('PG-13', 'strong-language', 2, 4, 'Repeated coarse language goes beyond PG.'),
    rule('PG-13', 'sex', 2, 1, 'More than brief nudity or sensuality goes beyond PG.'),
    rule('PG-13', 'violence', 2, 3, 'Intense violence goes beyond PG.', true),
    rule('PG-13', 'self-harm', 2, 1, 'Suicide as a theme goes beyond PG.'),
    rule('PG-13', 'slur', 3, 1, 'A slur goes beyond PG.'),
    rule('R', 'strong-language', 3, 2, 'More than one of the harsher sexually-derived words asks for R.'),
    rule('R', 'violence', 3, 3, 'Realistic violence that is extreme or persistent asks for R.', true),
    rule('R', 'sex', 3, 1, 'Sexual violence asks for R.'),
    rule('R', 'sex', 2, 4, 'Sexually-oriented nudity and repeated sexual scenes ask for R.', true),
    rule('R', 'drugs', 3, 1, 'Hard drugs taken on screen ask for R.', true),
    rule('R', 'self-harm', 3, 1, 'Self-harm shown asks for R.', true),
    rule('NC-17', 'sex', 3, 4, 'Repeated sexual violence on screen is for adults alone.', true),
  ],
};

/** After the ratings of the United Kingdom. */
export const BBFC_LIKE: RatingScheme = {
  id: 'bbfc-like',
  ratings: ['U', 'PG', '12A', '15', '18'],
  source: 'British Board of Film Classification, Classification Guidelines (2024), in our own words; counts are ours',
  rules: [
    rule('PG', 'strong-language', 1, 3, 'At U only infrequent very mild bad language is allowed.'),
    rule('PG', 'violence', 1, 1, 'At U violence is very mild.'),
    rule('PG', 'sex', 1, 4, 'At U there are kisses and little more.'),
    rule('PG', 'drugs', 1, 4, 'At U drinking and smoking are rare.'),
    rule('12A', 'strong-language', 2, 1, 'Moderate bad language is for 12A.'),
    rule('12A', 'strong-language', 3, 1, 'Strong language may be infrequent at 12A.'),
    rule('12A', 'violence', 2, 2, 'Moderate violence is for 12A.'),
    rule('12A', 'sex', 2, 1, 'Moderate sex references and brief nudity are for 12A.'),
    rule('12A', 'drugs', 2, 1, 'Infrequent drug misuse is for 12A.'),
    rule('12A', 'self-harm', 2, 1, 'Suicide may be spoken of at 12A, without detail.'),
    rule('15', 'strong-language', 3, 4, 'Strong language that is frequent is for 15.'),
    rule('15', 'slur', 3, 1, 'Discriminatory language of the strongest kind is for 15.'),
    rule('15', 'violence', 3, 1, 'Strong violence is for 15.', true),
    rule('15', 'sex', 2, 3, 'Sexual activity shown is for 15.', true),
    rule('15', 'sex', 3, 1, 'Sexual violence may be spoken of at 15.'),
    rule('15', 'drugs', 3, 1, 'Hard drugs taken on screen are for 15.', true),
    rule('15', 'self-harm', 3, 1, 'Self-harm shown is for 15 at least.', true),
    rule('18', 'violence', 3, 10, 'Strong, bloody violence throughout is for 18.', true),
    rule('18', 'sex', 3, 1, 'Sexual violence shown is for 18.', true),
  ],
};

/**
 * Suggests a rating.
 *
 * @param report - Of `findContent`; findings that people rejected can be left out of its `findings` before.
 * @param scheme - {@link MPA_LIKE}, {@link BBFC_LIKE}, or one of your own.
 * @returns The highest rating that a rule asks for, with the findings that drive it.
 * @throws RangeError where a rule names a rating that the scheme lacks.
 * @example
 * ```ts
 * import { BBFC_LIKE, findContent, suggestRating } from '@filmai/nlp-script/content';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const report = findContent(parseFountain('INT. BAR - NIGHT\n\nTom stabs him in the throat.\n').screenplay);
 * const { rating, drivers } = suggestRating(report, BBFC_LIKE);
 * console.log(rating, drivers[0].rule.because); // 15 Strong violence is for 15.
 * ```
 */
export function suggestRating(report: Pick<ContentReport, 'findings'>, scheme: RatingScheme): SuggestedRating {
  const { ratings, rules, id, source } = scheme;
  if (ratings.length === 0) throw new RangeError(`suggestRating: the scheme ${id} has no ratings`);
  const fired = rules.flatMap((each) => {
    if (!ratings.includes(each.rating))
      throw new RangeError(`suggestRating: a rule of ${id} asks for ${each.rating}; the ratings are ${ratings.join(', ')}`);
    const findings = report.findings.filter(
      ({ category, level, context }) =>
        category === each.category && level >= each.level && (each.shownOnly !== true || context === 'shown'),
    );
    return findings.length >= each.atLeast ? [{ rule: each, findings }] : [];
  });
  const highest = fired.reduce((most, { rule: each }) => Math.max(most, ratings.indexOf(each.rating)), 0);
  const isDriver = ({ rule: each }: (typeof fired)[number]): boolean => ratings.indexOf(each.rating) === highest;
  return {
    scheme: id,
    source,
    rating: ratings[highest],
    method: 'rules over findings',
    drivers: fired.filter(isDriver),
    others: fired
      .filter((entry) => !isDriver(entry))
      .sort((a, b) => ratings.indexOf(b.rule.rating) - ratings.indexOf(a.rule.rating)),
  };
}
