import { expect, test } from 'vitest';
import { newsroom } from '@/db/testing/newsroom';
import { newest } from './suggestions';

test.each(['ids', 'headlines'] as const)(
  'the newest %s are read from their index, nothing is sorted',
  (which) => {
    const db = newsroom();
    const { sql, params } = newest[which](db, 6).toSQL();
    const steps = db.$client.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[];
    expect(steps[0]?.detail).toMatch(/^SCAN stories USING (COVERING )?INDEX stories_published$/);
    expect(steps.map(({ detail }) => detail).filter((detail) => /TEMP B-TREE/.test(detail))).toEqual([]);
  },
);
