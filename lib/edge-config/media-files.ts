import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OwnRoute } from '@barta/edge';
import { rangeIn } from '@barta/edge/cache/byte-range';
import { isMediaFile, mediaTypeOf } from '@/lib/media/media-file';
import type { SecurityPolicy } from './security-policy';

interface MediaFileRequest {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  folder: string;
  policy: SecurityPolicy;
}

/**
 * Serves audio or video from the disk, whole or as a range, streamed so that a film does not displace thousands of
 * cached pages. Returns false, with nothing sent, if the path does not match or the file does not exist.
 */
export async function sendMediaFile({
  request,
  response,
  path,
  folder,
  policy,
}: MediaFileRequest): Promise<boolean> {
  const file = path.replace(/^\/media\//, '');
  const type = mediaTypeOf(file);
  if (!type || !isMediaFile(file)) return false;
  const place = join(folder, file);
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) return false;

  const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  const about = [
    ...policy.film,
    ['content-type', type],
    // The name may have been chosen by a person, and its content may be replaced tomorrow.
    ['cache-control', 'public, max-age=3600'],
    ['accept-ranges', 'bytes'],
    ['etag', etag],
  ] as const;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, about.flat()).end();
    return true;
  }
  const range = request.method === 'GET' ? rangeIn(request.headers, found.size, etag) : 'whole';
  if (range === 'unsatisfiable') {
    response.writeHead(416, [...about, ['content-range', `bytes */${found.size}`]].flat()).end();
    return true;
  }
  const { from, to } = range === 'whole' ? { from: 0, to: found.size - 1 } : range;
  response.writeHead(
    range === 'whole' ? 200 : 206,
    [
      ...about,
      ['content-length', String(to - from + 1)],
      ...(range === 'whole' ? [] : [['content-range', `bytes ${from}-${to}/${found.size}`]]),
    ].flat(),
  );
  if (request.method === 'HEAD' || found.size === 0) response.end();
  else await pipeline(createReadStream(place, { start: from, end: to }), response);
  return true;
}

export function mediaFiles(folder: string, policy: SecurityPolicy): OwnRoute {
  return {
    method: 'GET',
    handle: ({ address, request, response }) =>
      sendMediaFile({ request, response, path: address.path, folder, policy }),
  };
}
