import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEndpointGenerator } from './endpoint-generator.js';
import { readRetryAfter } from './endpoint-failure.js';
import { collectText, WritingError } from './text-generator.js';

let server: Server | undefined;

/** Starts a server whose n-th request is answered by the n-th handler, the last one for all that follow. */
async function serve(...handlers: ((request: IncomingMessage, response: ServerResponse, body: string) => void)[]) {
  const bodies: Record<string, unknown>[] = [];
  const headers: IncomingMessage['headers'][] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => (body += bytes.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(body) as Record<string, unknown>);
      headers.push(request.headers);
      handlers[Math.min(bodies.length, handlers.length) - 1](request, response, body);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, bodies, headers };
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

const chunk = (content: string, finish?: string): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: finish ?? null }] })}\n\n`;

const begin = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'text/event-stream' });

const answer =
  (...texts: string[]) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    begin(response);
    for (const text of texts) response.write(chunk(text));
    response.write(chunk('', 'stop'));
    response.write(`data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 3, completion_tokens: texts.length } })}\n\n`);
    response.end('data: [DONE]\n\n');
  };

const fail =
  (status: number, body: string, more: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, more);
    response.end(body);
  };

/** Sends some text and breaks the connection. */
const breakOff =
  (...texts: string[]) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    begin(response);
    response.write(texts.map((text) => chunk(text)).join(''), () => response.destroy());
  };

const quick = { model: 'm', pauseSeconds: 0.001, silenceSeconds: 5 };

async function failureOf(url: string, options: object = {}): Promise<WritingError> {
  const error = await collectText(createEndpointGenerator({ ...quick, url, attempts: 2, ...options }), 'Go').catch(
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(WritingError);
  return error as WritingError;
}

describe('createEndpointGenerator', () => {
  it('streams a chat and tells the usage and why it ended', async () => {
    const { url, bodies, headers } = await serve(answer('The ', 'lamp ', 'is out.'));
    const generator = createEndpointGenerator({ ...quick, url: `${url}/`, apiKey: 'secret' });
    const pieces = [];
    for await (const piece of generator.generate('Go', { seed: 5, topK: 3, maxTokens: 9 })) pieces.push(piece);
    expect(pieces.map(({ text }) => text).join('')).toBe('The lamp is out.');
    expect(pieces.at(-1)).toEqual({ text: '', usage: { promptTokens: 3, writtenTokens: 3 }, finish: 'end' });
    expect(bodies[0]).toMatchObject({
      model: 'm',
      messages: [{ role: 'user', content: 'Go' }],
      seed: 5,
      top_k: 3,
      max_tokens: 9,
      stream: true,
    });
    expect(bodies[0]).not.toHaveProperty('repetition_penalty');
    expect(headers[0].authorization).toBe('Bearer secret');
    expect(generator.seeded).toBe(false);
  });

  it('gives a completion the prompt as it is and reads plain JSON from a server that does not stream', async () => {
    const { url, bodies } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ choices: [{ text: ' upon a time', finish_reason: 'length' }] }));
    });
    const text = await collectText(createEndpointGenerator({ ...quick, url, kind: 'completion' }), 'Once');
    expect(text).toMatchObject({ text: ' upon a time', finish: 'length' });
    expect(bodies[0].prompt).toBe('Once');
  });

  it('ends before a stop text that is spread over pieces, beyond the four that a server takes', async () => {
    const { url, bodies } = await serve(answer('one E', 'N', 'D two'));
    const text = await collectText(createEndpointGenerator({ ...quick, url }), 'Go', { stop: ['a', 'b', 'c', 'd', 'END'] });
    expect(text).toMatchObject({ text: 'one ', finish: 'stop' });
    expect(bodies[0].stop).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tries a busy server again, as late as it asks for', async () => {
    const { url, bodies } = await serve(
      fail(429, '{"error":{"message":"slow down"}}', { 'retry-after': '0.01' }),
      fail(503, 'down'),
      answer('ok'),
    );
    expect((await collectText(createEndpointGenerator({ ...quick, url }), 'Go')).text).toBe('ok');
    expect(bodies.length).toBe(3);
  });

  it('gives up on a server that stays busy with what it said', async () => {
    const { url, bodies } = await serve(fail(503, '<html><body>Bad   day</body></html>'));
    const error = await failureOf(url);
    expect(error.code).toBe('ENDPOINT_BUSY');
    expect(error.message).toContain('answered 503: Bad day, 2 attempts');
    expect(bodies.length).toBe(2);
  });

  it('does not repeat a refused request and keeps the key out of the message', async () => {
    const { url, bodies } = await serve(fail(401, '{"error":{"message":"bad key sk-12345"}}'));
    const error = await failureOf(url, { apiKey: 'sk-12345' });
    expect(error.code).toBe('ENDPOINT_REFUSED');
    expect(error.message).not.toContain('sk-12345');
    expect(error.message).toContain('Check the option apiKey');
    expect(bodies.length).toBe(1);
  });

  it('goes on behind what was written where the second attempt writes the same', async () => {
    const { url, bodies } = await serve(breakOff('The ', 'lamp'), answer('The lamp ', 'burns.'));
    expect((await collectText(createEndpointGenerator({ ...quick, url }), 'Go')).text).toBe('The lamp burns.');
    expect(bodies.length).toBe(2);
  });

  it('keeps what was written where the second attempt writes something else', async () => {
    const { url } = await serve(breakOff('The ', 'lamp'), answer('A ', 'dog'));
    const error = await failureOf(url);
    expect(error).toMatchObject({ code: 'ENDPOINT_CUT_OFF', written: 'The lamp' });
  });

  it('reports a stream that breaks off every time', async () => {
    const { url, bodies } = await serve(breakOff('Half'));
    expect(await failureOf(url)).toMatchObject({ code: 'ENDPOINT_CUT_OFF', written: 'Half' });
    expect(bodies.length).toBe(2);
  });

  it('notices a stream that ends without saying why', async () => {
    const { url } = await serve((_, response) => {
      begin(response);
      response.end(chunk('Half'));
    });
    expect(await failureOf(url)).toMatchObject({ code: 'ENDPOINT_CUT_OFF', written: 'Half' });
  });

  it('gives up on a silent server', async () => {
    const { url } = await serve(() => undefined);
    const error = await failureOf(url, { silenceSeconds: 0.05 });
    expect(error.code).toBe('ENDPOINT_TIMEOUT');
    expect(error.message).toContain('said nothing for 0.05 s, 2 attempts');
  });

  it('gives up on a server that falls silent in the middle, and keeps what came', async () => {
    const { url } = await serve((_, response) => {
      begin(response);
      response.write(chunk('Half'));
    });
    expect(await failureOf(url, { silenceSeconds: 0.1 })).toMatchObject({ written: 'Half' });
  });

  const nonsense: Record<string, [string, string]> = {
    'a page of HTML': ['text/html', '<html>Welcome</html>'],
    'what is not JSON': ['text/event-stream', 'data: lorem ipsum\n\n'],
    'JSON of another kind': ['text/event-stream', 'data: {"hello":1}\n\n'],
    'a list': ['application/json', '[]'],
    'text that is a number': ['application/json', '{"choices":[{"message":{"content":7}}]}'],
    'an empty stream': ['text/event-stream', ''],
  };
  it.each(Object.entries(nonsense))('calls %s nonsense', async (_, [type, body]) => {
    const { url, bodies } = await serve(fail(200, body, { 'content-type': type }));
    const error = await failureOf(url);
    expect(error.code).toBe('ENDPOINT_NONSENSE');
    expect(bodies.length).toBe(2);
  });

  it('reports an error that comes inside the stream', async () => {
    const { url } = await serve((_, response) => {
      begin(response);
      response.end('data: {"error":{"message":"out of memory"}}\n\n');
    });
    const error = await failureOf(url);
    expect(error.message).toContain('out of memory');
  });

  it('says that nobody listens', async () => {
    const { url } = await serve(answer(''));
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    const error = await failureOf(url);
    expect(error.code).toBe('ENDPOINT_UNREACHABLE');
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('is cancelled while it writes, and while it waits', async () => {
    const { url } = await serve((_, response) => {
      begin(response);
      response.write(chunk('Half'));
    });
    const stop = new AbortController();
    const read = async (): Promise<string> => {
      let text = '';
      for await (const piece of createEndpointGenerator({ ...quick, url }).generate('Go', { signal: stop.signal })) {
        text += piece.text;
        stop.abort(new Error('enough'));
      }
      return text;
    };
    await expect(read()).rejects.toThrow('enough');
  });

  it('lets the server go when the reader has enough', async () => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const { url } = await serve((_, response) => {
      response.on('close', closed);
      begin(response);
      response.write(chunk('Half'));
    });
    for await (const piece of createEndpointGenerator({ ...quick, url }).generate('Go')) if (piece.text === 'Half') break;
    await gone;
  });

  it.each([
    [{ url: 'localhost:80', model: 'm' }, TypeError],
    [{ url: 'http://x', model: '' }, TypeError],
    [{ url: 'http://x', model: 'm', attempts: 0 }, RangeError],
    [{ url: 'http://x', model: 'm', silenceSeconds: 0 }, RangeError],
    [{ url: 'http://x', model: 'm', pauseSeconds: -1 }, RangeError],
  ])('refuses %o', (options, kind) => {
    expect(() => createEndpointGenerator(options)).toThrow(kind);
  });

  it.each([{ maxTokens: 0 }, { temperature: 3 }, { topP: 0 }, { topK: -1 }, { repetitionPenalty: 0.5 }, { seed: 0.5 }])(
    'refuses the text option %o at once',
    (options) => {
      const generator = createEndpointGenerator({ url: 'http://x', model: 'm' });
      expect(() => generator.generate('Go', options)).toThrow(RangeError);
    },
  );
});

describe('readRetryAfter', () => {
  it('reads seconds and dates', () => {
    expect(readRetryAfter('2')).toBe(2000);
    expect(readRetryAfter('Thu, 01 Jan 1970 00:00:05 GMT', 2000)).toBe(3000);
    expect(readRetryAfter('soon')).toBeUndefined();
    expect(readRetryAfter(null)).toBeUndefined();
  });
});
