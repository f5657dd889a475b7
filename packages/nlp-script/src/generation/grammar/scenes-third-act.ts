/** @file Scenes of the resolution: amends, the climax by what the planted thing is good for, the last picture. */
import type { SceneKind } from './scene-kinds.js';

/** From the amends to the last picture. */
export const THIRD_ACT: readonly SceneKind[] = [
  {
    id: 'amends',
    purpose: '{p} learns {need}, and {a} comes back',
    at: 0.83,
    spare: 1,
    place: 'hub',
    time: 'DAWN',
    cast: ['p', 'a'],
    blocks: [
      {
        need: true,
        of: [
          'First light. The only other person about is {a}, with a bag, waiting for whatever leaves first.',
          '{p} comes running and stops three steps away, out of words.',
        ],
      },
      { need: true, of: ['@amends'] },
      {
        of: [
          "a: What's the plan?\np: It's bad.\na: How bad?\np: It only works if {o} has a conscience.\na: That is bad.",
          'a: We have six hours.\np: Five. I walked.',
        ],
      },
      {
        need: true,
        of: ['They go, out of step at first, then in.', '{a} sets off first. {p} has to hurry to keep up, and does not mind.'],
      },
    ],
  },
  {
    id: 'race',
    purpose: 'on the way to the end; {threat.noun} is about to begin',
    at: 0.88,
    spare: 5,
    place: 'hub',
    time: 'DAY',
    cast: ['p', 'a'],
    also: ['w', 'k'],
    blocks: [
      {
        need: true,
        of: [
          'Everyone is on the way to the same place. {p} and {a} go the other way, through the middle of them.',
          'Doors close one after the other along the street. Everybody has gone to watch.',
        ],
      },
      {
        need: true,
        of: [
          "w: You're late!\np: Are they in?\nw: All of them. They've even brought flowers.\na: Who brings flowers?\nw: People who know how it ends.",
          "a: What if it doesn't work?\np: Then we have had a run.",
          'k: Here.\n{k} throws {p} a coat.\nk: If you are going to make a scene, be warm.',
        ],
      },
      { of: ['The clock begins to strike. {p} counts along, and does not like the number.'] },
      { need: true, of: ['They run.', '{p} stops, one hand on the wall, and breathes. {a} holds the door.'] },
    ],
  },
  {
    id: 'climax-proof',
    purpose: 'before everyone {p} lets {O} speak: {secret}',
    at: 0.93,
    spare: 0,
    place: 'hall',
    time: 'DAY',
    cast: ['p', 'o', 'a'],
    also: ['c', 'w', 'k'],
    object: 'proof',
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          '{o} has the pen in {o.their} hand. {p} comes down the middle, wet to the knees, and nobody stops {p.them}.',
          '{o} is in the middle of a sentence about the future when {p} walks through it.',
        ],
      },
      {
        need: true,
        of: [
          "o: This is closed.\np: Then nobody will mind if I sit here and wait.\n{p} lays {O} on the table, in front of {o}.\no: What's that?\np: You know what that is.",
          "o: You're too late.\np: I'm on time. For the first time. I'd like that noted.\n{p} holds up {O}, so that the last row can see it.",
        ],
      },
      {
        of: [
          "c: Is that evidence?\np: It's old.\nc: That isn't what I asked.\np: Yes. It's evidence.\nc: Then I want to see it before I touch a pen.",
        ],
      },
      {
        need: true,
        of: [
          "p: {Said}.\no: That proves nothing.\na: Then you won't mind if we all look at it.\n{O} goes from hand to hand, along the first row, along the second. It takes a long time. Nobody hurries it.",
          'p (quietly): {Said}.\no: Who told you that?\np: You did.\n{p} turns {O} to {o}. {o} reads. {o.their} lips move at one place.',
        ],
      },
      {
        of: [
          "w: It's true.\nEveryone turns.\nw: I was there. I have been saying nothing for so long that I thought it was my name.",
        ],
      },
      {
        need: true,
        of: [
          'o: I did what had to be done.\np: So do we.\n{o} puts the cap back on the pen. It makes a very small sound.',
          '{o} looks for one face that still looks back, and does not find it. {o} lays the pen down.',
        ],
      },
    ],
  },
  {
    id: 'climax-access',
    purpose: '{O} opens what {o} has locked away: {secret}',
    at: 0.93,
    spare: 0,
    place: 'power',
    time: 'NIGHT',
    cast: ['p', 'o', 'a'],
    also: ['c', 'w'],
    object: 'access',
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          'A door that one would take for a piece of wall. {p} feels along it in the dark until something gives.',
          'Everybody is across the way, at the signing. In here only the clock is working. And behind the desk, the door.',
        ],
      },
      {
        need: true,
        of: [
          "a: It won't fit.\np: It has to.\na: You said that nobody ever -\np: Nobody ever tried.\n{p} uses {O}. Nothing. {p} breathes out, tries it the other way round. Something heavy moves, in no hurry.",
          "{p} closes {p.their} eyes and does it from memory. {O}: once, twice. The third time it is the door that decides. It opens a hand's width and stops.",
        ],
      },
      {
        need: true,
        of: [
          "Shelves. Dust, and in the dust one clean square. {a} lifts out a flat grey box.\no: I'd put that back.\n{o} stands in the door with {o.their} coat still on.\np: {Said}.\nNobody moves.",
          'On the lowest shelf lies a flat grey box. {p} has it in both arms when the light goes on. {o}.\no: I could call someone.\np: Do. Call all of them. They are just across the way.\n{p} holds the box against {p.their} chest.\np: {Said}.',
        ],
      },
      {
        of: [
          "c: I heard voices. They're waiting with the -\n{c} sees the open door. The box. The three of them.\nc: I think I had better stay.",
        ],
      },
      {
        need: true,
        of: [
          "o: Do you know what it was like, knowing it was in there?\np: No.\no: One gets up in the night to see if it's still locked.\n{o} steps aside. It takes {p} a moment to see that the way is free.",
          "o: Give it to me, and you can have your year.\np: It isn't yours to give.\n{a} is already at the window, and has it open, and calls down into the street.",
        ],
      },
    ],
  },
  {
    id: 'climax-tool',
    purpose: 'danger at the edge; {O} saves whom it can, and {o} sees it: {secret}',
    at: 0.93,
    spare: 0,
    place: 'edge',
    time: 'NIGHT',
    cast: ['p', 'o', 'a'],
    also: ['c', 'w'],
    object: 'tool',
    holdsObject: true,
    blocks: [
      { need: true, of: ['@peril'] },
      {
        need: true,
        of: [
          'a: {o} is out there!\np: Alone?\na: {o.They} wanted to see it once more before {deadline}.\n{p} has already turned towards the dark.',
          '{o} has gone out too far, to look at what is {o.theirs} for one more night. Now there is no way back that one can see.',
        ],
      },
      {
        need: true,
        of: [
          "a: Wait for the others!\np: That's what they said {past}.\n{p} takes {O} in both hands.\np: Stay where I can hear you.",
          '{p} looks at {O}, and at the dark. Once, long ago, somebody stood here and was told to wait. {p} goes.',
        ],
      },
      {
        need: true,
        of: [
          "Now it counts that {O} was looked after, every evening, for nothing. It does what it is for. Out there a shape lifts an arm.\no: Here!\np: Don't move! I'm coming to you!",
          "{O}. Once. Nothing. Again. And from the dark, thin and close by, an answer.\no: I can't feel my hands!\np: You don't need hands. You need to listen.",
        ],
      },
      {
        need: true,
        of: [
          '{p} has {o} by the collar. For a moment they hang there, face to face.\no: Why?\np: {Said}.\no: You know that, and you came?\np: Pull.',
          'Hand over hand. {a} has hold of {p}, and {p} has hold of {o}, and somebody has hold of {a}.\np: {Said}.\no: Yes.\nIt is the first time that {o} has said it.',
        ],
      },
      {
        need: true,
        of: [
          'They lie on their backs, three in a row, and steam.\no: I would have let it go under.\np: I know.\no: What do you want for it?\np: You know that too.',
          '{o} sits in a blanket, smaller than before. {o} takes a folded sheet out of {o.their} jacket. It is soaked through, and comes apart in {o.their} fingers.\no: There. It would seem that I have nothing to sign.',
        ],
      },
    ],
  },
  {
    id: 'climax-token',
    purpose: '{p} gives {O} to {o}, who has to remember: {secret}',
    at: 0.93,
    spare: 0,
    place: 'hall',
    time: 'NIGHT',
    cast: ['p', 'o', 'a'],
    also: ['c', 'w', 'k'],
    object: 'token',
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          'A table with a cloth. A pen on a string, so that nobody takes it. {o} draws the paper closer.',
          '{o} reads the last page, as one reads a page that one knows by heart.',
        ],
      },
      {
        of: [
          "c: Any objections?\nA chair creaks. That is all.\nc: Then I'd ask you to sign here. And here.\na: Wait.\nc: On what grounds?\na: I don't know yet. Just wait.",
        ],
      },
      {
        need: true,
        of: [
          "p: I'm not here to stop it.\no: That's new.\np: I've brought you something. It's yours.\n{p} puts {O} down on the paper, where the name would go.",
          '{p} comes up to the table. No speech. {p} opens a hand: {O}. And lays it down, gently, between the pen and the line.',
        ],
      },
      {
        need: true,
        of: [
          '{o} does not touch it.\no: Where did you get that?\np: It was always there. We all looked at it. Nobody read it.\np: {Said}.',
          'o: Take that away.\np: You take it.\n{o.their} hand knows it before {o} does. The thumb finds the worn place.\np: {Said}.',
        ],
      },
      { of: ['w: So you kept it.\np: We kept it.\nw: (to {o}) And you thought nobody had.'] },
      {
        need: true,
        of: [
          "o (barely): I was going to come back.\np: You're back.\n{o} looks at the line, and at {O}, and at the line. Turns the paper over, with the writing down.",
          'The whole room waits. {o} picks up the pen, and with it, slowly, crosses out one word. Then the next.\no: I never could spell it anyway.',
        ],
      },
    ],
  },
  {
    id: 'aftermath',
    purpose: '{o} and {p} have one honest word',
    at: 0.97,
    spare: 6,
    place: 'hub',
    time: 'MORNING',
    cast: ['p', 'o'],
    blocks: [
      {
        need: true,
        of: [
          '{o} with a suitcase. {p} with a broom. It is early for both.',
          'The notice is gone. Four holes are left, level with each other. {o} looks at them.',
        ],
      },
      {
        need: true,
        of: [
          "o: They'll want somebody for the books.\np: I thought of you.\no: You can't be serious.\np: You know where everything is. You hid it.",
          "o: You could have asked for more.\np: I got what I asked for.\no: That's what I mean.\n{o} shakes {p.their} hand. It takes one second longer than manners want.",
        ],
      },
      {
        need: true,
        of: [
          '{o} goes a few steps, turns, and looks at {stake} as if somebody had just put it there.',
          '{p} holds out the broom. {o} looks at it. Takes off one glove.',
        ],
      },
    ],
  },
  {
    id: 'closing',
    purpose: 'the first picture again, and what has changed in it',
    at: 1,
    spare: 0,
    place: 'work',
    time: 'NIGHT',
    cast: ['p', 'a'],
    also: ['k'],
    holdsObject: true,
    blocks: [
      {
        need: true,
        of: [
          'The same hour as on the first night. The same work.',
          'Night. {p} and {a}, side by side. This time one of them whistles.',
        ],
      },
      {
        of: [
          'a: When did you last have a day off?\np: Yesterday.\na: And?\np: Long.',
          'k: Are you two never going to bed?\np: In a minute.\nk: I will count.\n{k} sits down on a crate and counts, aloud. They let {k.them}.',
        ],
      },
      {
        need: true,
        of: [
          "a: What do we do now?\np: {Ask}.\na: That's all?\np: That's all there ever was.",
          'a: Do you want to do it, or shall I?\np: You.\n{a} looks up. It is the first time {p} has said that.\np: What? Do it before I think about it.',
        ],
      },
      { need: true, of: ['@close'] },
      { need: true, of: ['@after'] },
    ],
  },
];
