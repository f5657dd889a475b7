/** @file Frames of moving pictures as plain data, the form in which all packages pass pictures to each other. */
export { encodePng } from './encode-png.js';
export { compositeOver, createFrame } from './frame.js';
export type { Frame } from './frame.js';
