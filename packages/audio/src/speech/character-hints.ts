/** @file What a character's name in a screenplay says about sex and age: titles, kinship and trades first, then first names. */

/** What a name tells; a field is absent where it tells nothing. */
export interface CharacterHints {
  sex?: 'female' | 'male';
  age?: 'child' | 'young' | 'adult' | 'old';
}

const FEMALE_WORDS = words(
  'mrs ms miss madam lady queen princess duchess countess empress mother mom mum mommy mama grandmother grandma granny nana aunt auntie sister daughter ' +
    'wife widow bride girl woman waitress actress hostess nun nurse witch goddess heroine maid nanny housekeeper stewardess schoolgirl niece girlfriend businesswoman policewoman',
);
const MALE_WORDS = words(
  'mr sir lord king prince duke count emperor father dad daddy papa grandfather grandpa uncle brother son husband widower groom boy man guy waiter ' +
    'actor monk priest wizard god butler bellboy schoolboy nephew boyfriend businessman policeman fisherman fireman mailman cowboy sergeant captain general colonel',
);
const CHILD_WORDS = words('boy girl child kid baby toddler schoolboy schoolgirl infant');
const YOUNG_WORDS = words('young teen teenager teenage student youth junior');
const OLD_WORDS = words('old elderly aged grandmother grandma granny nana grandfather grandpa senior ancient widow widower');

const FEMALE_NAMES = words(
  'ada agnes aisha alice alicia amanda amelia amina amy ana andrea angela anita ann anna anne annie astrid audrey ava barbara beatrice bella beth betty bianca brenda ' +
    'bridget camille carla carmen carol caroline catherine cecilia charlotte chloe christina claire clara clarice claudia cora daisy daphne deborah diana diane dora doris ' +
    'dorothy edith elaine eleanor elena elif elisa elizabeth ella ellen elsa emily emma erica esther eva eve evelyn fatima fiona flora florence frances freya gina ' +
    'gloria grace greta gwen hanna hannah harriet hazel heather helen helena ida ilsa ines ingrid irene iris isabel isabella ivy jane janet jasmine jean jennifer jenny jessica ' +
    'jill joan joanna josephine joy joyce judith judy julia julie june karen kate katherine kathleen katie kim laura lara layla lea leila lena lian lila lily linda lisa ' +
    'liv lola lorna louise lucia lucy lydia mabel madeleine mae maggie mara margaret maria marianne marie marion marta martha mary matilda maya mei meg mia michelle mila mina ' +
    'miranda miriam molly mona monica nadia nancy naomi natalie nell nicole nina noor nora norah olga olive olivia pamela patricia paula pearl penelope phoebe priya rachel ' +
    'rebecca rita robin rosa rose ruth sally samantha sandra sara sarah selma sharon sheila simone sofia sonia sophia sophie stella susan suzanne sylvia tamara tara teresa tess ' +
    'tessa tina ursula valerie vanessa vera veronica victoria violet virginia wanda wendy willa xiu yasmin yuki yvonne zara zoe',
);
const MALE_NAMES = words(
  'aaron abdul abe abel adam ahmed alan albert alec alejandro alex alexander alfred ali amir andre andrew angus anthony anton archie arjun arthur ben benjamin bernard bill ' +
    'billy bob boris brad brian bruce carl carlos charles charlie chen chris christopher clarence clark claude colin cyrus dale dan daniel dave david dean dennis diego dimitri ' +
    'dominic don donald doug douglas duncan earl ed eddie edgar edmund edward eli elias elliot emil enzo eric ernest ethan eugene evan felix fernando finn francis frank fred ' +
    'frederick gabriel gary gavin george gerald gilbert giovanni glen gordon graham greg gregory gus guy hank hans harold harry hassan hector henry herbert hiro homer howard hugh ' +
    'hugo ian ibrahim igor ishmael ivan jack jackson jacob jake jamal james jan jason javier jeff jeremy jerome jerry jesse jim jimmy joe joel john johnny jonah jonathan jose ' +
    'joseph josh juan jules julian karl keith ken kenji kenneth kevin klaus kofi kurt larry lars lawrence leo leon leonard lewis liam louis lucas luigi luis luke magnus malcolm marc ' +
    'marco marcus mario mark martin marvin mateo matt matthew max michael miguel mike milo mohammed moses nathan ned neil nick nicholas nigel noah norman oliver omar oscar otto ' +
    'owen pablo patrick paul pedro percy perry pete peter phil philip pierre rafael raj ralph ray raymond rex ricardo richard rick robert rodney roger roland roman ron ross roy rudy ' +
    'russell ryan sam samuel scott sean sebastian sergei seth sidney simon stan stanley stefan stephen steve steven stuart ted theo theodore thomas tim timothy toby todd tom tommy tony ' +
    'trevor tyler victor vince vincent vito vladimir wade wallace walter warren wayne wei wesley will william winston yusuf zach',
);

/**
 * Reads a character's name.
 *
 * @param name - As in the screenplay: `'OLD FISHERMAN'`, `'DR. MARY WELLS'`, `'GIRL #2'`.
 */
export function readCharacterHints(name: string): CharacterHints {
  const parts = name
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const has = (set: ReadonlySet<string>) => parts.some((part) => set.has(part));
  const age = has(CHILD_WORDS) ? 'child' : has(OLD_WORDS) ? 'old' : has(YOUNG_WORDS) ? 'young' : undefined;
  const pairs = [
    [FEMALE_WORDS, 'female'],
    [MALE_WORDS, 'male'],
    [FEMALE_NAMES, 'female'],
    [MALE_NAMES, 'male'],
  ] as const;
  const sex = pairs.find(([set]) => has(set))?.[1];
  return { ...(sex ? { sex } : {}), ...(age ? { age } : {}) };
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
