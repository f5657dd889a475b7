/** @file What `@filmai/nlp-script/schedule` gives. */
export {};
