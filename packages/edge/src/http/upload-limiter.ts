import type { IncomingMessage } from 'node:http';

/** Each may be 22 MB, which Next holds in memory until the pictures are made. */
const atOnce = 6;
const atOnceOfOne = 3;
/** On a slow line 20 MB take two minutes; who takes longer than this keeps others out. */
const longestMs = 180_000;

export interface UploadLimiter {
  /** Lets a sender in, until `leave` is called; undefined where there is no room. A sender without end is cut off. */
  enter(network: string, request: Pick<IncomingMessage, 'destroy' | 'complete'>): (() => void) | undefined;
}

/** The pictures that readers send: anybody may, so few may at once. */
export function createUploadLimiter(): UploadLimiter {
  const inside = new Map<string, number>();
  let all = 0;
  return {
    enter(network, request) {
      const own = inside.get(network) ?? 0;
      if (all >= atOnce || own >= atOnceOfOne) return undefined;
      all += 1;
      inside.set(network, own + 1);
      const timer = setTimeout(() => {
        if (!request.complete) request.destroy();
      }, longestMs);
      timer.unref();
      return () => {
        clearTimeout(timer);
        all -= 1;
        const left = (inside.get(network) ?? 1) - 1;
        if (left > 0) inside.set(network, left);
        else inside.delete(network);
      };
    },
  };
}
