/** How Node is told to run a renderer. A page takes 80 MB at most; without a bound the heap grows with the machine before it is swept. */
export const rendererFlags = ['--max-old-space-size=384', '--max-semi-space-size=4'];
