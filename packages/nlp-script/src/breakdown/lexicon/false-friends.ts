/**
 * @file Phrases whose words look like things on stage but aren't: places named after them, idioms, the camera's own words.
 * They are matched like entries, the longest phrase wins, and a phrase of this list yields nothing.
 */
export const FALSE_FRIENDS = `
  bus_stop bus_station bus_shelter bus_lane bus_depot train_station railway_station train_track train_tracks railway_line tram_stop taxi_rank cab_rank
  car_park car_wash car_dealer car_showroom parking_lot parking_space petrol_station gas_station filling_station service_station boat_house boathouse
  boat_yard boatyard boat_shed ship_yard shipyard plane_tree truck_stop cart_track bicycle_path bike_path bicycle_shop motorcycle_shop horse_race_track
  fire_station fire_door fire_escape fire_exit fire_drill fire_brigade fire_department fire_hydrant fire_chief fire_service fire_safety fire_away
  open_fire under_fire cease_fire ceasefire crossfire fire_back fire_a_question fire_questions fire_at fire_into fire_on fire_again fire_twice fire_off
  fire_from_his_job fire_from_her_job you_are_fired you're_fired
 return_fire returning_fire exchange_fire greasy_spoon kill_its_lights kill_the_lights kill_his_lights kill_her_lights
  shoot_a_look shoot_a_glance shoot_him_a shoot_her_a shoot_them_a shoot_me_a shoot_up shoot_out_of shoot_past shoot_through shoot_a_scene shoot_the_scene shoot_a_film
  patient_as patient_and waves_of_applause shock_waves heat_waves brain_waves radio_waves brow_furrows private_room private_school in_private
  dog_days dog_tired dog_eared dog-eared dog_collar cat_walk catwalk cat_burglar bull's_eye bullseye crocodile_tears snake_oil horse_chestnut goose_bumps
  goosebumps chicken_out wolf_down wolf_whistle monkey_wrench monkey_business rat_race bird's_eye_view bird's_eye bird_bath black_sheep cold_fish
  swan_song swan_dive lion's_share pig_headed butterfly_stroke fish_and_chips fly_open fly_off fly_at fly_past spider_web spider's_web cobweb
  bear_hug bear_witness bear_in_mind crow's_nest crow's_feet eagle_eyed hawk_eyed duck_down duck_under duck_behind crane_up crane_down
  crane_over crane_shot crane_his crane_her crane_their dolly_in dolly_out tracking_shot close_shot wide_shot long_shot medium_shot establishing_shot
  two_shot two-shot three_shot master_shot reverse_shot aerial_shot drone_shot insert_shot point_of_view_shot over_the_shoulder_shot shot_of same_shot
  a_shot_of mug_shot moon_shot big_shot shot_glass shot_put
  wind_down wind_up wind_his wind_her winds_up wind_through winds_through wind_around winds_around wind_the_clock wind_chime second_wind
  storm_out storm_off storm_in storm_into storm_past storm_away brainstorm storm_drain storm_lantern
  steam_engine steam_room smoke_screen smoke_alarm smoke_break smoking_jacket smoke_ring rain_check rain_coat snow_white lightning_fast
  lightning_speed thunder_past thunder_along thunder_down thunders_past break_the_ice
  against_the_glass through_the_glass wipe_the_glass the_glass_goes grey_foam foam_rubber glass_door glass_doors glass_wall glass_roof glass_partition stained_glass glass_eye window_pane pane_of_glass magnifying_glass_effect beehive_of_glass
  the_bar at_the_bar behind_the_bar bar_stool bar_counter bar_of_soap wine_bar coffee_bar snack_bar crossbar space_bar handlebar bar_top
  coffee_shop coffee_table coffee_house tea_room tea_shop tea_house teahouse book_shop bookshop book_case bookcase book_shelf bookshelf book_store paper_round
  paper_mill phone_box phone_booth phone_call telephone_box telephone_booth telephone_pole telegraph_pole telephone_call telephone_line flower_bed flower_shop
  flower_stall bread_bin cake_shop milk_bar beer_garden beer_mat wine_cellar wine_list egg_on butter_up toy_shop toy_store ticket_office
  ticket_booth ticket_inspector ticket_machine post_box letter_box letterbox mail_box mailbox newspaper_stand newspaper_boy magazine_rack map_room chart_room
  key_hole keyhole key_moment key_witness key_role clock_tower bell_tower bell_boy bellboy light_house lighthouse lamp_room lamp_post lamppost street_lamp street_light
  porch_light porch_lamp traffic_light traffic_lights tail_light tail_lights headlight headlights daylight moonlight starlight night_light_years light_years
  first_light light_fades light_shifts candlelight lamplight by_candlelight
  gun_shop gun_powder knife_edge sword_fish bomb_shelter bomb_site bomb_disposal bullet_point bullet_train chain_reaction chain_of_command chain_smoker rope_off
  rope_bridge ladder_in_tights net_curtain net_curtains net_profit net_loss internet work_force box_office box_room case_closed in_case in_any_case
  a_case_of court_case basket_case stair_case staircase bow_out bow_his bow_her bows_his bows_her bow_their along_the_bow over_the_bow at_the_bow across_the_bow ship's_bow
  match_point match_made cricket_match football_match boxing_match no_match boxing_ring ring_road ring_master ringmaster ring_of bat_an_eyelid bat_the_ball
  watch_tower watchtower keep_watch night_watch watch_out watch_over on_watch pin_down nail_polish nail_down record_company record_shop
  drum_his drum_her drums_his drums_her drums_on band_of elastic_band rubber_band hat_band march_past march_off march_of_time
  piano_stool piano_lid music_stand music_lesson music_shop song_sheet organ_donor internal_organ organ_transplant horn-rimmed shoehorn
  dress_up dress_down dress_rehearsal dressing_room dressing_table coat_of_paint coat_of_dust coat_hook coat_stand coat_rack coat_of_arms shoe_shop shoe_box
  hat_stand hat_rack suit_yourself follow_suit law_suit lawsuit suit_case tie_up tie_down tie_to tie_around tie_his tie_her tied_to tied_around tie_them glove_box glove_compartment
  hood_up hood_down hood_of_the_car hood_of_the_truck under_the_hood cap_in_hand belt_up seat_belt seatbelt conveyor_belt sock_drawer
  blood_pressure blood_bank blood_test blood_relative blood_red blood_oath in_cold_blood tears_off tears_open tears_up tears_away tears_at tears_down
  tears_out tear_open tears_through tears_across tears_past tears_loose tear_loose tears_into sweat_it_out no_sweat
  crowd_around crowd_round crowds_around crowd_in crowd_into crowd_the passengers'_lounge guard_rail guard_room guardrail guard_tower guards_against
  gallery_owner art_gallery students'_union audience_with patient_smile children's_home nursing_home old_man's old_woman's
  fall_silent fall_asleep fall_quiet fall_in_love fall_into_step fall_to_pieces fall_apart_laughing fall_still fall_for fall_in_with fall_back_on fall_behind
  night_fall night_falls nightfall silence_falls darkness_falls dusk_falls rain_falls snow_falls rain_fall snow_fall light_falls shadow_falls curtain_falls pressure_falls
  pressure_falling falls_of waterfall waterfalls fall_through_the_light the_fall_of fall_away jump_cut jump_rope jumps_to_conclusions
  trip_to road_trip slip_away slip_out slip_into slip_past slip_on slip_of_paper slips_of_paper slip_off slip_back slip_down slip_in slip_through kick_off kicks_off
  race_car race_course racecourse race_track human_race arms_race heart_races mind_races jump_leads car_jump swing_open swing_door swings_open swing_shut swing_doors swing_set garden_swing swing_round swing_around
  crash_helmet_law crash_barrier crash_course crash_out dive_bar dive_into_the_crowd_of chase_away cut_to_the_chase punch_line punch_bag punch_bowl
  struggle_to struggles_to struggle_for_breath struggling_to fight_back_tears fights_back_tears fight_tears fight_the_wheel fights_the_wheel
  duck_his duck_her ram_home burst_in burst_into burst_out bursting_with burst_through burst_of burst_open
  spark_of flash_of_anger flash_of_recognition flash_back flashback flashbacks flash_cut flash_forward news_flash a_flash_of hot_flash flash_drive flashlight_app
  blast_off blaze_of_glory beam_at beams_at beam_with beaming_at blood_boils burn_out burn_to_white burns_with burn_down_the_road burning_question sunburn burning_desire
  sun_glasses sun_deck sun_hat sun_lounger sun_screen heat_of_the_moment on_thin_ice
  table_lamp_shop shutter_speed glue_factory window_box back_seat front_seat heart_beat drop_dead phone_number case_file
  card_table card_game business_plan note_that cover_up cover_her cover_his covers_her covers_his cover_their covering_his covering_her take_cover undercover under_cover
  box_in press_on press_conference the_press press_release in_brackets point_of_order plant_pot_man power_plant stick_to stick_out sticks_out stick_around stick_by
  rod_of_iron rock_bottom rock_pool rock_star rock_face black_rocks stone_wall stone_floor stone_steps stone_cold brick_wall pack_up pack_of pack_in pipe_down pipe_dream plug_in
  tin_roof patch_up patch_of iron_gate iron_gates iron_door iron_bed cast_a_glance cast_iron cast_off cast_their spring_up springs_up spring_to spring_from pump_action witness_box in_a_murmur in_a_whisper piano_lesson rest_of the_rest at_rest rest_on_the screw_up play_dead tap_water tap_on tap_his tap_her tap_dance knock_out knock_over knock_down knocks_over bang_on_time
  ring_finger spoon_feed spray_of pot_hole pothole pan_to pan_across pan_left pan_right pan_up pan_down pan_over pans_across pans_to slow_pan
  tank_top think_tank fish_tank oil_tank water_tank petrol_tank subtitle sub_section space_suit_rack coach_driver football_coach sports_coach coach_house tender_smile
  plane_of inclined_plane wood_plane shuttle_service van_driver van_gogh truck_driver train_driver car_door_handle bus_ticket train_ticket plane_ticket rocket_salad rocket_science
  ferry_terminal ferry_port lift_shaft bike_lane cab_driver taxi_driver_union crane_his_neck plough_on ploughs_on carriage_return
  toast_to raise_a_toast flag_down flags_down screen_door screen_saver smoke-screen volume_of frame_of_mind out_of_frame in_frame into_frame fills_frame leaves_frame mirror_image
  root_of root_cause seed_of leaf_through leafs_through chair_the_meeting net_result lens_flare form_of form_a forms_a in_the_form_of collar_bone letter_of_the_law sheet_of_rain sheets_of_rain sheet_of_flame
  volcano_of_anger camera_pans camera_moves camera_pulls camera_pushes camera_cranes camera_tracks camera_follows camera_tilts camera_rises camera_finds camera_holds camera_drifts
  the_camera snap_shut snaps_shut snap_out whistle_stop call_centre call_box call_of_duty call_sign cry_out shout_out crack_of_dawn crack_in crack_open crack_under cracks_open pop_up pop_in pop_out popcorn_stand clap_eyes
  drum_up horn_of_plenty cough_up laugh_line cheer_up boo_hoo hum_drum barks_an_order rattled_nerves sigh_of_relief roar_past roars_past thunder_of_applause ring_true
  silence_of voice_of murmur_of_agreement wall_of_silence static_shock tick_box tick_off echo_chamber
`;
