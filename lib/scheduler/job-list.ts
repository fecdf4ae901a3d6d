import type { JobFactory } from './job';
import { checkDatabase } from './jobs/cleanup/check-database';
import { compactDatabase } from './jobs/cleanup/compact-database';
import { deleteActionCounts } from './jobs/cleanup/delete-action-counts';
import { deleteIdempotencyKeys } from './jobs/cleanup/delete-idempotency-keys';
import { deletePageEvents } from './jobs/cleanup/delete-page-events';
import { deletePresence } from './jobs/cleanup/delete-presence';
import { deleteReaderPictures } from './jobs/cleanup/delete-reader-pictures';
import { deleteSnapshots } from './jobs/cleanup/delete-snapshots';
import { emptyTheBin } from './jobs/cleanup/empty-bin';
import { completeErasures } from './jobs/delivery/complete-erasures';
import { deleteSentMail } from './jobs/delivery/delete-sent-mail';
import { notifyWebsubHub } from './jobs/delivery/notify-websub-hub';
import { planNewsletter } from './jobs/delivery/plan-newsletter';
import { sendMail } from './jobs/delivery/send-mail';
import { ageNews } from './jobs/publishing/age-news';
import { applyNextVersions } from './jobs/publishing/apply-next-versions';
import { closeDiscussions } from './jobs/publishing/close-discussions';
import { endBreakingNews } from './jobs/publishing/end-breaking-news';
import { publishScheduled } from './jobs/publishing/publish-scheduled';
import { releasePins } from './jobs/publishing/release-pins';
import { rotateAds } from './jobs/publishing/rotate-ads';
import { startNewDay } from './jobs/publishing/start-new-day';
import { unpublishExpired } from './jobs/publishing/unpublish-expired';
import { aggregateOldViews } from './jobs/readership/aggregate-old-views';
import { announceGrowth } from './jobs/readership/announce-growth';
import { rankPopularPeriods } from './jobs/readership/rank-popular-periods';
import { rankPopularToday } from './jobs/readership/rank-popular-today';
import { writeViewCounts } from './jobs/readership/write-view-counts';

/** In the order in which they run when several are due. */
export const jobList: readonly JobFactory[] = [
  publishScheduled,
  endBreakingNews,
  releasePins,
  applyNextVersions,
  unpublishExpired,
  emptyTheBin,
  closeDiscussions,
  rotateAds,
  startNewDay,
  writeViewCounts,
  announceGrowth,
  rankPopularToday,
  rankPopularPeriods,
  aggregateOldViews,
  deletePresence,
  deleteReaderPictures,
  deleteActionCounts,
  deleteSnapshots,
  deleteIdempotencyKeys,
  ageNews,
  notifyWebsubHub,
  sendMail,
  planNewsletter,
  deleteSentMail,
  completeErasures,
  compactDatabase,
  checkDatabase,
  deletePageEvents,
];
