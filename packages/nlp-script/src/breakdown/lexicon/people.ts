/** @file What people wear, what make-up does to them, and people without a line. Phrases use `_`. */
import type { LexiconSource } from './lexicon.js';

export const WARDROBE: LexiconSource = {
  category: 'wardrobe',
  nouns: `
    coat raincoat overcoat trench_coat fur_coat lab_coat tailcoat greatcoat duffel_coat jacket leather_jacket denim_jacket dinner_jacket anorak
    parka windcheater oilskin oilskins poncho cape cloak shawl cardigan jumper sweater pullover hoodie sweatshirt t-shirt tee_shirt
    shirt blouse polo_neck turtleneck vest waistcoat singlet camisole corset bra lingerie underwear boxers knickers
    dress evening_dress wedding_dress summer_dress ball_gown gown nightgown nightdress nightshirt dressing_gown bathrobe robe kimono sari kilt
    skirt miniskirt petticoat trousers jeans shorts slacks chinos leggings tights stockings overalls dungarees jumpsuit boiler_suit wetsuit
    suit three-piece_suit business_suit dinner_suit tuxedo spacesuit space_suit swimsuit bikini swimming_trunks bathing_suit tracksuit
    uniform police_uniform army_uniform nurse's_uniform school_uniform livery costume fancy_dress armour armor chain_mail bulletproof_vest flak_jacket
    hospital_gown scrubs surgical_mask apron hat top_hat bowler_hat cowboy_hat straw_hat hard_hat fedora trilby beret baseball_cap cap flat_cap
    bonnet helmet crash_helmet hood headscarf scarf balaclava veil turban hijab tiara wig hairnet hairpin bandana
    shoes boots wellingtons wellington_boots rubber_boots cowboy_boots high_heels heels stilettos sandals slippers trainers sneakers
    clogs flip-flops city_shoes ballet_shoes ice_skates shoe boot glove gloves mittens gauntlets socks sock
    tie_and_jacket necktie bow_tie cravat bow-tie cufflinks braces suspenders belt_buckle sash pearls sunglasses mirror_sunglasses reading_glasses
    spectacles goggles safety_goggles eyepatch eye_patch monocle pyjamas pajamas onesie loincloth toga tunic cassock habit_of_a_nun
    feather_boa stetson chaps spurs neckerchief bolo_tie chef's_whites toque hairpiece white_gloves ball_mask dinner_jacket evening_gloves space_helmet
    magnetic_boots overshoes galoshes gumboots smock straw_boater puttees greatcoat tin_hat armband dog_tags
    wedding_veil mourning_clothes black_tie tweed corduroy rags borrowed_tie
  `,
  guarded: `tie glasses belt collar habit mask ring apron suit`,
};

export const MAKEUP: LexiconSource = {
  category: 'makeup',
  nouns: `
    blood bloodstain bloodstains nosebleed wound gash bruise bruises bruised_cheek bruised_face black_eye scar scars burn_mark burns_on graze scratch_on
    tattoo tattoos beard false_beard stubble moustache mustache sideburns wrinkles freckles make-up makeup eyeliner mascara lipstick face_paint
    war_paint clown_make-up prosthetics prosthetic sweat tears soot grime mud_on bandaged_head split_lip swollen_eye scab blister rash
    pimples broken_tooth missing_tooth gold_tooth fangs pallor frostbite sunburn dried_blood bullet_wound stab_wound stitches eyeshadow rouge
    white_hair grey_hair gray_hair shaved_head bald_head dyed_hair pockmarks birthmark horns_on vampire_teeth
  `,
  guarded: `cut bite`,
  adjectives: `bruised bloodied bleeding bloody sunburnt sunburned unshaven bearded scarred tattooed sweaty sweat-soaked soot-stained
    mud-splattered mud-caked grimy bandaged wrinkled freckled pockmarked bald disfigured wounded tear-stained`,
};

export const EXTRAS: LexiconSource = {
  category: 'extra',
  nouns: `
    crowd crowds passer-by passers-by passerby passersby pedestrian pedestrians onlooker onlookers bystander bystanders spectator spectators audience
    congregation mourners mourner guests party_guests wedding_guests diners customers shoppers commuters passengers travellers travelers tourists
    students pupils schoolchildren classmates children villagers townspeople townsfolk fishermen sailors soldiers troops policemen
    policewomen police_officers officers riot_police firemen firefighters paramedics nurses orderlies doctors patients prisoners inmates guards
    security_guards reporters journalists photographers photographer cameramen jurors jury lawyers clerks office_workers workers labourers miners farmers waiters
    waitresses barmen barmaids dancers musicians protesters demonstrators rioters mob gang thugs bodyguards henchmen servants maids footmen
    cheerleaders athletes players fans refugees pilgrims monks nuns worshippers astronauts crew crew_members gallery full_gallery
    extras drinkers revellers revelers beachgoers cyclists joggers skaters beggars street_vendors stallholders hawkers buskers
    guard waiter waitress barman barmaid bartender bouncer policeman policewoman police_officer soldier sentry usher bailiff doorman porter
    receptionist taxi_driver bus_driver conductor old_man old_woman young_couple
    bishop priest vicar curate verger chambermaid housekeeper bellhop concierge valet cloakroom_attendant croupier sommelier butler footman
    farmhand shepherd milkmaid harvester fruit_picker blacksmith auctioneer gambler cowboy cowhand rider horseman outlaw bandit deputy gravedigger
    undertaker prospector orderly stretcher_bearer medic surgeon patient matron wounded_soldier recruit cadet private deserter prisoner_of_war
    dishwasher kitchen_hand line_cook pastry_chef busboy diner food_critic deckhand crewman crewmen technician engineer
    police_officer detective forensic_officer thief burglar safecracker getaway_driver hostage hostages policemen firefighter paramedic
  `,
  guarded: `crew fans players officers patients guests`,
};
