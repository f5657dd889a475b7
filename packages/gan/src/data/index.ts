/** @file What networks learn from. */
export { asFeed } from './feed.js';
export type { BatchSource, Feed, FeedPosition, FeedReader, ReadFeedOptions, UnreadableFile } from './feed.js';
export { fromArrays } from './from-arrays.js';
export type { ArrayField } from './from-arrays.js';
export { createItemFeed } from './item-feed.js';
export type { Item, ItemFeed, ItemSource } from './item-feed.js';
