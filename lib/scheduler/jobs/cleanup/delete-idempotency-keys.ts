import { forgetSentForms } from '@/lib/idempotency/idempotency-key';
import { hourMs, type JobFactory } from '../../job';

export const deleteIdempotencyKeys: JobFactory = ({ db }) => ({
  name: 'delete old idempotency keys',
  everyMs: hourMs,
  run: (now) => forgetSentForms(db, now),
});
