import { hubTeller } from '@/lib/feeds/tell-hub';
import { inBackground, type JobFactory, secondMs } from '../../job';

export const notifyWebsubHub: JobFactory = ({ db, hub }) =>
  hub && {
    name: 'notify the WebSub hub',
    everyMs: 5 * secondMs,
    run: inBackground(hubTeller(db, hub)),
  };
