import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism, setPriority } from 'node:os';
import { done, type Result, refused } from '@/lib/result';
import type { ImageFault, ImageJobReply, PictureKind, ProcessedImage } from './image-job';

export interface ImageWorkerPoolOptions {
  /** How many worker processes run at once. */
  workers: number;
  /** How many images may wait; further ones are refused with `picture-busy`. */
  maxQueued: number;
  /** How long an image may wait. Less than the edge server's timeout of 30 s. */
  queueTimeoutMs: number;
  /** Limits for one image: elapsed time, for decoders that hang, and CPU time. */
  jobTimeoutMs: number;
  cpuSeconds: number;
  /** 0 to 19: how far workers yield to the processes that answer readers. */
  niceness: number;
  /** Memory limit of a worker, in megabytes. */
  megabytes: number;
}

export type ImageRefusal = ImageFault | 'picture-busy';

export interface ImageWorkerPool {
  /** Processes an image in a separate process. Never throws because of its bytes. */
  process(kind: PictureKind, bytes: Uint8Array): Promise<Result<ProcessedImage, ImageRefusal>>;
  /** Ends idle workers; the next image starts new ones. */
  close(): void;
}

type JobOutcome = Result<ProcessedImage, ImageRefusal>;

interface QueuedImageJob {
  kind: PictureKind;
  bytes: Uint8Array;
  until: number;
  settle(outcome: JobOutcome): void;
}

interface ImageWorker {
  child: ChildProcess;
  job: { id: number; settle: QueuedImageJob['settle']; timer: NodeJS.Timeout } | null;
  processed: number;
  isEnding: boolean;
}

/** A worker is replaced after this many images, so that memory leaked by a decoder is freed. */
const MAX_IMAGES_PER_WORKER = 200;
/** Idle workers end after this time. */
const IDLE_MS = 20_000;

export function createImageWorkerPool(options: ImageWorkerPoolOptions): ImageWorkerPool {
  const pool = new ProcessPool(options);
  return {
    process: (kind, bytes) => pool.enqueue(kind, bytes),
    close: () => pool.endIdleWorkers(),
  };
}

class ProcessPool {
  readonly #options: ImageWorkerPoolOptions;
  readonly #workers = new Set<ImageWorker>();
  #queue: QueuedImageJob[] = [];
  #lastId = 0;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(options: ImageWorkerPoolOptions) {
    this.#options = options;
  }

  enqueue(kind: PictureKind, bytes: Uint8Array): Promise<JobOutcome> {
    const { maxQueued, queueTimeoutMs } = this.#options;
    if (this.#queue.length >= maxQueued) return Promise.resolve(refused('picture-busy'));
    return new Promise((settle) => {
      const job = { kind, bytes, settle, until: Date.now() + queueTimeoutMs };
      this.#queue.push(job);
      setTimeout(() => {
        if (this.#queue.includes(job)) this.#dispatch();
      }, queueTimeoutMs + 1).unref();
      this.#dispatch();
    });
  }

  endIdleWorkers(): void {
    for (const worker of this.#workers) if (worker.job === null) this.#end(worker, 'picture-busy');
  }

  #dispatch(): void {
    this.#queue = this.#queue.filter((job) => {
      if (job.until > Date.now()) return true;
      job.settle(refused('picture-busy'));
      return false;
    });
    while (this.#queue.length > 0) {
      const free = [...this.#workers].find(({ job, isEnding }) => job === null && !isEnding);
      const worker = free ?? (this.#workers.size < this.#options.workers ? this.#startWorker() : undefined);
      if (!worker) return;
      const next = this.#queue.shift();
      if (next) this.#assign(worker, next);
    }
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.endIdleWorkers(), IDLE_MS);
    this.#idleTimer.unref();
  }

  #assign(worker: ImageWorker, { kind, bytes, settle }: QueuedImageJob): void {
    const id = ++this.#lastId;
    const timer = setTimeout(() => this.#end(worker, 'picture-too-hard'), this.#options.jobTimeoutMs);
    worker.job = { id, settle, timer };
    worker.child.ref();
    worker.child.channel?.ref();
    worker.child.send({ id, kind, bytes }, (error) => {
      if (error && worker.job?.id === id) this.#end(worker, 'picture-busy');
    });
  }

  #startWorker(): ImageWorker {
    const { megabytes, cpuSeconds, niceness } = this.#options;
    const program = 'lib/pictures/image-worker/image-worker.ts';
    const child = spawn(process.execPath, ['--max-old-space-size=256', program], {
      // No secrets in its environment, in case an image exploits the decoder.
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        IMAGE_WORKER_MEGABYTES: String(megabytes),
        IMAGE_WORKER_CPU_SECONDS: String(cpuSeconds),
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const worker: ImageWorker = { child, job: null, processed: 0, isEnding: false };
    this.#workers.add(worker);
    if (child.pid !== undefined) lowerPriority(child.pid, niceness);
    child.on('message', (reply: ImageJobReply) => this.#receive(worker, reply));
    child.once('error', () => this.#end(worker, 'picture-busy'));
    child.once('exit', (code) => this.#end(worker, code === 77 ? 'picture-too-hard' : 'picture-broken'));
    unref(worker);
    return worker;
  }

  #receive(worker: ImageWorker, reply: ImageJobReply): void {
    if (worker.job?.id !== reply.id) return;
    worker.processed += 1;
    this.#settle(worker, reply.ok ? done(reply.image) : refused(reply.fault));
    if (worker.processed >= MAX_IMAGES_PER_WORKER) this.#end(worker, 'picture-busy');
    this.#dispatch();
  }

  /** Removes a worker that has ended or must end; the job it was working on is refused. */
  #end(worker: ImageWorker, fault: ImageRefusal): void {
    worker.isEnding = true;
    this.#workers.delete(worker);
    worker.child.kill('SIGKILL');
    this.#settle(worker, refused(fault));
    this.#dispatch();
  }

  #settle(worker: ImageWorker, outcome: JobOutcome): void {
    const { job } = worker;
    if (!job) return;
    clearTimeout(job.timer);
    worker.job = null;
    unref(worker);
    job.settle(outcome);
  }
}

/** An idle worker must not keep a program such as the CLI running. */
function unref({ child }: ImageWorker): void {
  child.unref();
  child.channel?.unref();
}

function lowerPriority(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}

const shared = globalThis as { bartaImageWorkerPool?: ImageWorkerPool };

/** The one pool of this process, shared by all of Next's bundles. Uses at most half of the cores. */
export function imageWorkerPool(): ImageWorkerPool {
  shared.bartaImageWorkerPool ??= createImageWorkerPool({
    workers: Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2))),
    maxQueued: 24,
    queueTimeoutMs: 14_000,
    jobTimeoutMs: 60_000,
    cpuSeconds: 12,
    megabytes: 768,
    niceness: process.env.NEXT_RUNTIME ? 5 : 0,
  });
  return shared.bartaImageWorkerPool;
}
