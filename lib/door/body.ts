import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

/** The whole body, or `too-large` as soon as that is known. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too-large';
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) resolve('too-large');
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the sender went away')));
  });
}

/** Lets a large body through as it comes, and breaks it off where it grows too large. */
export function atMost(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      next(bytes > maxBytes ? new Error('the body is too large') : null, chunk);
    },
  });
}

export interface SentForm {
  body: Buffer;
  contentType: string;
}

/**
 * A form as Next's actions can read it, or nothing if it is none. Next answers 500 to a broken multipart body,
 * and takes a form sent without `enctype` for a mere visit; so that is written out as multipart.
 */
export async function readableForm({ body, contentType }: SentForm): Promise<SentForm | undefined> {
  const sent = new Request('http://form/', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': contentType },
  });
  try {
    const form = await sent.formData();
    if (!isSoundAction(form)) return undefined;
    if (/^multipart\//i.test(contentType)) return { body, contentType };
    const written = new Response(form);
    return {
      body: Buffer.from(await written.arrayBuffer()),
      contentType: written.headers.get('content-type') ?? contentType,
    };
  } catch {
    return undefined;
  }
}

/** React's own fields hold JSON, written by our page; with anything else in them it answers 500. */
function isSoundAction(form: FormData): boolean {
  for (const [name, value] of form) {
    if (!/^\$ACTION_\w+:\d+$/.test(name)) continue;
    if (typeof value !== 'string') return false;
    JSON.parse(value);
  }
  return true;
}
