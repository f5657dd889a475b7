/**
 * @file What is known of a film before it is shot, and tables of films whose budgets are known. The words are those of a public
 * table of some 3,200 films, made short.
 */

/** Main genre. */
export const FILM_GENRES = [
  'drama',
  'comedy',
  'action',
  'adventure',
  'thriller',
  'horror',
  'romantic-comedy',
  'musical',
  'documentary',
  'western',
  'black-comedy',
  'concert',
] as const;
/** What the script is based on. */
export const FILM_SOURCES = [
  'original',
  'book',
  'real-life',
  'remake',
  'tv',
  'comic',
  'play',
  'game',
  'legend',
  'other',
] as const;
/** Rating of the Motion Picture Association. */
export const FILM_RATINGS = ['G', 'PG', 'PG-13', 'R', 'NC-17', 'unrated'] as const;
/** Kind of world that the story plays in. */
export const FILM_WORLDS = [
  'contemporary',
  'historical',
  'fantasy',
  'science-fiction',
  'dramatization',
  'kids',
  'factual',
  'super-hero',
] as const;
/** Who brings it out: a major studio, a specialty division or large independent, or a small independent. */
export const DISTRIBUTOR_CLASSES = ['studio', 'specialty', 'independent'] as const;

/** One of {@link FILM_GENRES}. */
export type FilmGenre = (typeof FILM_GENRES)[number];
/** One of {@link FILM_SOURCES}. */
export type FilmSource = (typeof FILM_SOURCES)[number];
/** One of {@link FILM_RATINGS}. */
export type FilmRating = (typeof FILM_RATINGS)[number];
/** One of {@link FILM_WORLDS}. */
export type FilmWorld = (typeof FILM_WORLDS)[number];
/** One of {@link DISTRIBUTOR_CLASSES}. */
export type DistributorClass = (typeof DISTRIBUTOR_CLASSES)[number];

/** What may be known of a film before it is shot. What is absent widens the interval. */
export interface FilmFacts {
  genre?: FilmGenre;
  source?: FilmSource;
  rating?: FilmRating;
  world?: FilmWorld;
  runningMinutes?: number;
  /** Year of release. */
  year?: number;
  distributor?: DistributorClass;
}

/** A film whose budget is known. */
export interface KnownFilm extends FilmFacts {
  title: string;
  /** Production budget in the currency of the table, not corrected for inflation. */
  budget: number;
}

/**
 * Reads a table in the layout of the public "movies" table: `Title`, `Production Budget`, `Release Date`, `MPAA Rating`,
 * `Running Time min`, `Distributor`, `Source`, `Major Genre`, `Creative Type`. Rows without a budget are left out; years that a
 * two-digit date put into the future are moved back by a hundred.
 *
 * @param rows - Parsed JSON.
 * @param lastYear - Later years are mistakes. Default 2012.
 * @throws TypeError where it is no list of records.
 */
export function readFilmTable(rows: unknown, { lastYear = 2012 }: { lastYear?: number } = {}): KnownFilm[] {
  if (!Array.isArray(rows)) throw new TypeError('The table of films is no list; expected a list of records.');
  return rows.flatMap((row: unknown, i): KnownFilm[] => {
    if (typeof row !== 'object' || row === null) throw new TypeError(`Row ${i} of the table of films is no record.`);
    const record = row as Readonly<Record<string, unknown>>;
    const budget = Number(record['Production Budget']);
    if (!(budget > 0)) return [];
    const text = (key: string): string | undefined => (typeof record[key] === 'string' ? record[key] : undefined);
    const written = Number(/\d{4}(?!.*\d{4})/.exec(text('Release Date') ?? '')?.[0]);
    const year = written > lastYear ? written - 100 : written;
    const minutes = Number(record['Running Time min']);
    return [
      {
        title: text('Title') ?? (typeof record.Title === 'number' ? String(record.Title) : ''),
        budget,
        ...optional('genre', GENRES[text('Major Genre') ?? '']),
        ...optional('source', text('Source') === undefined ? undefined : (SOURCES[text('Source')!] ?? 'other')),
        ...optional('rating', RATINGS[text('MPAA Rating') ?? '']),
        ...optional('world', WORLDS[text('Creative Type') ?? '']),
        ...optional('runningMinutes', minutes > 0 ? minutes : undefined),
        ...optional('year', year > 1890 ? year : undefined),
        ...optional('distributor', classifyDistributor(text('Distributor'))),
      },
    ];
  });
}

/** The class of a distributor by its name; `undefined` where there is no name. Names that are not known are small independents. */
export function classifyDistributor(name: string | undefined): DistributorClass | undefined {
  if (name === undefined || name.trim() === '') return undefined;
  if (STUDIOS.test(name)) return 'studio';
  return SPECIALTY.test(name) ? 'specialty' : 'independent';
}

const STUDIOS =
  /^(?:Warner Bros|Sony Pictures$|Sony\/(?:Columbia|TriStar|Screen Gems)|Columbia|TriStar|Paramount Pictures|Universal|Walt Disney|Buena Vista|Touchstone|20th Century Fox|MGM|Dreamworks|New Line$)/i;
const SPECIALTY =
  /^(?:Miramax|Lionsgate|Sony Pictures Classics|Fox Searchlight|Focus Features|Weinstein|Artisan|Orion|United Artists|Paramount Vantage|Paramount Classics|Summit|Gramercy|Fine Line|Polygram|USA Films|Warner Independent|Overture|Newmarket|IFC|Relativity|Universal Classics|Hollywood Pictures)/i;

const GENRES: Readonly<Record<string, FilmGenre>> = {
  Drama: 'drama',
  Comedy: 'comedy',
  Action: 'action',
  Adventure: 'adventure',
  'Thriller/Suspense': 'thriller',
  Horror: 'horror',
  'Romantic Comedy': 'romantic-comedy',
  Musical: 'musical',
  Documentary: 'documentary',
  Western: 'western',
  'Black Comedy': 'black-comedy',
  'Concert/Performance': 'concert',
};
const SOURCES: Readonly<Record<string, FilmSource>> = {
  'Original Screenplay': 'original',
  'Based on Book/Short Story': 'book',
  'Based on Real Life Events': 'real-life',
  Remake: 'remake',
  'Based on TV': 'tv',
  'Based on Comic/Graphic Novel': 'comic',
  'Based on Play': 'play',
  'Based on Game': 'game',
  'Traditional/Legend/Fairytale': 'legend',
};
const RATINGS: Readonly<Record<string, FilmRating>> = {
  G: 'G',
  PG: 'PG',
  'PG-13': 'PG-13',
  R: 'R',
  'NC-17': 'NC-17',
  'Not Rated': 'unrated',
  Open: 'unrated',
};
const WORLDS: Readonly<Record<string, FilmWorld>> = {
  'Contemporary Fiction': 'contemporary',
  'Historical Fiction': 'historical',
  Fantasy: 'fantasy',
  'Science Fiction': 'science-fiction',
  Dramatization: 'dramatization',
  'Kids Fiction': 'kids',
  Factual: 'factual',
  'Super Hero': 'super-hero',
};

function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
