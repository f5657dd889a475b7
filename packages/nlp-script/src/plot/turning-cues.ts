/**
 * @file Words that tend to stand where a story turns, by the kind of turn. Written from the definitions of the five turning points
 * (Papalampidi, Keller, Lapata 2019, Table 1); base forms, endings are taken off by rule; a phrase is joined with `_`.
 */
import { baseForms, tokenize } from '../breakdown/tokens.js';

/** Kinds of turn that words speak for. */
export type TurningCue = 'offer' | 'decision' | 'commitment' | 'loss' | 'clash' | 'rest';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const CUES: Readonly<Record<TurningCue, readonly string[]>> = {
  // Something new comes from outside and asks for an answer.
  offer: words(`
    invite invitation offer opportunity chance job letter message call telephone phone news announce announcement arrive arrival stranger visitor
    discover discovery find strange mysterious hire assignment mission case contract competition contest prize reward inherit inheritance map secret
    missing disappear vanish body summon recruit propose proposal deadline until notice order summons legend treasure buy sell sale need_you want_you
    who_are_you what_is_that what_is_it what_is_this look_at_this there_is_somebody there_is_someone one_week a_week a_month the_month will_pay
    should_play should_come come_with_me knock rider ship signal envelope parcel poster newspaper card purse note key blackmail
  `),
  // A goal is named and the way to it begun.
  decision: words(`
    decide decision agree accept join leave pack suitcase journey set_out start begin plan promise vow swear let_us we_will i_will i_am_going
    we_are_going i_am_coming we_start quit resign resignation instead choose choice team train prepare depart departure ticket road gate follow together
    tonight tomorrow from_now no_more never_again show_me teach_me find_her find_him find_them find_it get_in get_your we_need a_plan deal shake_hands
    suit_up drive ride climb board enlist volunteer take_me count_me yes reopen rebuild hunt search badge uniform oath name
  `),
  // A step that can't be taken back.
  commitment: words(`
    no_going_back no_way_back no_turning_back cannot_go_back there_is_no_back burn bridge cut sign signature confess admit kiss destroy cross jump
    leap swallow marry marriage reveal steal ram smash snap tear drop throw edge door lock chain key too_late risk everything all_of_it whole
    savings house mortgage loan last_chance sacrifice let_go forever release pull_the lever button press trigger ashore border alone defy refuse
    nothing_for_sale give_back take_back own_name liability witness oath cliff rope engine fire match behind_them behind_her behind_him
  `),
  // What was hoped for is gone.
  loss: words(`
    die dead death kill corpse funeral coffin lose lost loss fail failure betray betrayal traitor arrest handcuff handcuffs prison jail cell expose
    accuse accusation collapse sink drown crash wreck wreckage ruin ruined explode explosion hospital wound bleed abandon alone goodbye over gone empty
    cry weep sob scream howl kneel silence capture captured defeat defeated hopeless despair blame fault sorry lie liar fraud leave_me you_lied
    it_is_over too_late without suspend suspended evict evicted fire fired dark smoke ash ashes broken break destroy destroyed shot flee fled
    ambulance diagnosis withdraw withdrawn disqualified bankrupt owe burn burnt flood siren taken drag nothing
  `),
  // Everything meets.
  clash: words(`
    fight battle confront confrontation face final finale duel against attack shoot fire gun pistol rifle sword knife axe bomb hit strike fall scream
    shout roar crowd audience everyone everybody whole_town whole speech judge jury court trial race last win winner victory defeat save rescue
    escape explode truth catch grab hold rise storm stage hall deadline midnight applause stand_up stands_up champion match_point collapse flames
    bullet blade throat chase breath breathe wave wedding altar train silence nobody_moves step_back stand_back
  `),
  // The dust has settled.
  rest: words(`
    breakfast morning garden grave sun sunlight smile laugh peace quiet quietly gentle small later spring summer years asleep sleep home bench
    walk wave grow tea coffee child baby photograph plaque queue small borrowed new
  `),
};

/** All kinds. */
export const TURNING_CUES = Object.keys(CUES) as TurningCue[];

interface CueEntry {
  cue: TurningCue;
  rest: readonly string[];
}

let index: Map<string, CueEntry[]> | undefined;

/** A word that was found. */
export interface CueHit {
  cue: TurningCue;
  /** As in the text. */
  text: string;
}

/**
 * Finds cue words in a text.
 *
 * @param text - Action or dialogue, English.
 */
export function findTurningCues(text: string): CueHit[] {
  index ??= buildIndex();
  const tokens = tokenize(spellOut(text)).filter(({ word }) => word);
  const hits: CueHit[] = [];
  for (const [i, token] of tokens.entries()) {
    const met = new Set<TurningCue>();
    for (const form of baseForms(token.lower)) {
      for (const { cue, rest } of index.get(form) ?? []) {
        if (met.has(cue) || !rest.every((word, j) => baseForms(tokens[i + 1 + j]?.lower ?? '').includes(word))) continue;
        met.add(cue);
        hits.push({
          cue,
          text: tokens
            .slice(i, i + 1 + rest.length)
            .map((each) => each.text)
            .join(' '),
        });
      }
    }
  }
  return hits;
}

function buildIndex(): Map<string, CueEntry[]> {
  const built = new Map<string, CueEntry[]>();
  for (const cue of TURNING_CUES) {
    for (const entry of new Set(CUES[cue])) {
      const [first, ...rest] = entry.split('_');
      const entries = built.get(first) ?? [];
      entries.push({ cue, rest });
      built.set(first, entries);
    }
  }
  return built;
}

/** `I'll` → `i will`: phrases are listed in full. */
function spellOut(text: string): string {
  return text
    .replaceAll('’', "'")
    .replace(/\b(let)'s\b/gi, '$1 us')
    .replace(/'ll\b/g, ' will')
    .replace(/'m\b/g, ' am')
    .replace(/'re\b/g, ' are')
    .replace(/\b(it|that|what|who|there|here|she|he)'s\b/gi, '$1 is')
    .replace(/\bcan't\b/gi, 'cannot');
}
