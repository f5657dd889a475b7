/**
 * @file What is wrong with a lead of the grammar: it costs an ally, and has to be overcome.
 * Lines `p: …` are spoken, by the parts' letters: p
 * lead, o opponent, a ally, w witness, k kin, c authority.
 */

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
