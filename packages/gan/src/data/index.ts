/** @file What networks learn from. */
export { clipFolder } from './clip-folder.js';
export type { ClipFolderOptions } from './clip-folder.js';
export { asFeed } from './feed.js';
export type { BatchSource, Feed, FeedPosition, FeedReader, ReadFeedOptions, UnreadableFile } from './feed.js';
export { fromArrays } from './from-arrays.js';
export type { ArrayField } from './from-arrays.js';
export { createItemFeed } from './item-feed.js';
export type { Item, ItemFeed, ItemSource } from './item-feed.js';
export { joinFeeds } from './join-feeds.js';
export type { PictureChanges } from './picture-changes.js';
export { labelledFolder, pairFolder, pictureFolder } from './picture-folder.js';
export type { LabelledFeed, PairArrangement, PictureFolderOptions } from './picture-folder.js';
export type { PictureFileOptions, PictureSizeOptions, ReadPicture } from './picture-reader.js';
