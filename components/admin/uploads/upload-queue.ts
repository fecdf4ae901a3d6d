import type { NotKept, Watch } from './post-form.client';

export type AnyKept = { kind: 'kept' };

export interface Upload<Kept extends AnyKept> {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'making' | 'retrying' | 'kept' | NotKept['kind'];
  percent: number;
  outcome?: Kept | NotKept;
}

export function isSettled(state: Upload<AnyKept>['state']): boolean {
  return state === 'kept' || state === 'refused' || state === 'not-sent';
}

interface UploadQueueOptions<Kept extends AnyKept> {
  send: (file: File, watch: Watch) => Promise<Kept | NotKept>;
  onChange: (key: number, to: Partial<Upload<Kept>>) => void;
  /** Called each time that the last upload has ended. */
  onDone: () => void;
}

/** Two at a time: the server processes one while the next is transferred. */
const AT_ONCE = 2;

/** Sends files one after the other, and tells of each change of an upload. */
export class UploadQueue<Kept extends AnyKept> {
  #waiting: Upload<Kept>[] = [];
  #running = 0;
  #lastKey = 0;

  constructor(private readonly options: UploadQueueOptions<Kept>) {}

  /** `fault`: why the file is not sent at all. */
  uploadOf(file: File, fault: string | null): Upload<Kept> {
    this.#lastKey += 1;
    const upload = { key: this.#lastKey, file, percent: 0 };
    return fault === null
      ? { ...upload, state: 'waiting' }
      : { ...upload, state: 'refused', outcome: { kind: 'refused', error: fault } };
  }

  push(...uploads: Upload<Kept>[]): void {
    this.#waiting.push(...uploads);
    this.#startNext();
  }

  retry(upload: Upload<Kept>): void {
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

  async #send({ key, file }: Upload<Kept>): Promise<void> {
    const change = (to: Partial<Upload<Kept>>) => this.options.onChange(key, to);
    change({ state: 'sending', percent: 0 });
    const outcome = await this.options
      .send(file, {
        onProgress: (percent) => change({ state: percent < 100 ? 'sending' : 'making', percent }),
        onRetry: () => change({ state: 'retrying', percent: 0 }),
      })
      .catch((error: unknown): NotKept => {
        console.error(error);
        return { kind: 'not-sent' };
      });
    change({ state: outcome.kind, outcome });
  }
}
