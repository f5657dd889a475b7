/** @file The words casting understands: who is a woman, colours, hair, hats. English first, with the commonest of other languages. */
import type { CLOTH_PAINTS, HAIR_PAINTS, HairStyle, HatStyle } from './look.js';

const FEMALE_WORDS =
  /(?<![\p{L}\p{M}])(woman|girl|female|she|her|mother|mom|mum|sister|daughter|wife|aunt|grandmother|grandma|granny|queen|princess|lady|mrs|ms|miss|madam|waitress|actress|policewoman|nun|bride|widow|femme|fille|fillette|mère|sœur|madame|infirmière|frau|mutter|schwester|tochter|mädchen|krankenschwester|ärztin|mujer|madre|hermana|hija|niña|señora|doctora|enfermera|jueza)(?![\p{L}\p{M}])|[女妈娘婆姐妹]|她|奶奶/iu;
const MALE_WORDS =
  /(?<![\p{L}\p{M}])(man|boy|male|he|his|him|father|dad|brother|son|husband|uncle|grandfather|grandpa|king|prince|gentleman|mr|sir|waiter|actor|policeman|monk|groom|widower|homme|garçon|père|frère|monsieur|mann|vater|bruder|sohn|junge|herr|hombre|padre|hermano|hijo|niño|señor|priest|cowboy|fisherman|schoolboy)(?![\p{L}\p{M}])|[男爸爷哥弟叔]|他/iu;

/** First names that are mostly women's or men's; anything else is left to the seed. */
const WOMEN =
  'mara maria marie mary anna anne annie ana elena helen helena eve eva emma emily ella ellen eliza elizabeth lisa lucy lucia laura lara linda lily lena nina nora natalie olivia sara sarah sofia sophie susan ruth rose rosa rachel rebecca rita kate katie katherine karen julia julie jane jean joan jo jess jessica ida iris irene ingrid isabel isla hannah grace gloria gina fiona faith esther edith diana daisy clara claire chloe carol carmen camille bella beth barbara audrey astrid amy amelia alice agnes ada abigail zoe yasmin vera victoria violet tess teresa tara stella sonia simone silvia martha margaret maggie mei mia molly monica naomi priya layla leila ines greta frida freya aisha fatima amara keiko yuki hana sakura xiaomei charlotte holly hope june kim lea leah lois mabel nell nadia paula penny petra polly ursula valerie wendy winnie'.split(
    ' ',
  );
const MEN =
  'adam alan albert alex alfred andrew andy anthony arthur ben benjamin bernard bill bob brian bruce carl charles charlie chris daniel dan dave david dennis derek don donald ed eddie edward eric ernest felix francis frank fred gabriel gary george gerald gordon graham greg hank hans harold harry henry hugo ian ivan jack jacob jake james jason jeff jim joe joel john johnny jonas jonathan jose joseph josh juan karl ken kevin kurt larry lars leo leon leonard lewis louis luca lucas luke marc marco mark martin matt matthew max michael miguel mike mohammed nathan ned neil nick noah norman oliver omar oscar otto pablo patrick paul pedro peter phil philip pierre ralph ray richard rob robert roger ron roy sam samuel scott sean simon stan stephen steve stuart ted theo thomas tim toby tom tony victor vincent walter will william wei hiroshi kenji raj ravi ahmed ali hassan kofi kwame diego carlos luis antonio giovanni mateo'.split(
    ' ',
  );

/** Whether words or first name say that it is a woman; `undefined` where they don't. */
export function femaleFrom(words: string, name: string): boolean | undefined {
  const female = FEMALE_WORDS.exec(words);
  const male = MALE_WORDS.exec(words);
  if (female && male) return female.index < male.index;
  if (female) return true;
  if (male) return false;
  const first = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(
      (part) =>
        part &&
        !['dr', 'prof', 'old', 'young', 'captain', 'inspector', 'officer', 'sergeant', 'judge', 'agent', 'the'].includes(part),
    )[0];
  if (first && WOMEN.includes(first)) return true;
  if (first && MEN.includes(first)) return false;
  return undefined;
}

/** Hair colours. */
export const HAIR_WORDS: readonly (readonly [keyof typeof HAIR_PAINTS, RegExp])[] = [
  ['white', /\bwhite[- ]hair(ed)?|white beard/],
  ['grey', /\bgr[ae]y[- ]hair(ed)?|silver[- ]hair(ed)?|gr[ae]y beard|gr[ae]ying|graue haare|cheveux gris|pelo gris|白发/],
  ['blonde', /\bblond(e|es|er|in)?\b|fair[- ]hair(ed)?|rubi[oa]\b|金发/],
  ['red', /\bred[- ]?hair(ed)?|redhead|ginger|roux|rousse|rothaarig|pelirroj[oa]|红发/],
  ['auburn', /\bauburn|chestnut hair/],
  ['brown', /\bbrown[- ]hair(ed)?|brunette/],
  ['black', /\b(black|raven|dark)[- ]hair(ed)?|黑发/],
];

/** Hair styles. */
export const STYLE_WORDS: readonly (readonly [HairStyle, RegExp])[] = [
  ['bald', /\bbald(ing)?\b|\bchauve\b|\bkahl\b|\bcalv[oa]\b|光头/],
  ['shaved', /\bshaved head|buzz ?cut/],
  ['crew', /\bcrew cut|close-cropped/],
  ['receding', /\breceding|thinning hair/],
  ['afro', /\bafro\b/],
  ['mohawk', /\bmohawk|punk\b/],
  ['braids', /\bbraid(s|ed)?\b|plaits|zöpfe|tresses|trenzas|辫子/],
  ['pony', /\bpony-?tail|马尾/],
  ['bun', /\bbun\b|hair up|chignon|dutt\b/],
  ['bob', /\bbob\b/],
  ['pixie', /\bpixie/],
  ['curly', /\bcurly|curls\b|lockig|frisé|riz(os|ado)|卷发/],
  ['wavy', /\bwavy/],
  ['messy', /\b(messy|tousled|unkempt|dishevel\w+|wild) ?(hair)?/],
  ['slick', /\bslick(ed)?(-| )?(back)?/],
  ['long', /\blong[- ](\w+ )?hair(ed)?|langhaarig|cheveux longs|pelo largo|长发/],
  ['short', /\bshort[- ](\w+ )?hair(ed)?|短发/],
];

/** Head gear. */
export const HAT_WORDS: readonly (readonly [HatStyle, RegExp])[] = [
  ['beanie', /\b(beanie|woo?l(len)? (hat|cap)|knit(ted)? (hat|cap)|watch cap|bonnet|mütze|gorro)\b/],
  ['cowboy', /\b(cowboy hat|stetson)\b/],
  ['hardhat', /\b(hard ?hat|safety helmet|casque de chantier|schutzhelm)\b/],
  ['straw', /\bstraw hat\b/],
  ['space', /\b(space helmet|astronaut|cosmonaut)\b|宇航员/],
  ['helmet', /\b(helmet|helm)\b/],
  ['beret', /\bberet\b|béret/],
  ['headscarf', /\b(headscarf|hijab|kerchief|foulard|kopftuch)\b/],
  ['veil', /\bveil\b/],
  ['crown', /\b(crown|king|queen)\b/],
  ['chef', /\b(chef|toque)\b|厨师/],
  ['hood', /\b(hood(ed)? figure|hood up|in a hood|hooded (man|woman|stranger))\b/],
  ['peaked', /\b(peaked cap|captain's (hat|cap)|uniform cap|képi)\b/],
  ['surgeon', /\bsurgeon\b|surgical cap/],
  ['nurse', /\bnurse's cap\b/],
  ['cap', /\b(baseball cap|cap|casquette|kappe|gorra)\b|帽子/],
  ['brim', /\b(hat|fedora|trilby|bowler|chapeau|hut|sombrero)\b/],
];

/** Cloth colours, as regular expression sources. */
export const CLOTH_WORDS: readonly (readonly [keyof typeof CLOTH_PAINTS, string])[] = [
  ['black', 'black|noir|noire|schwarz\\w*|negr[oa]|黑'],
  ['white', 'white|blanche?|weiß\\w*|blanc[oa]|白'],
  ['navy', 'navy|dark blue'],
  ['sky', 'light blue|pale blue|sky-?blue'],
  ['blue', 'blue|bleue?|blau\\w*|azul|蓝'],
  ['green', 'green|verte?|grün\\w*|verde|绿'],
  ['red', 'red|rouge|rot\\w*|roj[oa]|crimson|scarlet|红'],
  ['yellow', 'yellow|jaune|gelb\\w*|amarill[oa]|黄'],
  ['orange', 'orange|naranja'],
  ['pink', 'pink|rose|rosa'],
  ['purple', 'purple|violet|lila|morad[oa]|紫'],
  ['brown', 'brown|brune?|braun\\w*|marrón|tweed|棕'],
  ['grey', 'gr[ae]y|grise?|grau\\w*|gris|灰'],
  ['beige', 'beige|camel'],
  ['tan', 'tan'],
  ['khaki', 'khaki'],
  ['olive', 'olive'],
  ['teal', 'teal|turquoise'],
  ['wine', 'burgundy|maroon|wine-red'],
  ['cream', 'cream'],
  ['charcoal', 'charcoal|dark gr[ae]y'],
];
