/** @file Time of day as a film is lit: dawn, day, dusk or night, from the words of a heading in five languages. */

/** How a scene is lit. */
export type TimeOfDay = 'dawn' | 'day' | 'dusk' | 'night';

/** `continue`: the words point at the scene before. */
export type TimeWord = TimeOfDay | 'continue';

/** The first that matches decides; the two-word ones stand first. `~` marks the end of a word that may be preceded by others. */
const WORDS: readonly (readonly [TimeWord, RegExp])[] = [
  ['dawn', pattern('early morning', 'first light', 'before sunrise', 'petit matin', 'petit jour', 'früher morgen', 'madrugada')],
  ['night', pattern('late at night', 'tarde en la noche')],
  ['dusk', pattern('magic hour', 'golden hour', 'late evening', 'blue hour', 'heure bleue')],
  [
    'continue',
    pattern(
      'continuous',
      'continued',
      "cont'd",
      'later',
      'moments later',
      'same',
      'same time',
      'meanwhile',
      'plus tard',
      'suite',
      'continu',
    ),
  ],
  [
    'continue',
    pattern(
      'später',
      'weiter',
      'gleich',
      'anschluss',
      'más tarde',
      'mas tarde',
      'continúa',
      'continuo',
      'simultáneo',
      'al mismo tiempo',
    ),
  ],
  [
    'dawn',
    pattern(
      'dawn',
      'sunrise',
      'daybreak',
      'aube',
      'aurore',
      'morgengrauen',
      'morgendämmerung',
      'sonnenaufgang',
      'amanecer',
      'alba',
    ),
  ],
  [
    'dusk',
    pattern(
      'dusk',
      'sunset',
      'twilight',
      'sundown',
      'evening',
      'gloaming',
      'crépuscule',
      'crepuscule',
      'soir',
      'soirée',
      'coucher de soleil',
    ),
  ],
  [
    'dusk',
    pattern(
      'abend',
      'abends',
      'dämmerung',
      'abenddämmerung',
      'sonnenuntergang',
      'atardecer',
      'anochecer',
      'crepúsculo',
      'crepusculo',
      'ocaso',
    ),
  ],
  ['night', pattern('night', 'midnight', 'nighttime', 'nuit', 'minuit', 'nacht', 'nachts', 'mitternacht', 'noche', 'medianoche')],
  [
    'day',
    pattern(
      'day',
      'morning',
      'noon',
      'midday',
      'afternoon',
      'daytime',
      'jour',
      'journée',
      'matin',
      'midi',
      'après-midi',
      'apres-midi',
    ),
  ],
  [
    'day',
    pattern(
      'tag',
      'tags',
      'morgen',
      'morgens',
      'mittag',
      'vormittag',
      'nachmittag',
      'día',
      'dia',
      'mañana',
      'manana',
      'tarde',
      'mediodía',
    ),
  ],
  ['continue', /连续|連續|稍后|稍後|同时|同時|接上/u],
  ['dawn', /黎明|清晨|拂晓|拂曉|凌晨|日出/u],
  ['dusk', /黄昏|黃昏|傍晚|日落|暮/u],
  ['night', /夜|晚上|午夜|晚/u],
  ['day', /日|白天|早晨|上午|中午|下午|晨|早/u],
];

/**
 * What the time words of a heading say.
 *
 * @param words - `'NIGHT'`, `'MOMENTS LATER'`, `'夜'`, `'EARLY MORNING'`.
 * @returns `undefined` where no word is known.
 */
export function readTimeOfDay(words: string | undefined): TimeWord | undefined {
  if (!words) return undefined;
  const plain = words.toLowerCase().replaceAll('’', "'");
  return WORDS.find(([, test]) => test.test(plain))?.[0];
}

/**
 * Time of day of a run of scenes: words decide, "continuous" and the like inherit, and a heading without time inherits too.
 *
 * @param headings - The time words of each heading in order.
 * @returns For each the time, and whether it was `'written'`, `'inherited'` or `'assumed'` (nothing known before: day).
 */
export function resolveTimes(
  headings: readonly (string | undefined)[],
): { time: TimeOfDay; from: 'written' | 'inherited' | 'assumed' }[] {
  let last: TimeOfDay | undefined;
  return headings.map((words) => {
    const word = readTimeOfDay(words);
    if (word && word !== 'continue') {
      last = word;
      return { time: word, from: 'written' };
    }
    return last ? { time: last, from: 'inherited' } : { time: 'day', from: 'assumed' };
  });
}

function pattern(...words: string[]): RegExp {
  return new RegExp(`(?:^|[^\\p{L}])(?:${words.join('|')})(?=$|[^\\p{L}])`, 'u');
}
