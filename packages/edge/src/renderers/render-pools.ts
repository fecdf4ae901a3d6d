import type { IncomingMessage } from 'node:http';
import type { Client } from '../http/client-address';
import type { RequestAddress } from '../http/request-address';
import { carriesStaffSession } from '../http/request-guard';
import { FairQueue } from './fair-queue';

export interface RenderPools {
  /** Readers' cold pages. */
  pages: FairQueue;
  /** What is made for one reader: search, a comment. */
  uncached: FairQueue;
  /** The desk works while readers storm. */
  staff: FairQueue;
}

/**
 * A render takes about 10 ms of one processor and waits for nothing, so two at once keep it busy: more would all be ready
 * together at the end, and none of them if the renderer ends before. What waits longest stands in line for about two
 * seconds.
 */
export function createRenderPools(renderers: number): RenderPools {
  const few = 2 * renderers;
  const waiting = 200 * renderers;
  const waitingOfOne = 100 * renderers;
  return {
    pages: new FairQueue({ concurrency: few, maxWaiting: waiting, maxWaitingPerNetwork: waitingOfOne }),
    uncached: new FairQueue({
      concurrency: 4 * renderers,
      maxWaiting: waiting,
      maxWaitingPerNetwork: waitingOfOne,
    }),
    // The desk also waits for scrypt and for pictures, which are no work of the renderer's own thread.
    staff: new FairQueue({
      concurrency: 16 * renderers,
      maxWaiting: waiting,
      maxWaitingPerNetwork: waitingOfOne,
    }),
  };
}

export function poolFor(
  lanes: RenderPools,
  { path }: RequestAddress,
  { headers }: IncomingMessage,
): FairQueue {
  const isDesk = /^\/(admin|login|api)(\/|$)/.test(path) || carriesStaffSession(headers.cookie);
  return isDesk ? lanes.staff : lanes.uncached;
}

/** An address for IPv4; for IPv6 the /64, which is one household's or one machine's. */
export function networkOf({ address }: Client): string {
  if (!address.includes(':')) return address;
  const [front = '', back] = address.toLowerCase().split('::');
  const head = front === '' ? [] : front.split(':');
  const tail = back ? back.split(':') : [];
  const gap = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(gap).fill('0'), ...tail].slice(0, 4).join(':');
}
