/** @file Storyboard pictures from layouts. */
export { drawStoryboardFromLayout, releaseStoryboardNetworks } from './draw-from-layout.js';
export type { DrawFromLayoutOptions } from './draw-from-layout.js';
export { flatPicture, LAYOUT_MAPS, layoutMaps } from './layout-maps.js';
export type { StoryboardLayout } from './layout-maps.js';
