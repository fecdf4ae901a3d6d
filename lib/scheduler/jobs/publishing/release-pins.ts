import { pinReleaser } from '@/lib/fronts/end-due';
import { type JobFactory, secondMs } from '../../job';

export const releasePins: JobFactory = ({ db }) => ({
  name: 'release expired pins',
  everyMs: secondMs,
  run: pinReleaser(db),
});
