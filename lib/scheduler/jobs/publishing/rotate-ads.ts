import { adRotation } from '@/lib/ads/ad-rotation';
import { type JobFactory, secondMs } from '../../job';

export const rotateAds: JobFactory = ({ db }) => ({
  name: 'rotate ads',
  everyMs: secondMs,
  run: adRotation(db),
});
