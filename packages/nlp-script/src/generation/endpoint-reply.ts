/** @file Reads what an endpoint answers: a stream of events, or one piece of JSON from servers that can't stream. */
import { EndpointFailure, unreachable } from './endpoint-failure.js';
import { readServerSentEvents } from './server-sent-events.js';
import type { TextFinish, TextUsage } from './text-generator.js';
import type { TextEnd } from './text-stream.js';

/**
 * Reads a successful response.
 *
 * @param response - Its body is read to the end, or until `take` has enough.
 * @param kind - Decides where the text stands.
 * @param heard - Called whenever bytes come.
 * @param take - Takes text; returns whether enough has come.
 * @throws EndpointFailure `ENDPOINT_NONSENSE`, `ENDPOINT_CUT_OFF`, `ENDPOINT_UNREACHABLE`.
 */
export async function readReply(
  response: Response,
  kind: 'chat' | 'completion',
  heard: () => void,
  take: (text: string) => boolean,
): Promise<TextEnd> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.body) throw nonsense('an answer without a body');
  if (/json/.test(type)) return readWhole(await response.text(), kind, take);
  if (!/event-stream/.test(type)) throw nonsense(`${type === '' ? 'something' : type} instead of a stream of events`);
  const end: { usage?: TextUsage; finish?: TextFinish } = {};
  let done = false;
  let events = 0;
  try {
    for await (const data of readServerSentEvents(response.body, heard)) {
      if (data.trim() === '[DONE]') {
        done = true;
        break;
      }
      events++;
      const chunk = readChunk(data, kind, 'delta');
      if (chunk.usage) end.usage = chunk.usage;
      if (chunk.finish) end.finish = chunk.finish;
      if (chunk.text !== '' && take(chunk.text)) return { ...end, finish: 'stop' };
    }
  } catch (error) {
    if (error instanceof EndpointFailure || events === 0) throw error;
    throw new EndpointFailure('ENDPOINT_CUT_OFF', `the stream broke off after ${events} pieces`, {
      remedy: 'Look at the log of the server.',
      cause: unreachable(error).cause,
    });
  }
  if (events === 0 && !done) throw nonsense('a stream without a single event');
  // Some servers leave [DONE] out, but all say why they ended.
  if (!done && end.finish === undefined)
    throw new EndpointFailure('ENDPOINT_CUT_OFF', `the stream broke off after ${events} pieces`, {
      remedy: 'Look at the log of the server.',
    });
  return { ...end, finish: end.finish ?? 'end' };
}

function readWhole(body: string, kind: 'chat' | 'completion', take: (text: string) => boolean): TextEnd {
  const { text, usage, finish } = readChunk(body, kind, 'message');
  const enough = text !== '' && take(text);
  return { ...(usage ? { usage } : {}), finish: enough ? 'stop' : (finish ?? 'end') };
}

interface Chunk {
  text: string;
  usage?: TextUsage;
  finish?: TextFinish;
}

/** One piece of JSON; what isn't as the interface says is nonsense. */
function readChunk(json: string, kind: 'chat' | 'completion', place: 'delta' | 'message'): Chunk {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw nonsense(`what isn't JSON: ${shorten(json)}`);
  }
  if (!isRecord(value)) throw nonsense(`JSON without choices: ${shorten(json)}`);
  if (value.error !== undefined && value.error !== null) {
    const said = isRecord(value.error) ? value.error.message : value.error;
    throw new EndpointFailure('ENDPOINT_BUSY', `failed while it wrote: ${shorten(String(said))}`, {
      remedy: 'Look at the log of the server.',
    });
  }
  const usage = isRecord(value.usage) ? readUsage(value.usage) : undefined;
  const choices = value.choices;
  if (!Array.isArray(choices)) throw nonsense(`JSON without choices: ${shorten(json)}`);
  const choice: unknown = choices[0];
  // The last event has the usage and no choice.
  if (choice === undefined) return { text: '', ...(usage ? { usage } : {}) };
  if (!isRecord(choice)) throw nonsense(`a choice that is no object: ${shorten(json)}`);
  const holder = kind === 'chat' ? choice[place] : choice;
  const text: unknown = isRecord(holder) ? (kind === 'chat' ? holder.content : holder.text) : undefined;
  if (text !== undefined && text !== null && typeof text !== 'string') throw nonsense(`text that is no text: ${shorten(json)}`);
  if (!isRecord(holder) && choice.finish_reason === undefined) throw nonsense(`a choice without ${place}: ${shorten(json)}`);
  const reason = choice.finish_reason;
  const finish: TextFinish | undefined = typeof reason === 'string' ? (reason === 'length' ? 'length' : 'end') : undefined;
  return { text: text ?? '', ...(usage ? { usage } : {}), ...(finish ? { finish } : {}) };
}

function readUsage(usage: Record<string, unknown>): TextUsage | undefined {
  const { prompt_tokens: prompt, completion_tokens: written } = usage;
  return typeof prompt === 'number' && typeof written === 'number' ? { promptTokens: prompt, writtenTokens: written } : undefined;
}

function nonsense(what: string): EndpointFailure {
  return new EndpointFailure('ENDPOINT_NONSENSE', `answered with ${what}`, {
    remedy: "Check that the address is that of an interface like OpenAI's; it usually ends in /v1.",
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
