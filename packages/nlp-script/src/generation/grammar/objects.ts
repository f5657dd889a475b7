/** @file Things that are planted early and pay off late. */

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
