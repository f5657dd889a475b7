/** @file What drives, sails and flies, and what has to be trained and fed. Phrases use `_`. */
import type { LexiconSource } from './lexicon.js';

export const VEHICLES: LexiconSource = {
  category: 'vehicle',
  nouns: `
    car police_car patrol_car squad_car sports_car racing_car estate_car hire_car rental_car getaway_car taxi cab minicab yellow_cab limousine limo
    sedan saloon_car hatchback convertible coupe station_wagon suv jeep land_rover range_rover minivan minibus van police_van delivery_van
    camper_van campervan camper motorhome rv caravan pickup pickup_truck truck fire_truck fire_engine tow_truck dump_truck garbage_truck tanker_truck
    tanker lorry articulated_lorry semi trailer bulldozer digger excavator forklift crane_truck tractor combine_harvester combine plough snowplough
    snowplow snow_plough steamroller bus school_bus double-decker coach_bus ambulance hearse police_cruiser armoured_car armored_car
    motorcycle motorbike motor_scooter scooter moped dirt_bike sidecar bicycle bike tricycle unicycle tandem rickshaw tuk-tuk skateboard sled
    sledge sleigh toboggan snowmobile quad_bike go-kart golf_cart cart horse_cart wagon carriage horse-drawn_carriage stagecoach chariot
    train steam_train freight_train goods_train express_train locomotive railcar subway_train underground_train tram streetcar trolleybus monorail
    cable_car boat rowing_boat rowboat dinghy fishing_boat motorboat speedboat lifeboat sailboat sailing_boat yacht catamaran canoe kayak raft
    barge narrowboat houseboat ferry steamer steamship paddle_steamer tug tugboat trawler ship warship battleship destroyer frigate cruiser
    aircraft_carrier cruise_ship cargo_ship container_ship freighter oil_tanker schooner galleon frigate gondola hovercraft jet_ski submarine
    u-boat lightship pirate_ship tall_ship longboat
    aeroplane airplane plane aircraft jet jet_fighter fighter_jet airliner biplane bomber seaplane glider hang-glider helicopter chopper
    hot-air_balloon hot_air_balloon airship zeppelin blimp drone
    spaceship spacecraft starship space_shuttle shuttle rocket rocket_ship lunar_module lander moon_buggy rover space_capsule escape_pod
    flying_saucer ufo space_station
    armoured_personnel_carrier halftrack humvee rolls-royce mercedes cadillac chevrolet volkswagen mustang porsche ferrari
  `,
  guarded: `coach tank sub tender liner punt carrier module pod capsule skiff`,
};

export const ANIMALS: LexiconSource = {
  category: 'animal',
  nouns: `
    dog puppy hound sheepdog guard_dog greyhound terrier labrador alsatian poodle bulldog spaniel cat kitten tomcat horse pony foal mare
    stallion donkey mule cow bull calf ox cattle sheep lamb goat pig piglet hog boar wild_boar hen chicken rooster cockerel chick
    goose gosling duckling swan turkey peacock pigeon dove sparrow robin blackbird crow raven magpie rook jackdaw starling thrush nightingale
    lark owl hawk falcon eagle vulture buzzard kestrel gull seagull albatross pelican cormorant puffin penguin heron stork flamingo
    parrot budgie budgerigar canary cockatoo songbird bird hummingbird woodpecker bat_colony rabbit hare hamster guinea_pig gerbil mouse rat
    squirrel chipmunk hedgehog badger fox vixen wolf coyote jackal hyena bear_cub polar_bear grizzly lion lioness tiger leopard panther jaguar
    cheetah lynx puma elephant rhino rhinoceros hippo hippopotamus giraffe zebra antelope gazelle buffalo bison camel llama alpaca
    deer stag doe fawn moose elk reindeer kangaroo koala wallaby monkey ape gorilla chimpanzee orangutan baboon snake python cobra viper
    rattlesnake adder lizard gecko iguana chameleon crocodile alligator tortoise turtle frog toad newt salamander tadpole
    fish goldfish salmon trout mackerel herring cod tuna pike_fish carp_fish eel shark whale dolphin porpoise walrus octopus squid jellyfish crab
    lobster shrimp starfish spider tarantula scorpion ant bee wasp hornet bumblebee butterfly moth dragonfly beetle ladybird cockroach
    cricket grasshopper mosquito maggot worm earthworm snail slug caterpillar centipede otter beaver weasel ferret stoat mink
    dragon unicorn dinosaur livestock herd_of_cows flock_of_sheep pack_of_dogs pack_of_wolves swarm_of_bees flock_of_birds
  `,
  guarded: `seal duck bear fly bat crane hog mole ram rook kid cub pike ray perch buck`,
};
