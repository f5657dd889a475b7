/** @file Server-sent events (WHATWG HTML, section 9.2), as far as endpoints of language models use them: the `data` of each event. */

/**
 * Reads the data of each event from a body.
 *
 * @param body - Bytes as they come; characters and lines may be cut anywhere.
 * @param onBytes - Called when anything has come, for a clock of silence.
 * @yields The `data` lines of each event joined by line feeds; comments and other fields are left out.
 */
export async function* readServerSentEvents(body: ReadableStream<Uint8Array>, onBytes?: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      onBytes?.();
      rest += decoder.decode(read.value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield data.join('\n');
          data = [];
        } else if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  // By the standard an event without its blank line is lost; endpoints end without one, and what came is whole if it parses.
  if (rest.startsWith('data:')) data.push(rest.slice(rest.startsWith('data: ') ? 6 : 5).replace(/\r$/, ''));
  if (data.length > 0) yield data.join('\n');
}
