/** @file What `@filmai/nlp-script/characters` gives. */
export {};
