/**
 * @file What a story of the built-in grammar is about, apart from its world: the thing that is planted and pays off, the secret that it is
 * tied to, the flaw that costs the lead an ally and has to be overcome. Lines `p: …` are spoken, by the parts' letters: p lead, o opponent,
 * a ally, w witness, k kin, c authority.
 */

/** What a thing is good for at the end: it proves, opens, rescues, or reminds somebody of a promise. */
export type ObjectKind = 'proof' | 'access' | 'tool' | 'token';

/** A thing that matters. */
export interface StoryObject {
  /** Without article: `'brass key'`. */
  name: string;
  kind: ObjectKind;
  /** It is seen for the first time, as if it were nothing. */
  plant: readonly string[];
  /** It is seen again when all seems lost. */
  remind: readonly string[];
  /** Where it is at the end. */
  close: readonly string[];
}

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

/** What is wrong with the lead. */
export interface Flaw {
  id: string;
  /** `'asks nobody for help'`. */
  label: string;
  /** What it takes to overcome it: `'to ask'`. */
  need: string;
  refuse: readonly string[];
  cost: readonly string[];
  amends: readonly string[];
}

/** Things that matter. */
export const OBJECTS: readonly StoryObject[] = [
  {
    name: 'cassette tape',
    kind: 'proof',
    plant: [
      '{p} wedges a rattling window with the first thing at hand: {O.a}. The rattling stops.',
      'Under a stack of papers lies {O.a}, its label gone soft with age. {p} moves it aside with a thumb to get at a pencil.',
    ],
    remind: [
      'The window rattles. {O} has fallen to the floor. {p} picks it up, and for the first time reads the date on it.',
      '{p} looks for a pencil. Under the papers: {O}. On the label, gone soft, a date one can just make out.',
    ],
    close: ['{O} wedges the window again. Nothing rattles.', '{O} lies on top of the papers now. The label is new.'],
  },
  {
    name: 'logbook',
    kind: 'proof',
    plant: [
      '{O.a} props up the short leg of the table. {p} checks the table with one finger. It holds.',
      '{p} writes the hour in {O.a}, blows on the ink, and puts it back with thirty others of its kind.',
    ],
    remind: [
      'The table rocks. {p} bends to straighten what is under its leg, and stays down there, reading the year on the spine of {O}.',
      'Thirty spines on the shelf. {p} runs a finger along the years. One is upside down.',
    ],
    close: [
      'A folded notice props up the short leg of the table. It holds.',
      '{O}, open on the table. {p} writes the hour, and after it one word more than usual.',
    ],
  },
  {
    name: 'photograph',
    kind: 'proof',
    plant: [
      '{O.a} is tucked into the frame of the mirror: strangers, laughing at whoever held the camera. {p} straightens it in passing.',
      'A calendar three years out of date hangs on the wall. Behind it, one corner showing, {O.a}.',
    ],
    remind: [
      '{p} looks at {O} as one looks at a thing one has stopped seeing. There, at its edge: a hand on a shoulder. A ring on the hand.',
      'The calendar has come down. Behind it hung {O}. {p} carries it to the light.',
    ],
    close: [
      '{O} is back in the frame. Beside it is a second one, new: other people, laughing.',
      'A new calendar hangs on the wall. {O} hangs beside it, in plain sight.',
    ],
  },
  {
    name: 'brass key',
    kind: 'access',
    plant: [
      'On a nail by the door hangs {O.a} that fits no lock in the house. {p} touches it in passing, as one touches wood.',
      '{p} stirs tea with {O.a}, for want of a spoon, and hangs it round {p.their} neck again.',
    ],
    remind: [
      '{O} turns on its nail. There is a number on it, so small that one takes it for a scratch.',
      'Cold tea. {p} looks for a spoon, and has {O} in {p.their} hand. There is a number on it, so small that one takes it for a scratch.',
    ],
    close: ['The nail by the door is empty. {p} touches the nail, and goes on.', '{p} stirs tea. With a spoon.'],
  },
  {
    name: 'punched pass',
    kind: 'access',
    plant: [
      '{p} scrapes ice off the glass with {O.a}, years out of date, and drops it into a pocket.',
      'A drawer sticks. {p} frees it with the edge of {O.a} and leaves it lying on top.',
    ],
    remind: [
      '{p} turns out {p.their} pockets on the table. Coins. A receipt. {O}: expired, but the holes are still the holes.',
      '{O} lies on top of the drawer. Expired, but the holes are still the holes.',
    ],
    close: [
      'There is ice on the glass. {p} reaches into a pocket, finds it empty, and blows on the glass instead.',
      '{O} lies in the drawer. The drawer slides shut, easily.',
    ],
  },
  {
    name: 'padlock code',
    kind: 'access',
    plant: [
      'Pencilled on the wall above the telephone, among forty numbers, is {O.a}. {p} dials another.',
      '{p} hums four notes: low, high, high, low. It is {O.a}, learned as a song before {p.they} could count.',
    ],
    remind: [
      'Forty numbers above the telephone. {p} has dialled all but one of them.',
      '{p} hums. Low, high, high, low. And stops.',
    ],
    close: [
      'Above the telephone there are thirty-nine numbers, and one clean patch of wall.',
      '{p} hums four notes. Somebody behind {p.them} hums the fifth.',
    ],
  },
  {
    name: 'flare pistol',
    kind: 'tool',
    plant: [
      'In its box by the fire bucket lies {O.a}. {p} checks it as {p.they} checks it every evening: one cartridge, dry.',
      '{p} uses {O.a}, unloaded, to hold down a map. The draught tries the corners and gives up.',
    ],
    remind: ['The box by the fire bucket. One cartridge, dry.', 'The map has blown down. {O} has not moved.'],
    close: [
      'The box by the fire bucket is open. {p} lays a new cartridge into it.',
      'A stone holds down the map. It does as well.',
    ],
  },
  {
    name: 'coil of rope',
    kind: 'tool',
    plant: [
      '{p} takes {O.a} from its hook, runs ten metres through {p.their} hands, finds the bad spot, and cuts it out.',
      '{O.a} hangs where other people hang a picture. {p} has put a splice in it that one has to know about to see.',
    ],
    remind: [
      '{p} takes {O} down from its hook. No bad spot, however often it runs through the hands.',
      '{p} takes {O} down from its hook. The splice holds. It always has.',
    ],
    close: [
      '{O} is on its hook, wet, ten metres shorter.',
      'On its hook hangs {O}, wet, with a second splice in it, clumsier than the first.',
    ],
  },
  {
    name: 'storm lamp',
    kind: 'tool',
    plant: [
      '{p} trims the wick of {O.a} that nobody needs any more, now that there is current. It burns blue, then yellow.',
      'Every lamp in the place is electric but one: {O.a}, filled to the brim. {p} shakes it to hear.',
    ],
    remind: ['The current fails. In the dark a match, and then a small flame that stays: {O}.'],
    close: ['{O} stands in the window, lit. Nobody has put it out, and nobody is going to.'],
  },
  {
    name: 'brass whistle',
    kind: 'tool',
    plant: [
      '{p} keeps {O.a} on a bootlace. A dog two fields off lifts its head before anybody has heard a thing.',
      '{p} blows dust out of {O.a}: one short, shrill note. Everyone in earshot stands still, and then feels foolish.',
    ],
    remind: ['{p} finds {O} in {p.their} fist. It has left its shape in the palm.'],
    close: ['Far off somebody blows {O}, badly, over and over. {p} lets it go on.'],
  },
  {
    name: 'wristwatch',
    kind: 'token',
    plant: [
      '{O.a} hangs from the lamp by its strap. It has been ten past six for as long as anyone remembers.',
      '{p} winds {O.a} that stopped long ago. It is a habit, like shaking hands with someone.',
    ],
    remind: [
      '{p} takes {O} off the lamp and turns it over. On the back, worn almost flat, two sets of initials.',
      '{p} holds {O} to one ear. Nothing. On the back, worn almost flat, two sets of initials.',
    ],
    close: [
      'A strap of paler wood on the lamp, where {O} used to hang. It is some minutes past six.',
      '{p} reaches for something to wind. Leaves it. The big clock will do.',
    ],
  },
  {
    name: 'medal',
    kind: 'token',
    plant: [
      '{p} scratches a frozen lock free with {O.a}. The ribbon went long ago.',
      'The chain of the lamp has lost its knob. In its place hangs {O.a}. {p} pulls it. Light.',
    ],
    remind: [
      '{p} empties {p.their} pockets. {O} rolls out, falls over, and shows its other side: a name, stamped around the rim.',
      '{p} pulls the chain. No light. {O} lies cold in {p.their} hand, and {p.they} reads what is stamped around the rim.',
    ],
    close: [
      'The lock has thawed. It opens to an ordinary key.',
      'The chain of the lamp has a proper knob now. {O} is gone, and nobody asks.',
    ],
  },
  {
    name: 'pocket knife',
    kind: 'token',
    plant: [
      '{p} cuts an apple with {O.a} whose blade is more whetstone than steel by now, and gives half away.',
      '{p} cuts a string with {O.a} and shuts it one-handed. There are letters in the handle, burned in with a nail.',
    ],
    remind: [
      '{p} opens {O}. Closes it. Under the thumb, in the handle, letters. They have never been {p.their} own.',
      '{p} opens {O}. Closes it. The letters in the handle have never been {p.their} own.',
    ],
    close: [
      'An apple. {p} breaks it in two with both hands, badly, and gives the bigger half away.',
      '{p} bites through a string. It takes longer.',
    ],
  },
];

/** What may be hidden. */
export const SECRETS: readonly Secret[] = [
  {
    id: 'signed-anyway',
    kind: 'proof',
    told: '{o} was warned before {then}, and signed all the same',
    said: 'You were warned before {then}. You signed all the same',
    clue: [
      '{o.their} hand stays on a cabinet a moment longer than it should. When {o} turns the key, {o} turns it twice.',
      'a: Funny. Every year has a report. Not that one.\np: Which one?\na: The one for {then}.',
    ],
    reveal: [
      'p: It says the date. It says the hour.\na: And?\np: It says who was told.\n{p} lays {O} on the table between them.\na: That is {o}.\np: Before {then}. Not after. Before.',
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
    said: 'There is no debt. It was settled before {then}, and you kept that quiet',
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
    said: "The founder's letter was never lost. You have had it under lock since {then}",
    clue: [
      'Over the desk hangs a frame with a paler square in the middle. Something smaller hung there once.',
      'a: There was a letter. Everybody says so.\np: Everybody says it burned.\na: {then}. Handy.',
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
    told: "{then}, it was {o} who was brought back alive, and the one who went out for {o.them} wasn't",
    said: '{then}, somebody went out for you. You came back. You never said who went',
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
    told: '{then}, {o} gave the order to wait, and let another take the blame',
    said: '{then}, you gave the order to wait. And you let my father carry it',
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

/** What may be wrong with a lead. */
export const FLAWS: readonly Flaw[] = [
  {
    id: 'pride',
    label: 'asks nobody for help',
    need: 'to ask for help',
    refuse: [
      "a: I could take the nights. Until {deadline}.\np: I have it.\na: I know you have it. I'm asking if you want to hold it alone.\np: I said I have it.",
      'a: What can I do?\np: Hand me that.\n{a} hands it over.\na: And apart from that?\np: That was it.',
    ],
    cost: [
      "a: I found out from the [baker|paper|priest]. You went there alone.\np: It was quicker.\na: It was over. One hour later and with me it would have worked.\np: I don't need -\na: No. You never do.\n{a} puts {a.their} things on the table, one by one.",
    ],
    amends: [
      "{p} opens {p.their} mouth and shuts it again, three times.\np: I can't do it.\na: Do what?\np: Any of it. Not alone.\n{a} waits.\np: Please.\na: Was that so hard?\np: Yes.\na: Good. It gets easier. I'm told.",
    ],
  },
  {
    id: 'fear',
    label: 'turns back when it counts',
    need: 'to stay',
    refuse: [
      'a: You were there. You could say so.\np: Somebody else can say so.\na: Nobody else was there.\n{p} finds something that has to be put straight.',
      'a: One word from you, in front of everyone.\np: I am no good in front of everyone.\na: Nobody is. Some do it.',
    ],
    cost: [
      "a: I looked round and you weren't there.\np: I was behind you.\na: Behind me was the door, and it was swinging.\np: I couldn't.\na: I know. I stood there and knew it, in front of them all.",
    ],
    amends: [
      "a: Come to say you're sorry?\np: I came to say I'm going in first.\na: You said that last time.\np: Last time I said we.\n{a} looks at {p} for as long as it takes.\na: Then I'll hold the door. From the inside.",
    ],
  },
  {
    id: 'lies',
    label: 'lies to spare people',
    need: 'to say it as it is',
    refuse: [
      'a: How bad is it?\np: Not bad.\na: On paper?\np: On paper it always looks worse.\n{p} puts the paper away.',
      "a: Do the others know?\np: They know what they need.\na: So they don't.",
    ],
    cost: [
      'a: You said we had till the end of the month.\np: I wanted you to sleep.\na: I slept. And it is {deadline}, and it always was.\np: I would have told you.\na: When? Afterwards? You are very gentle. Nothing you say is true.',
    ],
    amends: [
      "p: I'll say it in one go. We are broke. I knew for a year. I told you otherwise eleven times. I counted.\na: Twelve.\np: Twelve.\n{a} moves over on the bench.\na: Go on. What else?\np: I'm frightened.\na: That's the first thing I ever believed.",
    ],
  },
  {
    id: 'control',
    label: 'lets nobody else decide',
    need: 'to let somebody else lead',
    refuse: [
      "a: We could ask {k} to talk to them.\np: No.\na: You haven't heard -\np: I have a plan.\na: I know. It's on the wall. It has my name on it, and I have never seen it before.",
      'p: You wait here. You say nothing. When I nod, you come in.\na: And if I see something?\np: You wait for me to nod.',
    ],
    cost: [
      "a: I saw it coming. I stood there and waited for you to nod.\np: You should have said something.\na: You told me not to.\nA silence.\na: I'm not a part of your plan. I'm a person who was in the room.",
    ],
    amends: [
      "{p} puts a pencil on the table, and moves it across until it lies in front of {a}.\np: You do it.\na: Do what?\np: Say how. I'll do what you say.\na: All of it?\np: I may make a face.\na: You're making it now.",
    ],
  },
  {
    id: 'grudge',
    label: 'forgives nothing',
    need: 'to forgive',
    refuse: [
      'a: {o} offered to talk.\np: I remember what {o} said last time.\na: That was nine years ago.\np: Nine in March.',
      "a: You could say hello.\np: I could.\na: It's a small place. One has to forget a thing or two.\np: You forget. I'll keep the list.",
    ],
    cost: [
      'a: I talked to {o}. Behind your back, yes. Because in front of you it cannot be done.\np: Then you are on {o.their} side.\na: There. Now I am on the list.\np: {a} -\na: Nine years from now you will still know what I was wearing.',
    ],
    amends: [
      "p: I had a speech.\na: Was it long?\np: It had your faults in it. In order.\na: And?\np: I got to the third one, and it was mine.\n{a} laughs, and is angry about it.\np: I'm sorry. For all of them. Also the ones I wrote down.",
    ],
  },
  {
    id: 'past',
    label: 'lives in what is over',
    need: 'to let the past be over',
    refuse: [
      'a: We need something new. Posters. A vote. Anything.\np: It worked this way for sixty years.\na: It worked for people who are dead.\n{p} says nothing. The dead are well looked after here.',
      "a: You still lay a place for your father.\np: It's a habit.\na: It's a place. Someone alive could sit there.",
    ],
    cost: [
      'a: I asked you what you want. You told me what your father wanted.\np: It is the same.\na: It is not! He is not losing anything on {deadline}. We are.\np: You did not know him.\na: No. And at this rate nobody is going to know you.',
    ],
    amends: [
      '{p} has brought a chair. It is an old one. {p} puts it down.\np: It was his. Sit.\na: I thought nobody -\np: Nobody has. Sit.\n{a} sits. The chair creaks, and holds.\np: It is only a chair.',
    ],
  },
];

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
