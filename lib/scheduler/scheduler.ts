import { lt } from 'drizzle-orm';
import type { Connection, Db } from '@/db/client';
import { pageEvents } from '@/db/schema';
import { tx } from '@/db/tx';
import { adRotation } from '@/lib/ads/ad-rotation';
import { discussionCloser } from '@/lib/comments/closing/close-due';
import { forgetAsked } from '@/lib/comments/reactions/asked-too-often';
import { compactAfterErasure } from '@/lib/erasure/compact-after-erasure';
import { finishErasures } from '@/lib/erasure/finish-erasures';
import { newsAger } from '@/lib/feeds/age-news';
import { hubTeller } from '@/lib/feeds/tell-hub';
import { endDueBreaking, pinReleaser } from '@/lib/fronts/end-due';
import { forgetSentForms } from '@/lib/idempotency/idempotency-key';
import { forgetLetters } from '@/lib/mail/forget-letters';
import { planMorning } from '@/lib/mail/plan-morning';
import { type Post, sendLetters } from '@/lib/mail/send-letters';
import { deleteForgottenReaderPictures } from '@/lib/pictures/cleanup/delete-forgotten-reader-pictures';
import { waitingFolder } from '@/lib/pictures/picture-store';
import { aggregateViews } from '@/lib/readership/aggregate-views';
import { growthAnnouncer } from '@/lib/readership/announce-growth';
import { countViews } from '@/lib/readership/count-views';
import { rankPopular, rankWeekAndMonth } from '@/lib/readership/rank-popular';
import { turnDay } from '@/lib/site/turn-day';
import { forgetPresence } from '@/lib/stories/versions/presence/report-presence';
import { forgetFormer } from '@/lib/stories/versions/version-snapshots';
import { emptyBin } from '@/lib/stories/workflow/bin-story';
import { applyDueNextVersions } from '@/lib/stories/workflow/next-version';
import { publishDue } from '@/lib/stories/workflow/publication/publish-due-stories';
import { unpublishDue } from '@/lib/stories/workflow/publication/unpublish-story';
import type { ViewCounter } from '../edge-config/view-counter';

interface ScheduledJob {
  name: string;
  everyMs: number;
  run(now: Date): Promise<unknown>;
}

export interface Scheduler {
  /** The jobs that are under way are done. */
  settled(): Promise<void>;
  /** Stops, and writes down what is still only counted. */
  stop(): Promise<void>;
}

const aSecondMs = 1000;
const anHourMs = 3600 * aSecondMs;
const aDayMs = 86_400_000;

/** What happens by itself, by the same commands that everyone calls. */
export function startScheduler(
  db: Connection,
  views: ViewCounter,
  log: (line: string) => void,
  hub?: { url: string; site: string },
  post?: Post,
): Scheduler {
  const growth = growthAnnouncer(db);
  const flushViews = async () => {
    const tallies = views.take();
    const totals = await countViews(db, tallies).catch((error) => {
      views.putBack(tallies);
      throw error;
    });
    views.written(totals);
    growth.counted(tallies, totals);
  };
  const ageNews = newsAger(db);
  const jobs: ScheduledJob[] = [
    { name: 'publish what is due', everyMs: aSecondMs, run: (now) => publishDue(db, now) },
    { name: 'end the headlines that ran out', everyMs: aSecondMs, run: (now) => endDueBreaking(db, now) },
    { name: 'release the pins that ran out', everyMs: aSecondMs, run: pinReleaser(db) },
    { name: 'put next versions live', everyMs: aSecondMs, run: (now) => applyDueNextVersions(db, now) },
    { name: 'take down what is over', everyMs: aSecondMs, run: (now) => unpublishDue(db, now) },
    { name: 'empty the bin', everyMs: 3600 * aSecondMs, run: (now) => emptyBin(db, now) },
    { name: 'close discussions', everyMs: aSecondMs, run: discussionCloser(db) },
    { name: 'turn ads', everyMs: aSecondMs, run: adRotation(db) },
    { name: 'turn the day', everyMs: aSecondMs, run: (now) => turnDay(db, now) },
    { name: 'count views', everyMs: 4 * aSecondMs, run: flushViews },
    { name: 'tell of growing counts', everyMs: 60 * aSecondMs, run: growth.announce },
    { name: 'rank what is read most', everyMs: 300 * aSecondMs, run: (now) => rankPopular(db, now) },
    { name: 'rank the week and the month', everyMs: anHourMs, run: aside(() => rankWeekAndMonth(db)) },
    { name: 'fold old counts', everyMs: anHourMs, run: aside(() => aggregateViews(db)) },
    { name: 'forget who was here', everyMs: 3600 * aSecondMs, run: (now) => forgetPresence(db, now) },
    {
      name: 'sweep readers’ pictures that nobody holds',
      everyMs: 3600 * aSecondMs,
      run: (now) => deleteForgottenReaderPictures(db, waitingFolder(), now),
    },
    { name: 'forget who asked how often', everyMs: 3600 * aSecondMs, run: (now) => forgetAsked(db, now) },
    { name: 'forget former versions', everyMs: 3600 * aSecondMs, run: (now) => forgetFormer(db, now) },
    { name: 'forget what was sent', everyMs: 3600 * aSecondMs, run: (now) => forgetSentForms(db, now) },
    { name: 'age the news', everyMs: 60 * aSecondMs, run: ageNews },
    ...(hub ? [{ name: 'tell the hub', everyMs: 5 * aSecondMs, run: aside(hubTeller(db, hub)) }] : []),
    ...(post
      ? [
          { name: 'send letters', everyMs: 2 * aSecondMs, run: aside(() => sendLetters(db, post)) },
          {
            name: 'plan the morning letter',
            everyMs: 60 * aSecondMs,
            run: (now: Date) => planMorning(db, now),
          },
          {
            name: 'forget old letters',
            everyMs: 3600 * aSecondMs,
            run: (now: Date) => forgetLetters(db, now),
          },
          {
            name: 'finish erasures',
            everyMs: 60 * aSecondMs,
            run: async (now: Date) => {
              const { waiting } = await finishErasures(db, post.outbox, now);
              if (waiting > 0) throw new Error('another connection holds the database’s log open');
            },
          },
        ]
      : []),
    // Waited for, so that no other job of this process stands before the locked database meanwhile.
    {
      name: 'compact the database after an erasure',
      everyMs: 60 * aSecondMs,
      run: (now) => compactAfterErasure(db, now),
    },
    { name: 'forget old page events', everyMs: 3600 * aSecondMs, run: (now) => prunePageEvents(db, now) },
  ];
  const lastRun = new Map<ScheduledJob, number>();
  const lastTrouble = new Map<ScheduledJob, string>();
  let turn: Promise<void> = Promise.resolve();

  async function runDue(now: Date): Promise<void> {
    for (const job of jobs) {
      if (now.getTime() - (lastRun.get(job) ?? 0) < job.everyMs) continue;
      lastRun.set(job, now.getTime());
      await job.run(now).then(
        () => lastTrouble.delete(job),
        (error: Error) => tell(job, error.message),
      );
    }
  }

  /** Once, not each second: a full disk must not fill the log as well. */
  function tell(job: ScheduledJob, trouble: string): void {
    if (lastTrouble.get(job) === trouble) return;
    lastTrouble.set(job, trouble);
    log(`the clock could not ${job.name}: ${trouble}`);
  }

  /** What speaks to the outside may take its time: nothing waits for it, and it is never done twice at once. */
  function aside(work: () => Promise<unknown>): () => Promise<void> {
    let isUnderWay = false;
    let trouble: Error | undefined;
    const once = async () => {
      isUnderWay = true;
      trouble = await work().then(
        () => undefined,
        (error: Error) => error,
      );
      isUnderWay = false;
    };
    return async () => {
      const last = trouble;
      if (!isUnderWay) void once();
      // Told at the next turn, by the clock, as all troubles are.
      if (last) throw last;
    };
  }

  let isBusy = false;
  const nextTurn = () => {
    if (isBusy) return;
    isBusy = true;
    turn = runDue(new Date()).finally(() => {
      isBusy = false;
    });
  };
  // At once, too: what fell due while nobody was here is due before the first page is made.
  nextTurn();
  const timer = setInterval(nextTurn, aSecondMs);

  return {
    settled: () => turn,
    async stop() {
      clearInterval(timer);
      await turn;
      await flushViews().catch((error) => log(`views were lost: ${error.message}`));
    },
  };
}

/** Followers are never that far behind; one that is finds the gap and forgets everything. */
async function prunePageEvents(db: Db, now: Date): Promise<void> {
  const aDayAgo = new Date(now.getTime() - aDayMs);
  await tx(db, (t) => {
    t.delete(pageEvents).where(lt(pageEvents.at, aDayAgo)).run();
  });
}
