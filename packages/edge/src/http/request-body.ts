import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import getRawBody from 'raw-body';
import { areValidActionArguments, hasValidActionFields } from './react-action-fields.ts';

/** Whether a body was announced: of a request without one the server makes no stream, which would never end. */
export function carriesBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** The whole body, or `too-large` as soon as that is known. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too-large'> {
  if (!carriesBody(request)) return Buffer.alloc(0);
  const length = request.headers['content-length'];
  return getRawBody(request, { limit: maxBytes, ...(length === undefined ? {} : { length }) }).catch(
    (error) => {
      if ((error as { type?: string }).type === 'entity.too.large') return 'too-large';
      throw error;
    },
  );
}

/** Lets a large body through as it comes, and breaks it off where it grows too large. */
export function limitBytes(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      next(bytes > maxBytes ? new Error('the body is too large') : null, chunk);
    },
  });
}

export interface RequestBody {
  body: Buffer;
  contentType: string;
}

/** Who reads a body in the end: next-auth and routes, React's server half for its client, or a plain form's. */
export type BodyReader = 'route' | 'client-action' | 'form-action';

/**
 * A body that its recipient can read, or nothing. Next answers 500 to a broken multipart body and to broken
 * JSON, and takes a form sent without `enctype` for a mere visit; so that is written out as multipart.
 */
export async function validateBody(
  sent: RequestBody,
  recipient: BodyReader,
): Promise<RequestBody | undefined> {
  const { body, contentType } = sent;
  try {
    if (/^application\/json/i.test(contentType)) {
      JSON.parse(body.toString());
      return sent;
    }
    if (recipient === 'route') return sent;
    if (/^text\//i.test(contentType)) return areValidActionArguments(body.toString()) ? sent : undefined;

    const form = await formIn(sent);
    if (recipient === 'client-action') return areValidActionArguments(form.get('0')) ? sent : undefined;
    if (!hasValidActionFields(form)) return undefined;
    return /^multipart\//i.test(contentType) ? sent : asMultipart(form);
  } catch {
    return undefined;
  }
}

function formIn({ body, contentType }: RequestBody): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
}

async function asMultipart(form: FormData): Promise<RequestBody> {
  const written = new Response(form);
  return {
    body: Buffer.from(await written.arrayBuffer()),
    contentType: written.headers.get('content-type') ?? '',
  };
}
