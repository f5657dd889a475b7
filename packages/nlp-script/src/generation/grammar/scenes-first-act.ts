/** @file Scenes of the set-up. Lines `p: …` are spoken by the part, `p (quietly): …` with a parenthetical, all others are action. */
import type { SceneKind } from './scene-kinds.js';

/** From the first picture to the decision. */
export const FIRST_ACT: readonly SceneKind[] = [
  {
    id: 'opening',
    purpose: '{p} at work in a world that holds together; {O} is in sight and means nothing yet',
    at: 0,
    spare: 0,
    place: 'work',
    time: 'NIGHT',
    cast: ['p', 'a'],
    holdsObject: true,
    blocks: [
      { need: true, of: ['@labour'] },
      { need: true, of: ['@plant'] },
      { need: true, of: ['@talk'] },
      {
        of: [
          'a: When did you last have a day off?\np: What day is it?\na: Tuesday.\np: Then not Tuesday.',
          "a: Do you ever want something else?\np: Such as?\na: I don't know. Something with a window that shuts.\np: Then how would I hear it?",
        ],
      },
      {
        need: true,
        of: [
          'A car comes to a stop outside, one that has no business here at this hour. {p} and {a} look at each other.',
          'Outside, a door. Steps. {a} counts them; it is not anybody {a} knows.',
          'The telephone rings once and stops. Both look at it. It does not ring again, and that is worse.',
        ],
      },
    ],
  },
  {
    id: 'threat',
    purpose: '{o} announces {threat.noun}: {stake} has until {deadline}',
    at: 0.08,
    spare: 0,
    place: 'hub',
    time: 'MORNING',
    cast: ['p', 'o', 'a'],
    also: ['c'],
    blocks: [
      {
        need: true,
        of: [
          '{o} waits until enough people have stopped, and only then unfolds a sheet of paper.',
          'A notice has been put up, level at all four corners. {o} stands beside it like its author.',
          '{o} shakes hands, one after the other, and keeps hold of the last one: that of {p}.',
        ],
      },
      {
        need: true,
        of: [
          "o: I wanted you to hear it from me.\np: Then say it.\no: I'm going to {threat.act}.\n{p} looks at the paper, not at {o}.\np: When?\no: {Deadline}.",
          "o: It's nothing personal.\np: What isn't?\no: {Deadline}. After that, {stake} is history.\na: Whose idea was that?\no: Arithmetic's.",
          'p: What does it say?\no: You can read.\np: I want to hear you say it.\no: I am going to {threat.act}. {Deadline}. There.',
        ],
      },
      { need: true, of: ['@worth'] },
      {
        of: [
          "c: Is there an appeal?\no: There's a form.\nc: And where does one get the form?\no: It's being printed.",
          "a: You can't do that.\no: I've asked three people whose job it is to know if I can.\na: And?\no: They sent a bill. So I suppose they were sure.",
        ],
      },
      {
        of: [
          "o: What would you do in my place?\np: I wouldn't be in your place.\no: No. You never wanted anything that could be counted.",
          'o: Someone has to think of the day after.\np: I think of the night before.',
        ],
      },
      {
        need: true,
        of: [
          '{o} goes. People move aside for {o.them}, a little too far. The paper stays.',
          'Nobody says anything. {a} takes the paper down, reads the back of it. There is nothing on the back.',
          'The crowd thins from the edges. In the end {p} and {a} stand there, and the notice.',
        ],
      },
    ],
  },
  {
    id: 'home',
    purpose: '{k} wants {p} to let it go; {p} cannot say why not',
    at: 0.13,
    spare: 6,
    place: 'refuge',
    time: 'EVENING',
    cast: ['p', 'k'],
    blocks: [
      {
        need: true,
        of: [
          '{k} has cooked for two, and eaten half.',
          '{k} is asleep at the table, head on one arm. {p} tries to take off a boot without a sound. The boot falls.',
        ],
      },
      {
        need: true,
        of: [
          'k: I heard.\np: Who from?\nk: The whole street. By the third telling you had hit somebody.\np: I hit nobody.\nk: Pity.',
          "k: So it's over.\np: It's over {deadline}. Until then it isn't.\nk: You could sleep. People do that. They lie down and then it is morning.",
        ],
      },
      {
        need: true,
        of: [
          "k: What would you be, without it?\n{p} opens {p.their} mouth and has nothing to put in the space.\nk: That's what I mean.",
          "k: Let them have it. We would have Sundays.\np: What would we do with Sundays?\nk: I don't know. I've never seen one with you in it.",
        ],
      },
      {
        of: [
          'k: You look like father when you do that.\np: Do what?\nk: Chew on nothing.',
          "k: Promise me something.\np: No.\nk: You don't know what it is.\np: That is why.",
        ],
      },
      {
        need: true,
        of: [
          '{k} puts out the light. {p} stays where {p.they} is, in the dark, eyes open.',
          '{k} takes the plate away and brings it back. {p} eats now, standing.',
        ],
      },
    ],
  },
  {
    id: 'refusal',
    purpose: '{a} offers to help; {p}, who {flaw}, turns {a.them} down',
    at: 0.18,
    spare: 1,
    place: 'work',
    time: 'DAY',
    cast: ['p', 'a'],
    blocks: [
      {
        need: true,
        of: [
          '{a} has been standing in the door for a while.',
          'Two of them work side by side. Only one of them is thinking about the work.',
          '{a} sets down two cups. {p} drinks neither.',
        ],
      },
      { need: true, of: ['@refuse'] },
      {
        of: [
          "a: You know what they say about you?\np: I don't ask.\na: They say you'd go down with it and not send a card.",
          "a: How long have we known each other?\np: I'd have to look it up.\na: Six years. I looked it up.",
        ],
      },
      { of: ['@talk'] },
      {
        need: true,
        of: [
          'a: The offer stands.\n{p} has already turned back to the work. {a} nods to nobody and goes.',
          "a: Tell me when you change your mind.\np: I'll put up a notice.\nIt was meant as a joke. It does not land as one.",
        ],
      },
    ],
  },
  {
    id: 'decision',
    purpose: '{p} decides to fight for {stake}',
    at: 0.25,
    spare: 4,
    place: 'edge',
    time: 'DAWN',
    cast: ['p'],
    also: ['w'],
    blocks: [
      {
        need: true,
        of: [
          '{p} has walked as far as one can. From here {stake} is a thing one could cover with a thumb. {p} covers it with a thumb. Takes the thumb away.',
          '{p} stands where the ground stops, hands in pockets, and looks back the way {p.they} came.',
        ],
      },
      {
        need: true,
        of: [
          "w: You won't find it out there.\np: Find what?\nw: Whatever it is. I've looked.\n{w} sits down with some trouble.\nw: Are you going to do something or are you going to stand there in good light?\np: I don't know how.\nw: Nobody asked you how.",
          '{p} takes the notice out of a pocket, tears it in two, thinks better of it, and fits the halves together again. It is evidence now.',
          '{p} says something aloud. The wind takes it. {p} says it again, louder, and it stays said:\np: No.',
        ],
      },
      { of: ['w: Your father stood just there, you know.\np: When?\nw: {Past}.\np: And what did he do?\nw: He went back.'] },
      {
        need: true,
        of: ['{p} turns round and goes back, faster than {p.they} came.', 'Day comes up over {stake}. {p} starts to walk.'],
      },
    ],
  },
];
