import { useCallback, useRef, useState } from 'react';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { NotKept, Watch } from './post-form.client';

type AnyKept = { kind: 'kept' };

export interface Upload<Kept extends AnyKept> {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'making' | 'retrying' | 'kept' | NotKept['kind'];
  percent: number;
  outcome?: Kept | NotKept;
}

/** How the files of one library are checked and sent. */
export interface UploadOptions<Kept extends AnyKept> {
  /** Why a file is not sent at all; null: it is sent. */
  faultOf: (file: File) => string | null;
  send: (file: File, watch: Watch) => Promise<Kept | NotKept>;
}

/** Two at a time: the server processes one while the next is transferred. */
const AT_ONCE = 2;

/** The upload queue of a library. `onDone` is called each time it has become empty. */
export function useUploads<Kept extends AnyKept>(options: UploadOptions<Kept>, onDone: () => void) {
  const [uploads, setUploads] = useState<readonly Upload<Kept>[]>([]);
  const waiting = useRef<Upload<Kept>[]>([]);
  const running = useRef(0);
  const lastKey = useRef(0);
  const latest = useRef({ ...options, onDone });
  latest.current = { ...options, onDone };

  const change = useCallback((key: number, to: Partial<Upload<Kept>>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));
  }, []);

  const takeNext = useCallback(() => {
    while (running.current < AT_ONCE) {
      const next = waiting.current.shift();
      if (!next) break;
      running.current += 1;
      const { key, file } = next;
      change(key, { state: 'sending', percent: 0 });
      void latest.current
        .send(file, {
          onProgress: (percent) => change(key, { state: percent < 100 ? 'sending' : 'making', percent }),
          onRetry: () => change(key, { state: 'retrying', percent: 0 }),
        })
        .catch((fault): NotKept => {
          console.error(fault);
          return { kind: 'not-sent' };
        })
        .then((outcome) => change(key, { state: outcome.kind, outcome }))
        .finally(() => {
          running.current -= 1;
          if (running.current === 0 && waiting.current.length === 0) latest.current.onDone();
          takeNext();
        });
    }
  }, [change]);

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file): Upload<Kept> => {
        const error = latest.current.faultOf(file);
        lastKey.current += 1;
        const upload = { key: lastKey.current, file, percent: 0 };
        return error === null
          ? { ...upload, state: 'waiting' }
          : { ...upload, state: 'refused', outcome: { kind: 'refused', error } };
      });
      waiting.current.push(...added.filter(({ state }) => state === 'waiting'));
      setUploads((all) => [...all, ...added]);
      takeNext();
    },
    [takeNext],
  );

  const retry = useCallback(
    (upload: Upload<Kept>) => {
      waiting.current.push(upload);
      change(upload.key, { state: 'waiting', percent: 0 });
      takeNext();
    },
    [change, takeNext],
  );

  useWarningBeforeLeaving(uploads.some(({ state }) => !isSettled(state)));

  return { uploads, add, retry };
}

export function isSettled(state: Upload<AnyKept>['state']): boolean {
  return state === 'kept' || state === 'refused' || state === 'not-sent';
}
