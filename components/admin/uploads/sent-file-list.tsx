import type { ReactNode } from 'react';
import type { Say } from '@/lib/site/labels';
import { UploadError } from './upload-error';

/** The result for one file; `error`: why it was not saved. */
export interface SentFile {
  name: string;
  error?: string;
}

interface SentFileListProps<Sent extends SentFile> {
  sent: readonly Sent[];
  say: Say;
  children: (sent: Sent) => ReactNode;
}

/** The answer to the form when it was sent without script. */
export function SentFileList<Sent extends SentFile>({ sent: files, say, children }: SentFileListProps<Sent>) {
  if (files.length === 0) return null;
  return (
    <div role="status">
      <h3 className="mt-[0.9rem] text-base/[1.4] font-serif font-strong">{say('pictures.sent')}</h3>
      <ul className="sent">
        {files.map((sent, at) => (
          <li
            className="py-[0.45rem] px-0 gap-y-1 gap-x-3 border-b border-b-rule flex flex-wrap items-center"
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of an answer never changes, and names may repeat
            key={at}
          >
            <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{sent.name}</b>
            {sent.error === undefined ? children(sent) : <UploadError message={sent.error} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
