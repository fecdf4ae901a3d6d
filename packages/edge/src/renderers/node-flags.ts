/**
 * How Node is told to run a renderer. A page takes 80 MB at most; without a bound the heap grows with the machine before it
 * is swept. What is young is swept by the thread that made it: helpers took a millisecond more of a processor for each page,
 * and it was no faster (docs/performance.md).
 */
export const rendererFlags = [
  '--max-old-space-size=384',
  '--max-semi-space-size=4',
  '--no-parallel-scavenge',
];
