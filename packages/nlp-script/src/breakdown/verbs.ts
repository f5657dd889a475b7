/**
 * @file Verbs of action lines by what they do to the state of a story: who has a thing, where somebody is, who sees or says what,
 * who is hurt. Other verbs are known as verbs so that a sentence can be taken apart; they change nothing.
 */
import { baseForms } from './tokens.js';
import { rememberWords } from './word-memory.js';

/** What an event does to the story. */
export type VerbClass =
  | 'take'
  | 'hold'
  | 'give'
  | 'put'
  | 'drop'
  | 'see'
  | 'read'
  | 'say'
  | 'enter'
  | 'leave'
  | 'go'
  | 'stay'
  | 'harm'
  | 'die'
  | 'break'
  | 'use'
  | 'react'
  | 'do';

const VERBS: Readonly<Record<VerbClass, string>> = {
  take: `take grab pick snatch steal seize fetch pocket catch collect retrieve draw pull buy accept swipe palm unwrap uncover dig produce find get
    gather receive inherit win unearth fish lift confiscate`,
  hold: 'hold carry clutch grip wield cradle brandish wear bring drag keep hug squeeze haul own have hide',
  give: 'give hand pass offer lend return sell deliver toss present slip',
  put: 'put set lay place leave store stash hang tuck slide stuff bury lock drop hide lower lean pack',
  drop: 'drop lose abandon throw fling discard release hurl dump spill',
  see: `see watch notice spot discover look stare glimpse recognize recognise spy observe witness examine inspect study glance peer gaze eye view
    overhear hear listen`,
  read: 'read decipher skim',
  say: 'say tell whisper shout call ask answer reply explain warn confess admit reveal yell announce mutter murmur speak talk sing',
  enter: 'enter come arrive appear burst',
  leave: 'leave exit depart flee escape vanish disappear retreat',
  go: `go walk run step cross climb move head rush hurry creep crawl sneak stride march wander drive ride sail fly swim jump leap dive descend
    follow chase return cycle drift stumble stagger limp slip trot race pass push emerge`,
  stay: 'sit stand lie kneel crouch wait sleep lean hang stay live squat rest perch lurk float',
  harm: `kill murder shoot stab hit strike punch kick slap beat strangle poison push shove attack bite cut wound drown tackle choke knock trip
    handcuff arrest tie kidnap fire slash smother`,
  die: 'die collapse faint drown expire perish bleed',
  break: 'break smash burn destroy tear rip shatter crush snap crack ruin wreck sink explode bend',
  use: `open close shut lock unlock light turn switch press pour eat drink write draw play load aim point raise wave swing throw wipe wash clean fill
    empty use start stop ring dial answer untie tie fold unfold wrap cut push pull touch kiss pet feed sign check count type slam bolt nail
    extinguish blow strike fix repair mend polish paint cook peel chop stir show plug unplug drain crank steer twist scan photograph film record`,
  react: `scream cry weep sob laugh smile gasp wince flinch jump freeze blush shiver tremble shrug nod duck recoil fall wake wakes groan growl howl bark
    faint stagger turn spin stop grin frown sigh cower hiccup cough bolt`,
  do: `be do make try begin keep let help need want know think feel like love hate hope believe remember forget decide plan wonder pretend
    mean seem become hide seek search hunt wrestle fight dance bow pray work rest breathe blink point gesture beckon knock tap drum bang
    pound shake rise lower lift drop grow shrink glow shine flash flicker drip flow rain snow roll spin tilt swing creak click rattle
    hum buzz ring whistle roar hiss stir join meet face greet embrace marry divorce hire promise refuse agree ignore obey betray save rescue free
    protect guard steal cheat lie win lose finish continue resume repeat change dress undress shave comb brush sweep dig plant water
    bounce float hover circle land crash stall swerve brake park board dock approach near reach pause hesitate consider nudge poke
    rub scratch stroke pat squeeze chew swallow spit smoke sip taste smell lick`,
};

/** Verbs whose plain form is no noun, so that a plural before it is its subject: "the lights go out". */
const PLAIN_VERBS = new Set(
  'go come fall sit stand lie take give hold carry bring keep enter arrive leave follow stare listen begin become hear see find eat write read sing tell say speak kneel crouch climb crawl creep explode collapse emerge scatter gather pour wait stop'.split(
    ' ',
  ),
);

const classes = new Map<string, VerbClass[]>();
for (const [name, words] of Object.entries(VERBS) as [VerbClass, string][])
  for (const verb of words.trim().split(/\s+/)) classes.set(verb, [...(classes.get(verb) ?? []), name]);

/**
 * Dictionary form of a verb that the lists know.
 *
 * @param lower - A word in lower case: `'hands'`, `'shot'`.
 * @returns `'hand'`, `'shoot'`; `undefined` for an unknown one.
 */
export const verbLemma: (lower: string) => string | undefined = rememberWords((lower) => {
  const forms = baseForms(lower).filter((form) => classes.has(form));
  return forms.find((form) => form !== lower) ?? forms[0];
});

/** What a verb does to the story, the first its main sense. Unknown verbs only happen: `['do']`. */
export function verbClasses(lemma: string): readonly VerbClass[] {
  return classes.get(lemma) ?? ['do'];
}

/** Whether a word in its plain form is a verb and never a noun. */
export function isPlainVerb(lower: string): boolean {
  return PLAIN_VERBS.has(lower);
}

const GROUPS = [
  'kill murder shoot stab poison strangle drown',
  'take steal grab snatch pocket swipe pick seize',
  'give hand pass offer',
  'hide bury stash conceal',
  'see watch notice spot witness observe',
  'tell say warn reveal confess explain',
  'break smash shatter destroy wreck',
  'burn light ignite',
  'leave flee escape depart exit go',
  'hit strike punch kick slap beat attack',
  'find discover uncover unearth',
  'die perish',
  'enter come arrive',
  'tear rip',
  'fall collapse',
  'throw toss fling hurl',
].map((group) => group.split(' '));

const alike = new Map<string, Set<string>>();
for (const group of GROUPS) for (const verb of group) alike.set(verb, new Set([...(alike.get(verb) ?? []), ...group]));

/** The verbs that may tell of the same deed, the verb itself among them. */
export function verbsLike(verb: string): ReadonlySet<string> {
  return alike.get(verb) ?? new Set([verb]);
}

/** Whether two verbs may tell of the same deed: steal and take, shoot and kill. */
export function sameDeed(a: string, b: string): boolean {
  return a === b || alike.get(a)?.has(b) === true;
}
