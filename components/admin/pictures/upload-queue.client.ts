import { useCallback, useRef, useState } from 'react';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import { type SendOutcome, sendFile } from './send-file.client';

export interface Upload {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'making' | 'retrying' | SendOutcome['kind'];
  percent: number;
  outcome?: SendOutcome;
}

/** Two at a time: the server makes them one by one, and the line is kept busy meanwhile. */
const AT_ONCE = 2;

/** Files on their way to the library. `onDone` is called each time all that were waiting are through. */
export function useUploads(tooHeavy: (file: File) => string | null, onDone: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<Upload[]>([]);
  const running = useRef(0);
  const lastKey = useRef(0);
  const done = useRef(onDone);
  done.current = onDone;

  const change = useCallback((key: number, to: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));
  }, []);

  const takeNext = useCallback(() => {
    while (running.current < AT_ONCE) {
      const next = waiting.current.shift();
      if (!next) break;
      running.current += 1;
      const { key, file } = next;
      change(key, { state: 'sending', percent: 0 });
      void sendFile(file, {
        onProgress: (percent) => change(key, { state: percent < 100 ? 'sending' : 'making', percent }),
        onRetry: () => change(key, { state: 'retrying', percent: 0 }),
      })
        .then((outcome) => change(key, { state: outcome.kind, outcome }))
        .finally(() => {
          running.current -= 1;
          if (running.current === 0 && waiting.current.length === 0) done.current();
          takeNext();
        });
    }
  }, [change]);

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file): Upload => {
        const error = tooHeavy(file);
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
    [takeNext, tooHeavy],
  );

  const retry = useCallback(
    (upload: Upload) => {
      waiting.current.push(upload);
      change(upload.key, { state: 'waiting', percent: 0 });
      takeNext();
    },
    [change, takeNext],
  );

  const isBusy = uploads.some(({ state }) => !isSettled(state));
  useWarningBeforeLeaving(isBusy);

  return { uploads, add, retry, isBusy };
}

export function isSettled(state: Upload['state']): boolean {
  return state === 'kept' || state === 'refused' || state === 'not-sent';
}
