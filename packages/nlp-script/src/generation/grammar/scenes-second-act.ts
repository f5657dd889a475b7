/** @file Scenes of the confrontation: attempts, the trace and the truth, the offer, the break. */
import type { SceneKind } from './scene-kinds.js';

/** From the first attempt to the lowest point. */
export const SECOND_ACT: readonly SceneKind[] = [
  {
    id: 'attempt',
    purpose: '{p} tries the straight way with {o}, and fails',
    at: 0.32,
    spare: 2,
    place: 'power',
    time: 'DAY',
    cast: ['p', 'o'],
    also: ['c'],
    blocks: [
      {
        need: true,
        of: [
          '{o} lets {p} stand for exactly as long as it takes to sign two letters.',
          '{p} has put on a good jacket. It belongs to somebody wider.',
          '{o} points to a chair. {p} stays on {p.their} feet.',
        ],
      },
      {
        need: true,
        of: [
          "p: Give us until the end of the year.\no: Us?\np: Me.\no: You have until {deadline}. I can't bend that. It isn't mine to bend.\np: Whose is it?\no: You see, that's the sort of question that never saved anything.",
          "p: What would it cost?\no: More than you have.\np: You don't know what I have.\no: I do, in fact. To the penny. I'm sorry, it's my trade.",
          'p: Three hundred signatures.\n{p} lays them on the desk.\no: There are more people than that against rain.\np: Read the names.\no: I know the names. I went to school with half of them.',
        ],
      },
      {
        of: [
          "c: There is a procedure.\np: Which one?\nc: It begins with a deposit.\np: And where does it end?\nc: I've never seen one end.",
          "c: I'd like it noted that I was present.\no: Noted.\nc: And that I said nothing.\no: That too.",
        ],
      },
      { need: true, of: ['@clue'] },
      {
        of: [
          "p: You used to come there.\no: I used to do a great many things.\np: You used to like it.\no: (after a moment) Everyone likes what they don't have to pay for.",
        ],
      },
      {
        need: true,
        of: [
          'o: Was there anything else?\n{p} looks once more round the room, as if it had said something.\np: Not yet.',
          'o: The door sticks. One has to pull.\n{p} pulls. It does not stick.',
        ],
      },
    ],
  },
  {
    id: 'opponent',
    purpose: '{o} has doubts, and drowns them; {threat.noun} is brought forward in {o.their} mind',
    at: 0.38,
    spare: 7,
    place: 'power',
    time: 'NIGHT',
    cast: ['o'],
    also: ['c'],
    blocks: [
      {
        need: true,
        of: [
          '{o} alone, coat on. {o} turns off the lamp, turns it on again, and sits down.',
          'The desk is empty but for a glass. {o} moves the glass until it stands in the middle.',
        ],
      },
      {
        need: true,
        of: [
          "c: It's late.\no: I'm aware.\nc: They're asking if it will all be quiet.\no: It will be quiet.\nc: They're asking what happens if it isn't.\no: Then they should have asked somebody else. There wasn't anybody else.",
          "{o} dials, waits.\no: It's me. No. Nobody is making trouble.\n{o} listens.\no: One. One person.\n{o} listens for longer.\no: I said I would see to it.",
        ],
      },
      {
        need: true,
        of: [
          'In the black window {o} sees {o.their} own face, and behind it, far off, one lit window more.',
          '{o} takes something out of the bottom drawer, looks at it, and puts it back under everything else.',
        ],
      },
    ],
  },
  {
    id: 'bond',
    purpose: '{p} and {a} get closer over old stories; a trace of the secret turns up',
    at: 0.42,
    spare: 3,
    place: 'refuge',
    time: 'NIGHT',
    cast: ['p', 'a'],
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          'Two people, one light. Papers all over the floor, and on the papers bread.',
          '{a} is lying on {a.their} back, reading aloud from a list and throwing each page over {a.their} head.',
        ],
      },
      {
        need: true,
        of: [
          "a: Why this place? Of all the places?\np: It was here.\na: That's not a reason.\np: It was here when I had nowhere.\n{a} puts the page down.\na: That's a reason.",
          'p: Why do you stay?\na: I was going to leave after the first week. Then the pump broke. Then it was spring.\np: That was six years ago.\na: It was a bad pump.',
        ],
      },
      {
        of: [
          'a: What are you afraid of?\np: Being right.\na: About what?\np: That nobody would notice. If it was gone. After a year or so.',
          "a: If we win, what's the first thing you do?\np: Sleep.\na: And if we lose?\np: Sleep. Somewhere else.",
        ],
      },
      { need: true, of: ['@clue'] },
      {
        of: [
          '{a} picks up {O}, weighs it, puts it down again.\na: What is that for, anyway?\np: It has always been here.',
          'a: And that?\np: {O.A}. Leave it.\na: Is it worth something?\np: No.',
        ],
      },
      {
        need: true,
        of: [
          'They look at each other. The light burns down, and nobody sees to it.',
          'a: Who else knows about {past}?\np: Everybody.\na: Everybody says that. I mean who was there.',
        ],
      },
    ],
  },
  {
    id: 'witness',
    purpose: '{w} remembers {past}, and says half of it',
    at: 0.46,
    spare: 4,
    place: 'hub',
    time: 'DAY',
    cast: ['p', 'w'],
    also: ['a'],
    blocks: [
      {
        need: true,
        of: [
          '{w} does not look up from {w.their} hands. They are doing something they have done ten thousand times.',
          '{p} holds out a cup. {w} takes it, and holds it, and does not drink.',
        ],
      },
      {
        need: true,
        of: [
          'p: You were there. {Past}.\nw: Lots of people were there.\np: Lots of people are dead.\nw: Yes. It gets easier to be a witness.\np: What happened?\nw: What happened is what they wrote down.\np: And what else?',
          'p: Tell me about {past}.\nw: It was dark. We were young. The rest is in the books.\np: Not in the one I looked at.\n{w} stops for the first time.\nw: Which one did you look at?',
        ],
      },
      {
        of: [
          "w: Your mother asked me that, once.\np: What did you say?\nw: I said the same as I said to you.\np: You've said nothing to me.\nw: There you are.",
        ],
      },
      {
        need: true,
        of: [
          "w: Ask yourself who had the most to lose, and still has it.\np: Say the name.\nw: I've sold that man tobacco for thirty years. You say it.",
          "w: There was something they all looked for, afterwards. High and low.\np: What?\nw: I never asked. I was happy that they didn't find it.",
        ],
      },
    ],
  },
  {
    id: 'discovery',
    purpose: '{p} and {a} find out: {secret}',
    at: 0.5,
    spare: 0,
    place: 'work',
    time: 'NIGHT',
    cast: ['p', 'a'],
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          '{p} sits without moving. In front of {p.them} lies {O}.',
          'All the lamps are on. {p} has cleared the whole table but for one thing: {O}.',
          '{a} comes in shaking off the wet, and stops. {p} has {O} in both hands.',
        ],
      },
      { need: true, of: ['@reveal'] },
      {
        of: [
          'a: Does anyone else know?\np: {o} does.\na: Apart from {o}.\np: Then no.',
          'a: You should sit down.\np: I am sitting down.\na: Then I should.',
        ],
      },
      {
        need: true,
        of: [
          "a: Say it aloud. So that I've heard it.\np: {Secret}.\nIt stays in the room like smoke.",
          'p: {Secret}.\na: Again.\np: You heard me.\na: I want to hear if it sounds true twice.',
        ],
      },
      {
        need: true,
        of: [
          'a: What do we do?\np: Nothing. Not tonight.\na: How many nights do you think we have?',
          'a: We go to everyone. Now. We wake them up.\np: And say what? That I have a feeling and {O.a}?',
        ],
      },
    ],
  },
  {
    id: 'offer',
    purpose: '{o} offers {p} a way out, for silence',
    at: 0.6,
    spare: 3,
    place: 'edge',
    time: 'EVENING',
    cast: ['p', 'o'],
    blocks: [
      {
        need: true,
        of: [
          '{o} has come on foot, alone, in the wrong shoes.',
          'Two people, with the width of a car between them, looking in the same direction.',
        ],
      },
      {
        need: true,
        of: [
          "o: You've been asking about {past}.\np: I've been told it's all in the books.\no: It is. I wrote them.\n{o} says it without pride.\no: What do you want?\np: What you are taking.\no: Apart from that.",
          "o: There's a place for you. In what comes after. With a salary.\np: Doing what?\no: Knowing things. And not saying them. You've a gift for the second half.",
        ],
      },
      {
        need: true,
        of: [
          "p: How long do I have?\no: Until I've finished this sentence.\n{p} waits. {o} nearly smiles.\no: Tomorrow, then.",
          'p: And the others?\no: The others will be looked after.\np: By whom?\no: By arithmetic. It has no favourites.',
        ],
      },
      {
        of: [
          "o: I wasn't always on this side of the table.\np: I know.\nThe wind drops. {o} looks at {p}, properly, for the first time.\no: What do you know?",
          'o: Did you never want to be done? To put it down and walk, and have both hands free?\n{p} looks at {p.their} hands.',
        ],
      },
      {
        need: true,
        of: [
          '{o} holds out a hand. {p} looks at it for a long time. We do not see what {p} does.',
          "{o} goes. {p} doesn't say yes. {p} doesn't say no, and {o} has heard that too.",
        ],
      },
    ],
  },
  {
    id: 'second-attempt',
    purpose: 'the plan of {p} goes wrong in public',
    at: 0.65,
    spare: 5,
    place: 'hub',
    time: 'DAY',
    cast: ['p', 'a'],
    also: ['c', 'w'],
    blocks: [
      {
        need: true,
        of: [
          'Tables, posters, a crate to stand on. More people than anybody expected, fewer than it takes.',
          "{p} stands on a crate. The crate is labelled THIS WAY UP, and isn't.",
        ],
      },
      {
        need: true,
        of: [
          "p: You all know me.\nA VOICE says that this is the problem. Laughter, not unkind.\np: You all know what we stand to lose.\nc: Do you have something in writing?\np: I have my word.\nc: That isn't a format.",
          "w: Tell them!\np: It's about {past}.\nIt goes quiet so fast that one hears a hat being taken off.\np: Somebody here knows more than they have said.\nc: Who?\n{p} looks from one face to the next. The name won't come.",
        ],
      },
      {
        need: true,
        of: [
          '{p} gets down. A gap opens where {a} ought to be standing.',
          'The first ones leave. Nothing empties a place like the first ones leaving.',
        ],
      },
    ],
  },
  {
    id: 'break',
    purpose: '{p} pays for it that {p.they} {flaw}: {a} leaves',
    at: 0.7,
    spare: 1,
    place: 'refuge',
    time: 'NIGHT',
    cast: ['p', 'a'],
    blocks: [
      {
        need: true,
        of: [
          "{a} hasn't lit a lamp. {p} nearly falls over {a.them}.",
          'A bag stands packed beside the door. {p} looks at the bag and then at {a}.',
          '{a} washes two cups. Dries one.',
        ],
      },
      { need: true, of: ['@cost'] },
      { of: ["p: Where will you go?\na: Somewhere it's nobody's fault.", "p: It's dark out.\na: It's dark in here."] },
      {
        need: true,
        of: [
          '{p} hears the steps as far as the corner, and after that goes on hearing them.',
          'The door falls shut. {p} says the name when it is too late to hear it.',
        ],
      },
    ],
  },
  {
    id: 'low-point',
    purpose: '{p} is alone with it; {O} says something that it did not say before',
    at: 0.77,
    spare: 1,
    place: 'work',
    time: 'NIGHT',
    cast: ['p'],
    also: ['k'],
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          'Everything is as it was on the first night. Only that nobody talks.',
          '{p} does the work of two, badly, and then stops.',
          'Hours. The light under the door goes from yellow to grey.',
        ],
      },
      {
        need: true,
        of: [
          "k: Have you eaten?\np: I've lost.\nk: I asked if you've eaten.\n{k} breaks a piece off and holds it out. {p} takes it.\nk: You can lose sitting down.",
          '{p} takes the notice, folds it into a boat, a hat, a square.',
          '{p} starts a letter: "Dear {a}". Gets no further. Crosses out "Dear".',
        ],
      },
      { need: true, of: ['@remind'] },
      { of: ["k: What is it?\np: Nothing. It's always been there.\nk: Then why are you looking at it like that?"] },
      { need: true, of: ['{p} stands up so fast that the chair goes over.', '{p} looks at the clock. Reaches for a coat.'] },
    ],
  },
];
