/** @file The page's script: trains, and sends what came out to the server that it came from. */
import { trainDcgan } from './train-dcgan.js';

const steps = Number(new URLSearchParams(location.search).get('steps'));
const answer = await trainDcgan(steps, { wasmFiles: '/wasm' }).catch((error: unknown) => ({
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
}));
await fetch('/outcome', { method: 'POST', body: JSON.stringify(answer) });
