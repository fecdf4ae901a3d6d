import type { IncomingMessage } from 'node:http';
import type { EdgeConfig } from '../edge-config.ts';
import { FairQueue } from './fair-queue.ts';

export interface RenderPools {
  /** Renders of cached pages. */
  pages: FairQueue;
  /** What is rendered for one request: a search, a comment. */
  uncached: FairQueue;
  /** Requests of staff, which must get through while readers storm. */
  priority: FairQueue;
}

/**
 * A render takes about 10 ms of one processor and waits for nothing, so two at once keep a renderer busy: more would all
 * be ready together at the end, and none of them if the renderer ends before. The last in the queue waits about two seconds.
 */
export function createRenderPools(renderers: number): RenderPools {
  const limits = { maxWaiting: 200 * renderers, maxWaitingPerNetwork: 100 * renderers };
  return {
    pages: new FairQueue({ concurrency: 2 * renderers, ...limits }),
    uncached: new FairQueue({ concurrency: 4 * renderers, ...limits }),
    // These also wait for password hashes and pictures, which are no work of the renderer's main thread.
    priority: new FairQueue({ concurrency: 16 * renderers, ...limits }),
  };
}

export function poolFor(
  pools: RenderPools,
  { isPriority }: Pick<EdgeConfig, 'isPriority'>,
  path: string,
  { headers }: IncomingMessage,
): FairQueue {
  return isPriority?.(path, headers.cookie) ? pools.priority : pools.uncached;
}
