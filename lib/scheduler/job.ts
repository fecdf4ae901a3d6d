import type { Connection } from '@/db/client';
import type { Mailer } from '@/lib/mail/delivery/send-due-mail';
import type { growthAnnouncer } from '@/lib/readership/announce-growth';
import type { ViewCounter } from '../edge-config/views/view-counter';

export interface ScheduledJob {
  /** An infinitive for the log: "could not close discussions". */
  name: string;
  everyMs: number;
  run(now: Date): Promise<unknown>;
}

export interface JobContext {
  db: Connection;
  views: ViewCounter;
  growth: ReturnType<typeof growthAnnouncer>;
  /** Undefined where no hub is configured. */
  hub?: { url: string; site: string } | undefined;
  /** Undefined where no mail is sent. */
  mailer?: Mailer | undefined;
}

/** Creates the job; undefined if the site does not need it. */
export type JobFactory = (context: JobContext) => ScheduledJob | undefined;

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** For slow jobs and those that wait: no other job waits for it, and it never runs twice at once. */
export function inBackground(work: () => Promise<unknown>): () => Promise<void> {
  let isRunning = false;
  let lastError: Error | undefined;
  const runOnce = async () => {
    isRunning = true;
    lastError = await work().then(
      () => undefined,
      (error: Error) => error,
    );
    isRunning = false;
  };
  return async () => {
    const error = lastError;
    if (!isRunning) void runOnce();
    // Reported by the scheduler at the next run, like all errors.
    if (error) throw error;
  };
}
