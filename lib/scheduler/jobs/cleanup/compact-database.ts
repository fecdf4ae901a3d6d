import { compactAfterErasure } from '@/lib/erasure/compact-after-erasure';
import { type JobFactory, minuteMs } from '../../job';

/** Awaited, so that no other job of this process meets the locked database meanwhile. */
export const compactDatabase: JobFactory = ({ db }) => ({
  name: 'compact the database after an erasure',
  everyMs: minuteMs,
  run: (now) => compactAfterErasure(db, now),
});
