/** @file What `@filmai/nlp-script/budget` gives. */
export {};
