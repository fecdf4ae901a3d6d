/**
 * How the process of the edge server is started: `npm start` and deploy/barta.service say the same, the demo and the
 * benchmarks take it from here. V8's default lets the young generation grow to several times as much.
 */
export const startFlags = ['--max-semi-space-size=4'];

/** glibc keeps what was freed; with these it gives it back. Without them the server works the same and is larger. */
export const allocatorSettings = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  // A compressed page has 9 to 12 kB: from this size on, memory goes back to the system as soon as it is freed.
  MALLOC_MMAP_THRESHOLD_: '8192',
};
