import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism, setPriority } from 'node:os';
import { done, type Result, refused } from '@/lib/result';
import type { ImageFault, ImageJobReply, PictureKind, ProcessedImage } from './image-job';

export interface ImageWorkerPoolOptions {
  /** How many presses work at once. */
  presses: number;
  /** How many may wait; one more is told to come back. */
  waiting: number;
  /** How long one may wait for its turn. Below the edge server's patience of 30 s. */
  waitMs: number;
  /** How long one may be worked on by the clock (for what hangs), and by the processor's own time. */
  workMs: number;
  cpuSeconds: number;
  /** From 0 to 19: how far the presses stand back behind whoever answers readers. */
  niceness: number;
  /** What a press may hold in memory, in megabytes. */
  megabytes: number;
}

export type ImageRefusal = ImageFault | 'picture-busy';

export interface ImageWorkerPool {
  /** Makes a picture ready in a process apart. Never throws for what the bytes are. */
  process(kind: PictureKind, bytes: Uint8Array): Promise<Result<ProcessedImage, ImageRefusal>>;
  /** Ends the presses; the next picture starts them anew. */
  close(): void;
}

interface QueuedImageJob {
  kind: PictureKind;
  bytes: Uint8Array;
  until: number;
  settle(outcome: Result<ProcessedImage, ImageRefusal>): void;
}

interface Press {
  child: ChildProcess;
  job: { id: number; settle: QueuedImageJob['settle']; timer: NodeJS.Timeout } | null;
  /** What it has made so far. After a while it goes: what a decoder leaked goes with it. */
  made: number;
  isEnding: boolean;
}

const LONGEST_LIFE = 200;
/** So long without work, and a press is sent home. */
const idleMs = 20_000;

export function createImageWorkerPool(choices: ImageWorkerPoolOptions): ImageWorkerPool {
  const presses = new Set<Press>();
  let queue: QueuedImageJob[] = [];
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  function takeNext(): void {
    queue = queue.filter((waiting) => {
      if (waiting.until > Date.now()) return true;
      waiting.settle(refused('picture-busy'));
      return false;
    });
    while (queue.length > 0) {
      const free = [...presses].find(({ job, isEnding }) => job === null && !isEnding);
      const press = free ?? (presses.size < choices.presses ? startPress() : undefined);
      if (!press) return;
      const next = queue.shift();
      if (next) give(press, next);
    }
    clearTimeout(idle);
    idle = setTimeout(sendHome, idleMs);
    idle.unref();
  }

  function give(press: Press, { kind, bytes, settle }: QueuedImageJob): void {
    const id = ++lastId;
    press.job = {
      id,
      settle,
      timer: setTimeout(() => end(press, 'picture-too-hard'), choices.workMs),
    };
    press.child.ref();
    press.child.channel?.ref();
    press.child.send({ id, kind, bytes }, (error) => {
      if (error && press.job?.id === id) end(press, 'picture-busy');
    });
  }

  function startPress(): Press {
    // No secret of ours goes along: whoever breaks out of the decoder finds an empty room.
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=256', 'lib/pictures/image-worker/image-worker.ts'],
      {
        env: {
          PATH: process.env.PATH ?? '',
          NODE_ENV: 'production',
          IMAGE_WORKER_MEGABYTES: String(choices.megabytes),
          IMAGE_WORKER_CPU_SECONDS: String(choices.cpuSeconds),
        },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      },
    );
    const press: Press = { child, job: null, made: 0, isEnding: false };
    presses.add(press);
    if (child.pid !== undefined) standBack(child.pid, choices.niceness);
    child.on('message', (answer: ImageJobReply) => {
      if (press.job?.id !== answer.id) return;
      press.made += 1;
      settle(press, answer.ok ? done(answer.pressed) : refused(answer.fault));
      if (press.made >= LONGEST_LIFE) end(press, 'picture-busy');
      takeNext();
    });
    child.once('error', () => end(press, 'picture-busy'));
    child.once('exit', (code) => end(press, code === 77 ? 'picture-too-hard' : 'picture-broken'));
    rest(press);
    return press;
  }

  /** The end of a press, by itself or by us; what it was working on is answered. */
  function end(press: Press, fault: ImageRefusal): void {
    press.isEnding = true;
    presses.delete(press);
    press.child.kill('SIGKILL');
    settle(press, refused(fault));
    takeNext();
  }

  function settle(press: Press, outcome: Result<ProcessedImage, ImageRefusal>): void {
    const { job } = press;
    if (!job) return;
    clearTimeout(job.timer);
    press.job = null;
    rest(press);
    job.settle(outcome);
  }

  function sendHome(): void {
    for (const press of presses) if (press.job === null) end(press, 'picture-busy');
  }

  return {
    process(kind, bytes) {
      if (queue.length >= choices.waiting) return Promise.resolve(refused('picture-busy'));
      return new Promise((settle) => {
        const waiting = { kind, bytes, settle, until: Date.now() + choices.waitMs };
        queue.push(waiting);
        setTimeout(() => {
          if (queue.includes(waiting)) takeNext();
        }, choices.waitMs + 1).unref();
        takeNext();
      });
    },
    close: sendHome,
  };
}

/** A press without work does not keep a program (the CLI) from ending. */
function rest({ child }: Press): void {
  child.unref();
  child.channel?.unref();
}

function standBack(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, or the system does not let us: then it works like any other.
  }
}

const shared = globalThis as { bartaPressRoom?: ImageWorkerPool };

/** This process's one press room, for all its bundles. Half of the cores at most, and one on a small box. */
export function imageWorkerPool(): ImageWorkerPool {
  shared.bartaPressRoom ??= createImageWorkerPool({
    presses: Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2))),
    waiting: 24,
    waitMs: 14_000,
    workMs: 60_000,
    cpuSeconds: 12,
    megabytes: 768,
    niceness: process.env.NEXT_RUNTIME ? 5 : 0,
  });
  return shared.bartaPressRoom;
}
