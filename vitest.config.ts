import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{app,components,db,lib,scripts}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    env: { TZ: 'UTC', DATABASE_URL: 'file::memory:', PASSWORD_COST: '11' },
  },
});
