import { checkIntegrity, lastIntegrityResult } from '@/db/maintenance/integrity';
import { hourMs, inBackground, type JobFactory, minuteMs } from '../../job';

/** A damaged page is found within the hour and logged within the next minute. */
export const checkDatabase: JobFactory = ({ db }) => {
  if (db.$client.memory) return undefined;
  let checkedAt = 0;
  const check = inBackground(() => checkIntegrity(db, new Date()));
  return {
    name: 'verify the database',
    everyMs: minuteMs,
    async run(now) {
      if (now.getTime() - checkedAt >= hourMs) {
        checkedAt = now.getTime();
        await check();
      }
      const fault = lastIntegrityResult(db.$client.name)?.fault;
      if (fault)
        throw new Error(`it is damaged (${fault}). Restore the last good backup, see docs/operating.md`);
    },
  };
};
