/** @file Things that are handled: what a property master looks for. Phrases use `_`; see lexicon.ts for the notation. */
import type { LexiconSource } from './lexicon.js';

export const PROPS: LexiconSource = {
  category: 'prop',
  nouns: `
    knife bread_knife penknife pocketknife dagger sword sabre rapier spear lance crossbow quiver bayonet machete hatchet cleaver scalpel razor
    scissors blade gun handgun pistol revolver rifle shotgun musket machine_gun submachine_gun carbine holster bullet cartridge ammunition
    grenade dynamite detonator bomb time_bomb truncheon nightstick baton taser handcuffs shackle gavel noose rope chain padlock crowbar wrench spanner
    screwdriver pliers chisel spirit_level toolbox tool_box toolkit sledgehammer pickaxe shovel spade wheelbarrow handcart trowel pitchfork
    scythe sickle ladder stepladder bucket pail broom mop dustpan feather_duster duster vacuum_cleaner hose watering_can lawnmower
    torch flashlight lantern candle candlestick candelabra lamp desk_lamp oil_lamp lightbulb light_bulb lighter matchbox matchstick cigarette cigar
    tobacco ashtray joint syringe pill tablet_of_aspirin medicine bandage plaster stretcher wheelchair crutch thermometer stethoscope
    defibrillator inhaler oxygen_mask gurney bedpan walking_stick walking_frame cane
    cup paper_cup mug teacup saucer teapot coffee_pot kettle jug pitcher tankard goblet wineglass glass_of_water glass_of_wine glass_of_milk
    glass_of_whisky shot_glass tumbler bottle water_bottle wine_bottle beer_bottle flask hip_flask thermos canteen carton jar tin_can diesel_can
    petrol_can gas_can jerrycan jerry_can bowl plate dish platter tray fork teaspoon tablespoon chopsticks ladle spatula whisk frying_pan
    saucepan casserole wok cutlery napkin tablecloth corkscrew tin_opener can_opener bottle_opener cutting_board rolling_pin apron_string toaster
    microwave blender coffee_machine coffee tea whisky whiskey wine beer champagne vodka rum gin brandy cocktail lemonade milkshake soda juice
    milk water_glass bread sandwich cake birthday_cake pie pancake biscuit cookie croissant toast_rack bagel doughnut donut chocolate sweets
    lollipop ice_cream apple banana pear lemon tomato potato carrot onion cabbage pumpkin melon grapes strawberry cherry cheese butter egg
    sausage bacon steak ham burger hamburger pizza noodle spaghetti pasta soup stew salad popcorn crisps chips crust crumbs sugar salt
    spice vinegar mustard ketchup jam honey rice cereal porridge groceries shopping_bag picnic_basket picnic_blanket hamper lunchbox
    book notebook exercise_book textbook diary journal logbook ledger newspaper magazine comic pamphlet leaflet brochure letter envelope
    postcard stamp_album parcel package telegram memo paper papers sheet_of_paper note_pad notepad document folder dossier briefcase contract
    deed passport visa identity_card id_card business_card credit_card ticket boarding_pass badge warrant photograph photo snapshot polaroid
    picture_frame portrait painting canvas easel palette paintbrush sketchbook sketch blueprint map chart globe atlas compass sextant telescope
    binoculars microscope magnifying_glass hourglass pen fountain_pen ballpoint pencil crayon chalk blackboard whiteboard eraser sharpener ink
    inkwell typewriter stapler paper_clip ruler caliper calipers clipboard form poster banner placard flag cheque check_book chequebook wallet
    purse handbag suitcase backpack rucksack duffel_bag holdall satchel plastic_bag paper_bag canvas_bag bin_bag sack evidence_bag tote trunk
    crate cardboard_box shoebox toy_box jewel_case jewelry_box aluminium_case violin_case attache_case basket cage birdcage hamster_cage
    barrel cask keg coffin urn casket wreath bouquet flower flowers rose tulip lily daisy vase flowerpot plant_pot
    telephone phone mobile cellphone cell_phone smartphone payphone handset receiver walkie-talkie walkie_talkie megaphone loudhailer intercom
    pager laptop keyboard tablet computer monitor_screen touchscreen printer photocopier fax camera video_camera tripod microphone
    tape_recorder dictaphone headphones headset earphones radio transistor_radio marine_radio television tv remote_control projector
    slide_projector record_player gramophone turntable jukebox cassette clock alarm_clock stopwatch wristwatch pocket_watch metronome calculator
    abacus cash_register vending_machine coin coins banknote bank_note money cash dollar_bill wad_of_notes gold_bar diamond jewel jewellery
    jewelry necklace bracelet earring locket brooch wedding_ring engagement_ring crown_jewels tiara sceptre medal trophy rosette silver_cup
    key keys keyring key_ring car_keys doll teddy_bear teddy toy toy_car kite balloon balloons skipping_rope yo-yo marbles dice chess_set chessboard
    playing_cards deck_of_cards poker_chips jigsaw puzzle football baseball basketball tennis_racket cricket_bat baseball_bat golf_club
    fishing_rod net butterfly_net fishing_net fishing_line lobster_pot bait anchor oar oars paddle tarpaulin tarp sail_cloth life_jacket lifebelt
    life_ring lifebuoy flare flare_gun parachute tent sleeping_bag camping_stove campfire_pot rope_ladder binder
    umbrella parasol blanket pillow cushion mattress quilt duvet towel handkerchief tissue soap toothbrush toothpaste hairbrush hairdryer
    lipstick perfume comb_and_mirror hand_mirror needle thread knitting knitting_needles yarn sewing_machine thimble scissors iron_bar ironing_board
    clothes_peg clothesline washing_line laundry laundry_basket coat_hanger
    extinguisher fire_extinguisher first_aid_kit smoke_detector syringe test_tube beaker petri_dish bunsen_burner pipette specimen skull skeleton
    crystal_ball tarot_cards rosary crucifix bible prayer_book candle_stub incense statue statuette figurine bust relic amulet talisman
    scroll parchment quill sealing_wax trolley shopping_trolley pushchair pram crib cradle cot high_chair dummy rattle feeding_bottle nappy
    satellite_phone control_panel joystick hologram_projector data_pad keycard key_card usb_stick memory_stick hard_drive floppy_disk
    screen saddlebag bridle saddle horseshoe lasso whip leash dog_lead collar food_bowl noticeboard sandbag barbed_wire searchlight
    volcano papier-mâché_volcano root leaf seed seeds tomato_plant tyre_iron jack_handle jumper_cables glove_box_map fuse fuse_box light_switch
    doorbell welcome_mat rug crutches hearing_aid dentures spectacles_case monocle pince-nez rail_ticket timetable
    winchester six-shooter derringer saddle_bag wanted_poster tin_star stagecoach_strongbox strongbox branding_iron water_trough spittoon coffee_mill
    console viewport container cargo_container air_tank space_suit_glove toolkit welding_torch circuit_board wiring_harness fuel_cell
    basin sieve colander grater whetstone skillet stockpot mixing_bowl chopping_board tea_towel dish_towel oven_glove bread_roll menu
    surgical_instruments instruments forceps bone_saw suture iv_drip stretcher_poles morphine ampoule kit_bag field_telephone mess_tin tin_cup periscope
    table sign street_sign signpost hay_bale bale pruning_shears secateurs milk_churn churn beehive sheaf sack_of_grain tobacco_tin chainsaw
    glass_case display_case room_key keycard lockpick glass_cutter walkie-talkies earpiece grappling_hook balaclava_bag duffel
    chequers scoreboard whistle_cord lanyard name_tag nameplate confetti streamers firecracker sparkler cracker gift present_box ribbon
    wrapping_paper christmas_tree bauble tinsel stocking_filler wishbone pinata scrapbook photo_album album frame mirror microphone_stand
    lens lightbulb bulb plank planks stove_lighter coal log_basket bellows poker firewood kindling axe axe_handle chair armchair stool
  `,
  guarded: `
    watch match matches ring saw hammer box can pot pan case file lock bow bat fan nail pin press string spoon glass glasses mirror card cards
    note notes bill cover light plant seal stamp brush comb paint tape record drill mask ball stick bar bag rod staff rock stone brick
    log board drink whip cast iron needle spray shell club cross crown pack patch pick pipe plug pouch pump rake remote rest sack safe
    spring stake tag tank tie toast tool tube wand wheel wire switch button lever gift present machine chart bell tin pad wheelie_bin crook
  `,
};
