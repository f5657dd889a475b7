/** @file Why one attempt at an endpoint failed, whether another makes sense, and how long the server asks to wait. */
import type { NlpScriptErrorCode } from '../screenplay/error.js';

/** A failed attempt. Its message goes behind the address. */
export class EndpointFailure extends Error {
  readonly retryable: boolean;
  readonly remedy: string | undefined;
  readonly askedPauseMs: number | undefined;

  constructor(
    readonly code: Extract<NlpScriptErrorCode, `ENDPOINT_${string}`>,
    message: string,
    {
      final = false,
      remedy,
      askedPauseMs,
      cause,
    }: { final?: boolean; remedy?: string; askedPauseMs?: number; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.retryable = !final;
    this.remedy = remedy;
    this.askedPauseMs = askedPauseMs;
  }
}

/** The failure that a status other than success means. */
export function failureOfResponse(status: number, headers: Headers, body: string): EndpointFailure {
  const said = quote(body);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const askedPauseMs = readRetryAfter(headers.get('retry-after'));
    return new EndpointFailure('ENDPOINT_BUSY', `answered ${status}${said}`, {
      remedy: status === 429 ? 'Wait, or ask for a higher limit of requests.' : 'Look at the log of the server.',
      ...(askedPauseMs === undefined ? {} : { askedPauseMs }),
    });
  }
  return new EndpointFailure('ENDPOINT_REFUSED', `answered ${status}${said}`, {
    final: true,
    remedy:
      status === 401 || status === 403
        ? 'Check the option apiKey.'
        : status === 404
          ? "Check url (it usually ends in /v1), kind and the model's name."
          : 'Check the model, its longest context and the options.',
  });
}

/** The failure that an error of fetch means. */
export function unreachable(error: unknown): EndpointFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : String(cause));
  return new EndpointFailure('ENDPOINT_UNREACHABLE', `could not be reached (${reason})`, {
    remedy: 'Check the address and that the server runs.',
    cause: error,
  });
}

/**
 * Milliseconds of a `Retry-After` header: seconds or a date (RFC 9110, section 10.2.3).
 *
 * @returns `undefined` where it is absent or can't be read.
 */
export function readRetryAfter(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** What a server says about itself, short and on one line. */
function quote(body: string): string {
  let text = body;
  try {
    const parsed = JSON.parse(body) as { error?: { message?: unknown } | string; message?: unknown } | null;
    const said = typeof parsed?.error === 'object' ? parsed.error.message : (parsed?.error ?? parsed?.message);
    if (typeof said === 'string') text = said;
  } catch {
    // A page of HTML or plain text.
  }
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? '' : `: ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`;
}
