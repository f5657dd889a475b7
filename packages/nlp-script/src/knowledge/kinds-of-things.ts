/** @file Which things are a kind of which: whoever asks about the gun means the revolver too. */
import { rememberWords } from '../breakdown/word-memory.js';

const KINDS: Readonly<Record<string, string>> = {
  gun: 'pistol revolver rifle shotgun handgun musket carbine machine_gun winchester derringer firearm',
  knife: 'dagger penknife pocketknife bread_knife machete scalpel switchblade razor blade cleaver',
  sword: 'sabre rapier blade',
  weapon: 'gun pistol revolver rifle shotgun handgun knife dagger sword axe hatchet bomb grenade spear crossbow bow club poison',
  car: 'taxi cab limousine limo sedan convertible jeep police_car sports_car mercedes volvo coupe hatchback wagon',
  vehicle: 'car van truck lorry bus motorcycle motorbike bicycle bike scooter boat train plane helicopter tractor',
  boat: 'ship dinghy rowboat rowing_boat trawler yacht canoe raft lifeboat ferry speedboat motorboat',
  ship: 'freighter schooner spaceship starship frigate galleon liner',
  dog: 'terrier hound puppy sheepdog labrador poodle spaniel bulldog st_bernard',
  cat: 'kitten tomcat',
  bird: 'parrot raven crow gull seagull falcon eagle pigeon dove owl',
  horse: 'mare stallion pony foal mule',
  letter: 'note envelope message telegram postcard memo',
  note: 'letter message',
  paper: 'letter document contract deed note newspaper will map papers',
  document: 'contract deed will passport file papers letter',
  book: 'diary ledger notebook bible journal logbook novel',
  phone: 'telephone mobile cellphone smartphone handset receiver',
  money: 'cash coin coins banknote wad_of_notes bill bills dollar_bill gold',
  jewel: 'diamond ruby emerald necklace ring brooch bracelet pearl tiara jewellery jewelry',
  necklace: 'locket pendant pearls',
  bag: 'suitcase briefcase handbag purse backpack rucksack satchel holdall duffel_bag sack',
  suitcase: 'case briefcase',
  box: 'case crate chest casket shoebox music_box cigar_box',
  key: 'keys key_ring car_keys keycard key_card',
  drink: 'whiskey whisky wine beer brandy vodka gin champagne coffee tea water cocktail',
  drug: 'pill pills tablet medicine syringe',
  poison: 'arsenic cyanide strychnine',
  picture: 'photograph photo painting portrait sketch snapshot polaroid',
  photo: 'photograph snapshot polaroid',
  light: 'lamp torch lantern candle flashlight',
  lamp: 'oil_lamp desk_lamp lantern torch flashlight',
  recording: 'tape cassette',
};

const parents = new Map<string, Set<string>>();
for (const [kind, words] of Object.entries(KINDS))
  for (const word of words.split(' ')) {
    const phrase = word.replaceAll('_', ' ');
    parents.set(phrase, (parents.get(phrase) ?? new Set()).add(kind));
  }

/**
 * Whether a thing is a kind of another: a revolver is a gun, a gun a weapon; a bread knife is a knife by its last word.
 *
 * @param thing - Dictionary form in lower case.
 * @param kind - The wider word.
 */
export function isKindOf(thing: string, kind: string): boolean {
  return kindsOf(thing).has(kind);
}

const kindsOf = rememberWords((thing): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [thing];
  for (let word = open.pop(); word !== undefined; word = open.pop()) {
    if (seen.has(word)) continue;
    seen.add(word);
    open.push(...(parents.get(word) ?? []));
    const last = word.split(' ').at(-1)!;
    if (last !== word) open.push(last);
  }
  return seen;
});
