import type { UploadFailure, UploadProgress } from './post-form.client';

export type UploadSuccess = { kind: 'saved' };

export interface Upload<Saved extends UploadSuccess> {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'making' | 'retrying' | 'saved' | UploadFailure['kind'];
  percent: number;
  outcome?: Saved | UploadFailure;
}

export function isSettled(state: Upload<UploadSuccess>['state']): boolean {
  return state === 'saved' || state === 'refused' || state === 'not-sent';
}

interface UploadQueueOptions<Saved extends UploadSuccess> {
  send: (file: File, watch: UploadProgress) => Promise<Saved | UploadFailure>;
  onChange: (key: number, to: Partial<Upload<Saved>>) => void;
  /** Called each time that the last upload has ended. */
  onDone: () => void;
}

/** Two at a time: the server processes one while the next is transferred. */
const AT_ONCE = 2;

/** Sends files one after the other, and tells of each change of an upload. */
export class UploadQueue<Saved extends UploadSuccess> {
  #waiting: Upload<Saved>[] = [];
  #running = 0;
  #lastKey = 0;

  constructor(private readonly options: UploadQueueOptions<Saved>) {}

  /** `fault`: why the file is not sent at all. */
  uploadOf(file: File, fault: string | null): Upload<Saved> {
    this.#lastKey += 1;
    const upload = { key: this.#lastKey, file, percent: 0 };
    return fault === null
      ? { ...upload, state: 'waiting' }
      : { ...upload, state: 'refused', outcome: { kind: 'refused', error: fault } };
  }

  push(...uploads: Upload<Saved>[]): void {
    this.#waiting.push(...uploads);
    this.#startNext();
  }

  retry(upload: Upload<Saved>): void {
    this.options.onChange(upload.key, { state: 'waiting', percent: 0 });
    this.push(upload);
  }

  #startNext(): void {
    while (this.#running < AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) break;
      this.#running += 1;
      void this.#send(next).finally(() => {
        this.#running -= 1;
        if (this.#running === 0 && this.#waiting.length === 0) this.options.onDone();
        this.#startNext();
      });
    }
  }

  async #send({ key, file }: Upload<Saved>): Promise<void> {
    const change = (to: Partial<Upload<Saved>>) => this.options.onChange(key, to);
    change({ state: 'sending', percent: 0 });
    const outcome = await this.options
      .send(file, {
        onProgress: (percent) => change({ state: percent < 100 ? 'sending' : 'making', percent }),
        onRetry: () => change({ state: 'retrying', percent: 0 }),
      })
      .catch((error: unknown): UploadFailure => {
        console.error(error);
        return { kind: 'not-sent' };
      });
    change({ state: outcome.kind, outcome });
  }
}
