import type { OwnRoute } from '@barta/edge';
import { sourceOf } from '@/lib/readership/source-of';
import type { SecurityPolicy } from '../security-policy';
import { parseBeacon, type ViewCounter } from './view-counter';

/** Counts a view and answers with the number of views, if known and public. */
export function viewBeacon(views: ViewCounter, siteUrl: string, policy: SecurityPolicy): OwnRoute {
  return {
    method: 'POST',
    handle({ address, request, response, client, body, refuse }) {
      if (address.path !== '/api/views') return false;
      const beacon = parseBeacon(body.toString());
      if (!beacon) {
        refuse(400);
        return true;
      }
      const { host = '', 'user-agent': agent = '' } = request.headers;
      const reader = { storyId: beacon.storyId, network: client.address, agent };
      const head = ['cache-control', 'no-store', ...policy.reader.flat()];
      if (beacon.depth !== undefined) {
        views.countDepth(reader, beacon.depth, new Date());
        response.writeHead(204, head).end();
        return true;
      }
      const source = sourceOf({ from: beacon.from, own: [host, new URL(siteUrl).host], agent });
      views.countView({ ...reader, source }, new Date());
      const total = views.totalOf(beacon.storyId);
      if (total === undefined) response.writeHead(204, head).end();
      else response.writeHead(200, ['content-type', 'text/plain', ...head]).end(String(total));
      return true;
    },
  };
}
