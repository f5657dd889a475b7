/**
 * @file What somebody hides in a story of the grammar, its trace and how it comes out.
 * Lines `p: …` are spoken, by the parts' letters: p
 * lead, o opponent, a ally, w witness, k kin, c authority.
 */
import type { ObjectKind } from './objects.js';

/** A truth that somebody hides. */
export interface Secret {
  id: string;
  kind: ObjectKind;
  /** As told of: `'{o} knew'`. */
  told: string;
  /** As the lead says it to the opponent. */
  said: string;
  /** A trace of it, early. */
  clue: readonly string[];
  /** It comes out. */
  reveal: readonly string[];
}

/** What may be hidden. */
export const SECRETS: readonly Secret[] = [
  {
    id: 'signed-anyway',
    kind: 'proof',
    told: '{o} was warned before {past}, and signed all the same',
    said: 'You were warned before {past}. You signed all the same',
    clue: [
      '{o.their} hand stays on a cabinet a moment longer than it should. When {o} turns the key, {o} turns it twice.',
      'a: Funny. Every year has a report. Not that one.\np: Which one?\na: The one for {past}.',
    ],
    reveal: [
      'p: It says the date. It says the hour.\na: And?\np: It says who was told.\n{p} lays {O} on the table between them.\na: That is {o}.\np: Before {past}. Not after. Before.',
    ],
  },
  {
    id: 'paid-already',
    kind: 'proof',
    told: '{o} took the money for it months ago',
    said: 'You took the money months ago. Before anyone was asked',
    clue: [
      'A new car stands where {o.their} old one stood. The old one was not that old.',
      'a: Where does {o} get a roof like that?\np: {o.They} worked for it.\na: At what?',
    ],
    reveal: [
      'a: They are only going to decide {deadline}.\np: It has been decided. Since spring.\n{p} turns {O} to the light.\np: Look at the day. Look who is shaking whose hand.\na: They paid.\np: They paid, and we held meetings.',
    ],
  },
  {
    id: 'debt-settled',
    kind: 'proof',
    told: 'the debt on {stake} was settled years ago, and {o} kept it quiet',
    said: 'There is no debt. It was settled before {past}, and you kept that quiet',
    clue: [
      'On a list of debtors, one line has been typed on another machine.',
      'a: Who checks the sums?\np: {o} does.\na: And who checks {o}?',
    ],
    reveal: [
      'p: Read me the figure again.\na: Nought.\np: Below that.\na: Received with thanks.\n{p} closes {O} and opens it again. It still says so.\np: We have been paying for something that we own.',
    ],
  },
  {
    id: 'founders-letter',
    kind: 'access',
    told: "the founder's letter was never lost: {o} has it under lock",
    said: "The founder's letter was never lost. You have had it under lock since {past}",
    clue: [
      'Over the desk hangs a frame with a paler square in the middle. Something smaller hung there once.',
      'a: There was a letter. Everybody says so.\np: Everybody says it burned.\na: {past}. Handy.',
    ],
    reveal: [
      'a: Where would you hide a letter?\np: I would burn it.\na: You would. {o} never threw a thing away in {o.their} life.\n{p} holds {O} up between two fingers.\np: Then it is behind the one door that nobody has a key to.\na: Nobody.\np: Nobody who knew.',
    ],
  },
  {
    id: 'second-books',
    kind: 'access',
    told: '{o} keeps a second set of books behind a locked door',
    said: 'You keep two sets of books. I have read the other one',
    clue: [
      'Two ledgers lie on the desk. {o} closes only one of them.',
      'a: Who pays for a lock like that?\np: Somebody with something.\na: In a room full of old paper?',
    ],
    reveal: [
      'a: The figures are good. I went through them twice.\np: They are too good. When did anything here ever add up?\na: You think there are others.\np: I think there is a door. And I think {O} is for that door.',
    ],
  },
  {
    id: 'the-deed',
    kind: 'access',
    told: 'the deed to {stake} is in {o.their} safe, and not in {o.their} name',
    said: "The deed is in your safe. It isn't in your name, and it never was",
    clue: [
      'When somebody says the word "deed", {o} straightens a pen that lies straight.',
      "a: Who owns it, really?\np: {o} does.\na: Have you seen that on paper?\n{p} hasn't. It shows.",
    ],
    reveal: [
      'p: My mother used to say it was ours. I thought she meant in the heart.\na: And now?\n{p} puts {O} down as if it had become heavy.\np: Now I think she meant on paper.',
    ],
  },
  {
    id: 'the-rescued',
    kind: 'tool',
    told: "{past}, it was {o} who was brought back alive, and the one who went out for {o.them} wasn't",
    said: '{past}, somebody went out for you. You came back. You never said who went',
    clue: [
      '{o} comes as far as the last lamp, and no further. {o.their} hand looks for something to hold.',
      "a: Why does {o} never go near the place?\np: Shoes.\na: I have seen {o.their} face. It isn't the shoes.",
    ],
    reveal: [
      'a: Who were they looking for, that night?\np: They never said.\na: Somebody must have called for help. One does not go out for nothing.\n{p} turns {O} over. Scratched in the metal, a name. Not the name {p.they} expected.\np: {o}. They went out for {o}.',
    ],
  },
  {
    id: 'the-order',
    kind: 'tool',
    told: '{past}, {o} gave the order to wait, and let another take the blame',
    said: '{past}, you gave the order to wait. And you let my father carry it',
    clue: [
      'Names on a plaque. {o} passes it on the far side of the street, in all weathers.',
      'a: Who was in charge that night?\np: My father.\na: Says who?\np: {o}.',
    ],
    reveal: [
      'a: He would have gone at once. You know he would.\np: They told him to wait.\na: Who tells a man like that to wait?\n{p} looks at {O}: never used, that night. Still sealed.\np: The only one who could.',
    ],
  },
  {
    id: 'the-promise',
    kind: 'token',
    told: '{o} and {p.their} father began {stake} together, and {o} promised never to part with it',
    said: 'You began it together, you and my father. You gave your word',
    clue: [
      '{o} looks at {O} a moment too long, and then at anything else.',
      'a: Did {o} know your father?\np: Everyone knew my father.\na: {o} said his first name.',
    ],
    reveal: [
      'a: Two sets of letters.\np: One is my father.\na: And the other?\n{p} rubs {O} with a sleeve until it can be read.\np: The other one is about to sell.',
    ],
  },
  {
    id: 'the-foundling',
    kind: 'token',
    told: '{o} was left at the door of {stake} as a child, and was taken in',
    said: 'Someone left you at that door, once. Someone opened',
    clue: [
      '{o} knows which step creaks, and lifts a foot over it.',
      'a: Where is {o} from, actually?\np: The capital.\na: With that accent? That is from round the corner.',
    ],
    reveal: [
      'a: There was a child. There is a line about it, in pencil.\np: Whose child?\na: No name. Only that it had this in its fist and would not let go.\n{p} looks at {O}.\np: I know that scar on {o.their} hand.',
    ],
  },
  {
    id: 'the-debt-of-love',
    kind: 'token',
    told: '{o} once gave {p.their} mother a promise, and she gave {o} up for {stake}',
    said: 'She stayed here for this. You went. She kept what you gave her',
    clue: [
      '{o} asks after the old house, lightly. {o} gets the colour of the door right. It has been painted since.',
      'a: Why does {o} hate the place so much?\np: It loses money.\na: That is no reason to hate. That is a reason to yawn.',
    ],
    reveal: [
      'a: It is dated. The summer before you were born.\np: She never wore it.\na: She never threw it away.\n{p} closes a hand round {O}.\np: That is not business. That is getting even.',
    ],
  },
];
