import { growthAnnouncer } from '@/lib/readership/announce-growth';
import { type JobContext, type ScheduledJob, secondMs } from './job';
import { jobList } from './job-list';
import { writeViewCounts } from './jobs/readership/write-view-counts';

export interface Scheduler {
  /** Resolves when the running jobs have finished. */
  settled(): Promise<void>;
  /** Stops, and stores the views counted so far. */
  stop(): Promise<void>;
}

export type SchedulerOptions = Omit<JobContext, 'growth'> & { log(line: string): void };

/** Runs the recurring jobs one after the other, each by its period, through the same commands as everything else. */
export function startScheduler({ log, ...options }: SchedulerOptions): Scheduler {
  const context: JobContext = { ...options, growth: growthAnnouncer(options.db) };
  const jobs = jobList.map((make) => make(context)).filter((job) => job !== undefined);
  const run = jobRunner(jobs, log);
  let current: Promise<void> = Promise.resolve();
  let isBusy = false;
  const tick = () => {
    if (isBusy) return;
    isBusy = true;
    current = run(new Date()).finally(() => {
      isBusy = false;
    });
  };
  // Immediately, too: what became due while the server was down is done before the first page is rendered.
  tick();
  const timer = setInterval(tick, secondMs);

  return {
    settled: () => current,
    async stop() {
      clearInterval(timer);
      await current;
      await writeViewCounts(context)
        ?.run(new Date())
        .catch((error) => log(`views were lost: ${error.message}`));
    },
  };
}

/** Runs the jobs that are due. */
function jobRunner(jobs: readonly ScheduledJob[], log: (line: string) => void): (now: Date) => Promise<void> {
  const lastRun = new Map<ScheduledJob, number>();
  const lastError = new Map<ScheduledJob, string>();

  /** Logged once, not every second: a full disk must not fill the log as well. */
  function report(job: ScheduledJob, message: string): void {
    if (lastError.get(job) === message) return;
    lastError.set(job, message);
    log(`scheduler: could not ${job.name}: ${message}`);
  }

  return async (now) => {
    for (const job of jobs) {
      if (now.getTime() - (lastRun.get(job) ?? 0) < job.everyMs) continue;
      lastRun.set(job, now.getTime());
      await job.run(now).then(
        () => lastError.delete(job),
        (error: Error) => report(job, error.message),
      );
    }
  };
}
