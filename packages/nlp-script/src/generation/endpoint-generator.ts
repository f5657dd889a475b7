/**
 * @file Any endpoint that speaks OpenAI's HTTP interface as a writer: llama.cpp's server, Ollama, vLLM, LM Studio, hosted services. Failures
 * of networks and servers are tried again with growing pauses; what was written before a failure that stays is kept in the error.
 */
import { isRetryable, retryWithBackOff } from '../transformers/back-off.js';
import { EndpointFailure, failureOfResponse, unreachable } from './endpoint-failure.js';
import { readReply } from './endpoint-reply.js';
import { createStopFilter } from './stop-texts.js';
import { completeTextOptions, WritingError } from './text-generator.js';
import type { CompleteTextOptions, TextGenerator } from './text-generator.js';
import { streamText } from './text-stream.js';
import type { TextEnd } from './text-stream.js';

/** Options of {@link createEndpointGenerator}. */
export interface EndpointOptions {
  /** The address in front of `/chat/completions`: `'http://localhost:8080/v1'`. */
  url: string;
  /** Name of the model, as the endpoint calls it. */
  model: string;
  /** Sent as a bearer token; never part of a message. */
  apiKey?: string;
  /** `'chat'` gives the prompt as a user's message, `'completion'` as text to be continued. Default `'chat'`. */
  kind?: 'chat' | 'completion';
  /** Attempts before giving up, 1…10. Default 4. */
  attempts?: number;
  /** Seconds of silence after which an attempt is given up, above 0. Default 60. */
  silenceSeconds?: number;
  /** Seconds before the second attempt, at least 0; each further pause is twice as long. A `Retry-After` of the server goes before. Default 0.5. */
  pauseSeconds?: number;
  /** Longest pause, in seconds, whatever the server asks for. Default 60. */
  longestPauseSeconds?: number;
  /** More headers. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * Creates a writer over an endpoint. Nothing is sent before the first text is asked for.
 *
 * Whether a seed decides the text is up to the server: `seeded` is false. After a stream that was cut off the text is asked for again; where
 * the server writes the same words again, the text goes on behind them, else the error holds what came.
 *
 * @param options - See {@link EndpointOptions}.
 * @returns The writer; its texts throw {@link WritingError} with code `ENDPOINT_UNREACHABLE`, `ENDPOINT_REFUSED` (wrong key, model or request),
 *   `ENDPOINT_BUSY`, `ENDPOINT_TIMEOUT`, `ENDPOINT_CUT_OFF` or `ENDPOINT_NONSENSE`, and with what was written so far in `written`.
 * @throws TypeError, RangeError for wrong options.
 * @example
 * ```ts
 * import { createEndpointGenerator } from '@filmai/nlp-script/generation';
 *
 * const generator = createEndpointGenerator({ url: 'http://localhost:8080/v1', model: 'qwen2.5-7b-instruct' });
 * console.log(generator.id); // endpoint:qwen2.5-7b-instruct
 * ```
 */
export function createEndpointGenerator(options: EndpointOptions): TextGenerator {
  const complete = completeOptions(options);
  return {
    id: `endpoint:${complete.model}`,
    seeded: false,
    generate(prompt, textOptions) {
      const text = completeTextOptions(prompt, textOptions);
      return streamText((push, signal) => write(complete, prompt, text, push, signal), text.signal);
    },
  };
}

type CompleteEndpoint = Required<Omit<EndpointOptions, 'apiKey'>> & Pick<EndpointOptions, 'apiKey'>;

function completeOptions(options: EndpointOptions): CompleteEndpoint {
  const complete = {
    kind: 'chat' as const,
    attempts: 4,
    silenceSeconds: 60,
    pauseSeconds: 0.5,
    longestPauseSeconds: 60,
    headers: {},
    ...options,
  };
  const { url, model, kind, attempts } = complete;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new TypeError(`createEndpointGenerator: url must begin with http:// or https://, got ${url}`);
  if (typeof model !== 'string' || model === '') throw new TypeError('createEndpointGenerator: model must be a name');
  if (kind !== 'chat' && kind !== 'completion')
    throw new RangeError(`createEndpointGenerator: kind must be 'chat' or 'completion', got ${String(kind)}`);
  if (!(Number.isInteger(attempts) && attempts >= 1 && attempts <= 10))
    throw new RangeError(`createEndpointGenerator: attempts must be a whole number from 1 to 10, got ${String(attempts)}`);
  for (const name of ['silenceSeconds', 'pauseSeconds', 'longestPauseSeconds'] as const) {
    if (!(complete[name] >= (name === 'silenceSeconds' ? Number.MIN_VALUE : 0)))
      throw new RangeError(`createEndpointGenerator: ${name} must be a positive number, got ${String(complete[name])}`);
  }
  return { ...complete, url: url.replace(/\/+$/, '') };
}

async function write(
  endpoint: CompleteEndpoint,
  prompt: string,
  options: CompleteTextOptions,
  push: (text: string) => void,
  signal: AbortSignal,
): Promise<TextEnd> {
  const { attempts, pauseSeconds, longestPauseSeconds } = endpoint;
  // Text of the model as it was given on, before stop texts are looked for.
  let received = '';
  let given = '';
  const filter = createStopFilter(options.stop);
  const give = (text: string): void => {
    given += text;
    push(text);
  };
  const attempt = async (): Promise<TextEnd> => {
    let again = '';
    const end = await request(endpoint, prompt, options, signal, (text) => {
      again += text;
      const same = again.length <= received.length ? received.startsWith(again) : again.startsWith(received);
      if (!same)
        throw new EndpointFailure('ENDPOINT_CUT_OFF', 'the stream broke off, and asked again the model writes something else', {
          final: true,
        });
      if (again.length <= received.length) return false;
      give(filter.push(again.slice(received.length)));
      received = again;
      return filter.stopped;
    });
    give(filter.flush());
    return filter.stopped ? { ...end, finish: 'stop' } : end;
  };
  try {
    return await retryWithBackOff(attempt, {
      attempts,
      firstPauseMs: pauseSeconds * 1000,
      longestPauseMs: longestPauseSeconds * 1000,
      signal,
      retryable: (error) => (error instanceof EndpointFailure ? error.retryable : isRetryable(error)),
      askedPauseMs: (error) => (error instanceof EndpointFailure ? error.askedPauseMs : undefined),
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EndpointFailure)) throw error;
    const tried = error.retryable && attempts > 1 ? `, ${attempts} attempts` : '';
    throw new WritingError(error.code, hide(endpoint, `${endpoint.url}: ${error.message}${tried}`), {
      written: given,
      ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
      ...(error.cause === undefined ? {} : { cause: error.cause }),
    });
  }
}

/** One attempt. `take` returns whether enough has come. */
async function request(
  endpoint: CompleteEndpoint,
  prompt: string,
  options: CompleteTextOptions,
  signal: AbortSignal,
  take: (text: string) => boolean,
): Promise<TextEnd> {
  const { url, apiKey, kind, silenceSeconds, headers } = endpoint;
  const silence = new AbortController();
  let clock: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(clock);
    clock = setTimeout(() => silence.abort(), silenceSeconds * 1000);
  };
  heard();
  try {
    const response = await fetch(`${url}/${kind === 'chat' ? 'chat/completions' : 'completions'}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream, application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        ...headers,
      },
      body: JSON.stringify(bodyOf(endpoint, prompt, options)),
      signal: AbortSignal.any([signal, silence.signal]),
    });
    heard();
    if (!response.ok) throw failureOfResponse(response.status, response.headers, await response.text().catch(() => ''));
    return await readReply(response, kind, heard, take);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EndpointFailure) throw error;
    if (silence.signal.aborted)
      throw new EndpointFailure('ENDPOINT_TIMEOUT', `said nothing for ${silenceSeconds} s`, {
        remedy: 'Wait until the server has loaded the model, or raise silenceSeconds.',
      });
    throw unreachable(error);
  } finally {
    clearTimeout(clock);
    silence.abort();
  }
}

function bodyOf({ model, kind }: CompleteEndpoint, prompt: string, options: CompleteTextOptions): Record<string, unknown> {
  const { maxTokens, temperature, topK, topP, repetitionPenalty, seed, stop } = options;
  return {
    model,
    ...(kind === 'chat' ? { messages: [{ role: 'user', content: prompt }] } : { prompt }),
    max_tokens: maxTokens,
    temperature,
    top_p: topP,
    seed,
    // Not part of OpenAI's own interface, so sent only where wanted.
    ...(topK > 0 ? { top_k: topK } : {}),
    ...(repetitionPenalty === 1 ? {} : { repetition_penalty: repetitionPenalty }),
    // The interface takes four; the rest is found here.
    ...(stop.length > 0 ? { stop: stop.slice(0, 4) } : {}),
    stream: true,
    stream_options: { include_usage: true },
  };
}

/** Servers quote requests in their errors; the key stays out of ours. */
function hide({ apiKey }: CompleteEndpoint, text: string): string {
  return apiKey ? text.replaceAll(apiKey, '[key]') : text;
}
