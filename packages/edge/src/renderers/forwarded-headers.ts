import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { EdgeConfig } from '../edge-config.ts';
import type { Client } from '../http/client-address.ts';
import type { RequestAddress } from '../http/request-address.ts';
import { isRouteHandler } from '../http/request-guard.ts';

/** Belongs to one connection (RFC 9110, 7.6.1), or is set by the edge. */
export const hopByHopHeaders =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|accept-encoding|content-length)$/;
/** Never accepted from a client: they steer Next's routing, or claim who sent the request. */
const internalHeaders =
  /^(x-middleware-.*|x-nextjs-.*|x-next-.*|x-now-.*|x-vercel-.*|x-invoke-.*|x-matched-path|x-prerender-.*|x-forwarded-.*|forwarded|x-real-ip|x-rewrite-.*|x-original-.*|content-security-policy(-report-only)?|next-resume)$/;
/** Sent by React's client, which cached pages do not have. */
const reactClientHeaders = /^(rsc|next-.*)$/;

export interface ProxiedRequest {
  address: RequestAddress;
  request: IncomingMessage;
  client: Client;
  config: Pick<EdgeConfig, 'siteUrl' | 'droppedHeaders'>;
}

/** The request headers that Next gets: cookies and content headers as they came, and who sent them as the edge knows it. */
export function forwardedHeaders({ address, request, client, config }: ProxiedRequest): OutgoingHttpHeaders {
  const { siteUrl, droppedHeaders } = config;
  const namedByConnection = connectionHeaders(request.headers);
  const passed = Object.entries(request.headers).filter(
    ([name]) =>
      !hopByHopHeaders.test(name) &&
      !namedByConnection.has(name) &&
      !internalHeaders.test(name) &&
      !droppedHeaders?.test(name) &&
      !(address.kind === 'page' && reactClientHeaders.test(name)),
  );
  const { host, origin } = request.headers;
  const proto = client.proto ?? new URL(siteUrl).protocol.slice(0, -1);
  // The origin of a POST has been checked; a proxy may have put a host of its own into `host`. A GET may send any origin,
  // as `null` from a sandboxed frame, and so may a POST to a path that allows it.
  const originHost = request.method === 'POST' && origin ? URL.parse(origin)?.host : undefined;
  const publicHost = originHost || (client.host ?? host ?? '');
  // Old browsers send forms without an origin, for which Next would log a warning each.
  const isForm = request.method === 'POST' && !isRouteHandler(address.path);
  const from = `${proto}://${publicHost}`;
  return {
    'user-agent': 'unknown',
    ...Object.fromEntries(passed),
    ...(isForm && origin === undefined && URL.canParse(from) && { origin: from }),
    host: host ?? new URL(siteUrl).host,
    'x-forwarded-for': client.address,
    'x-forwarded-proto': proto,
    'x-forwarded-host': publicHost,
  };
}

/** What the sender's own Connection header names is for the next hop only. */
function connectionHeaders(headers: IncomingHttpHeaders): Set<string> {
  return new Set(
    String(headers.connection ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase()),
  );
}
