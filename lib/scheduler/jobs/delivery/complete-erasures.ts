import { finishErasures } from '@/lib/erasure/finish-erasures';
import { type JobFactory, minuteMs } from '../../job';

export const completeErasures: JobFactory = ({ db, mailer }) =>
  mailer && {
    name: 'finish erasures',
    everyMs: minuteMs,
    async run(now) {
      const { waiting } = await finishErasures(db, mailer.outbox, now);
      if (waiting > 0) throw new Error('another connection holds the database’s log open');
    },
  };
