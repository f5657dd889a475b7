/** @file The worlds that the built-in grammar knows. */
import type { World } from './world.js';
import { WORLDS_OF_PEOPLE } from './worlds-of-people.js';
import { WORLDS_OF_WORK } from './worlds-of-work.js';

/** All of them. */
export const WORLDS: readonly World[] = [...WORLDS_OF_PEOPLE, ...WORLDS_OF_WORK];
