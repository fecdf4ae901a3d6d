import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{app,components,db,lib,packages,scripts}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    // One module graph per thread instead of per file: 17 s of CPU instead of 38. A test that sets a global undoes it.
    isolate: false,
    // Vitest's own choice leaves one processor to nobody: of two it takes one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // For what never comes: nothing is timed by it, and a busy machine is no failure.
    testTimeout: 30_000,
    env: { TZ: 'UTC', DATABASE_URL: 'file::memory:', PASSWORD_COST: '11' },
  },
});
