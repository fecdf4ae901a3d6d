import { deleteOldSnapshots } from '@/lib/stories/versions/version-snapshots';
import { hourMs, type JobFactory } from '../../job';

export const deleteSnapshots: JobFactory = ({ db }) => ({
  name: 'delete old version snapshots',
  everyMs: hourMs,
  run: (now) => deleteOldSnapshots(db, now),
});
