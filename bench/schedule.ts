/**
 * @file Scheduling a feature: seconds from a 120-page script to its schedule (read, broken down, planned), and the gap between the
 * cost of the schedule and a proved bound, under page limit, day and night, company moves, rest, cast dates, children's hours and
 * an order of scenes. A second figure asks for the bound alone to be met in days.
 *
 * `--data FILE` is a Fountain script; without it one of 120 pages is made.
 */
import { readFile } from 'node:fs/promises';
import { createRandom } from '@filmai/core-tensor/random';
import { breakDown } from '@filmai/nlp-script/breakdown';
import { parseFountain } from '@filmai/nlp-script/fountain';
import { checkSchedule, collectStrips, planShoot } from '@filmai/nlp-script/schedule';
import type { ShootRules, Strip } from '@filmai/nlp-script/schedule';
import { measurePages } from '@filmai/nlp-script/screenplay';
import type { BenchOptions, Figures } from './run.js';

const PAGES = 120;
const REPEATS = 3;

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const text = data === undefined ? makeFeature(seed) : await readFile(data, 'utf8');
  const times: number[] = [];
  for (let repeat = 1; repeat < REPEATS; repeat++) times.push(planOnce(text, seed).seconds);
  const { seconds, strips, rules, plan } = planOnce(text, seed);
  const pages = measurePages(parseFountain(text).screenplay).pages;
  const unit = `seconds for ${pages} pages, ${strips.length} scenes`;
  if (plan.result === 'conflict') {
    const reason = `no schedule: ${plan.rules.map(({ message }) => message).join('; ')}`;
    return { seconds120Pages: { value: null, unit, reason }, gap: { value: null, unit: 'share of the cost', reason } };
  }
  return {
    seconds120Pages: { value: [...times, seconds].toSorted((a, b) => a - b)[REPEATS >> 1], unit, n: REPEATS, seed },
    gap: { value: plan.gap, unit: 'share of the cost above a proved bound', n: 1, seed },
    days: { value: plan.counts.shootDays, unit: `shooting days, at least ${plan.bound.days}`, n: 1, seed },
    violations: { value: checkSchedule(plan, strips, rules).length, unit: 'rules broken', n: 1, seed },
  };
}

function planOnce(
  text: string,
  seed: number,
): { seconds: number; strips: Strip[]; rules: ShootRules; plan: ReturnType<typeof planShoot> } {
  const begun = performance.now();
  const strips = collectStrips(breakDown(parseFountain(text).screenplay));
  const rules = rulesFor(strips);
  const plan = planShoot(strips, rules, { seed });
  return { seconds: (performance.now() - begun) / 1000, strips, rules, plan };
}

/** Rules of a usual shoot, for whoever and whatever the script has: the third actor is away for a week, the fourth is a child. */
function rulesFor(strips: readonly Strip[]): ShootRules {
  const scenes = new Map<string, number>();
  for (const { cast } of strips) for (const name of cast) scenes.set(name, (scenes.get(name) ?? 0) + 1);
  const cast = [...scenes].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name);
  return {
    start: '2027-03-01',
    eighthsPerDay: 32,
    daysOff: [{ from: '2027-03-26', to: '2027-03-29' }],
    cast: [
      ...(cast[2] === undefined ? [] : [{ name: cast[2], unavailable: [{ from: '2027-03-08', to: '2027-03-12' }] }]),
      ...(cast[5] === undefined ? [] : [{ name: cast[5], child: { hours: 8 } }]),
    ],
    before: strips.length < 4 ? [] : [{ earlier: strips[1].id, later: strips.at(-1)!.id }],
  };
}

/** A script of the proportions of a feature: few places and people carry most scenes, a third plays at night. */
function makeFeature(seed: number): string {
  const random = createRandom(seed).split('feature');
  const names = 'MARA TOM JONAH RUTH ELI NORA VICTOR ADA SAM IVY OTTO PEARL HUGO LENA FRANK DORA ABEL ZOE'.split(' ');
  const places =
    'KITCHEN,HARBOUR,LIGHTHOUSE,TAVERN,ROAD,CHURCH,SCHOOL,FERRY,HOSPITAL,BEACH,OFFICE,CELLAR,STATION,FOREST,MARKET,ROOF';
  const rooms = ['', ' - BACK ROOM', ' - STAIRS', ' - DOOR'];
  const few = <Item>(list: readonly Item[]): Item => list[Math.floor(list.length * random.next() ** 2)];
  const sentence = (): string =>
    `${Array.from({ length: random.integer(5, 14) }, () => random.pick('the rain door light hand turns waits long cold table over slowly water'.split(' '))).join(' ')}.`.replace(
      /^./,
      (letter) => letter.toUpperCase(),
    );
  let text = 'Title: A Feature\n';
  for (;;) {
    const place = few(places.split(','));
    const outside = 'HARBOUR ROAD FERRY BEACH FOREST MARKET ROOF'.includes(place);
    text += `\n${outside ? 'EXT' : 'INT'}. ${place}${random.pick(rooms)} - ${random.chance(0.35) ? 'NIGHT' : 'DAY'}\n\n`;
    const cast = [...new Set(Array.from({ length: random.integer(1, 4) }, () => few(names)))];
    for (let i = random.integer(2, 14); i > 0; i--) {
      text += random.chance(0.35)
        ? `${cast[0]} looks. ${sentence()}\n\n`
        : `${random.pick(cast)}\n${sentence()} ${sentence()}\n\n`;
    }
    if (measurePages(parseFountain(text).screenplay).pages >= PAGES) return text;
  }
}
