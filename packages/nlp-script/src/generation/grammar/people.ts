/** @file Names, looks, wants and weaknesses of people in stories of the grammar, and the times that they talk about. */

/** Nights that are still talked about. */
export const PAST_NIGHTS: readonly string[] = [
  'the night of the fire',
  'the winter of the flood',
  'the night the bridge went',
  'the week of the strike',
  'the long blackout',
];

/** Until when. */
export const DEADLINES: readonly string[] = [
  'Friday noon',
  'Sunday evening',
  'the first of the month',
  'Saturday at eight',
  'the day after tomorrow',
  'Thursday midnight',
];

/** People: given name, family name, pronoun. No two of a story begin with the same letter. */
export const PEOPLE: readonly (readonly [string, string, 'she' | 'he'])[] = [
  ['Mara', 'Voss', 'she'],
  ['Tomas', 'Reyes', 'he'],
  ['Ines', 'Okafor', 'she'],
  ['Jonah', 'Brandt', 'he'],
  ['Leila', 'Haddad', 'she'],
  ['Anton', 'Kovac', 'he'],
  ['Ruth', 'Adeyemi', 'she'],
  ['Samuel', 'Lindqvist', 'he'],
  ['Nadia', 'Ferro', 'she'],
  ['Viktor', 'Halloran', 'he'],
  ['Greta', 'Molnar', 'she'],
  ['Elias', 'Nakamura', 'he'],
  ['Philippa', 'Dunne', 'she'],
  ['Bashir', 'Aalto', 'he'],
  ['Clara', 'Mbeki', 'she'],
  ['Dario', 'Whitlock', 'he'],
  ['Hanna', 'Osei', 'she'],
  ['Konrad', 'Silva', 'he'],
  ['Odile', 'Petrov', 'she'],
  ['Farid', 'Lowell', 'he'],
  ['Wanda', 'Castellano', 'she'],
  ['Yusuf', 'Marek', 'he'],
  ['Zofia', 'Tanaka', 'she'],
  ['Ulrich', 'Baptiste', 'he'],
];

/** How somebody looks at first sight. */
export const LOOKS: readonly string[] = [
  'A pencil behind each ear, and looking for a pencil',
  'Dressed for weather that is two days off',
  'A face that has been told a great deal and passed on nothing',
  'Stands as if somebody were leaning against the other side',
  'Shoes polished, laces knotted where they broke',
  'Laughs with the eyes first, and often stops there',
  'Carries three bags and offers to take a fourth',
  'The only one here whose watch is right',
  'Talks with both hands, so never holds anything',
  "Reads whatever lies upside down on other people's desks",
  'Sleeves rolled up to exactly the same height',
  'Has the patience of somebody who fishes without bait',
  'Always a little out of breath, as if good news were waiting elsewhere',
  'A coat too good for the day and too thin for the night',
];

/** What somebody may want beside the matter itself, for characters that the story has not given a want. */
export const WANTS: Readonly<Record<'o' | 'a' | 'w' | 'k' | 'c', readonly string[]>> = {
  o: [
    'to be rid of the place and all that it remembers',
    'to win once, in front of everybody',
    'to pay what is owed before anyone asks',
  ],
  a: ['to be asked, for once', 'to stay in one place for longer than a year', 'to be taken seriously'],
  w: ['to say it before it is too late', 'to be left in peace', 'to be forgiven'],
  k: ['to have {p} back at the table', 'to see {p} sleep', 'to get away from here without leaving {p} alone'],
  c: ['to follow the rules and still look in the mirror', 'to get home before dark', 'to decide nothing'],
};

/** What is wrong with the others. */
export const WEAKNESSES: readonly string[] = [
  'keeps score',
  'talks when silence would do',
  'believes whoever spoke last',
  'never says the second half',
  'cannot bear to be thanked',
  'takes every question for an attack',
  'is kind only in secret',
  'plans for the worst and then waits for it',
];
