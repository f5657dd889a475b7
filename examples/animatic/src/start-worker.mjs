/** @file Starts a thread whose code is TypeScript: loaders of the main thread are not there in others. */
import { register } from 'tsx/esm/api';

register();
await import('./picture-worker.ts');
