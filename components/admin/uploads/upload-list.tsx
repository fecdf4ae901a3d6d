import type { ReactNode } from 'react';
import type { Say } from '@/lib/site/labels';
import { UploadError } from './upload-error';
import { isSettled, type Upload, type UploadSuccess } from './upload-queue';

interface UploadListProps<Saved extends UploadSuccess> {
  uploads: readonly Upload<Saved>[];
  retry: (upload: Upload<Saved>) => void;
  say: Say;
  /** What is shown for an upload that was saved. */
  children: (saved: Saved, name: string) => ReactNode;
}

/** The uploads of this page, each with its progress. */
export function UploadList<Saved extends UploadSuccess>({
  uploads,
  retry,
  say,
  children,
}: UploadListProps<Saved>) {
  if (uploads.length === 0) return null;
  return (
    <div>
      <h3 className="mt-[0.9rem] text-base/[1.4] font-serif font-strong">{say('pictures.sent')}</h3>
      <p className="meta" role="status">
        {say('pictures.progress', {
          done: uploads.filter((upload) => isSettled(upload.state)).length,
          total: uploads.length,
        })}
      </p>
      <ul className="sent">
        {uploads.map((upload) => (
          <li
            className="py-[0.45rem] px-0 gap-y-1 gap-x-3 border-b border-b-rule flex flex-wrap items-center"
            key={upload.key}
          >
            <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{upload.file.name}</b>
            {upload.outcome?.kind === 'saved' ? (
              children(upload.outcome, upload.file.name)
            ) : (
              <PendingUpload upload={upload} retry={() => retry(upload)} say={say} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An upload that is not saved, or not yet. */
function PendingUpload<Saved extends UploadSuccess>({
  upload: { file, state, percent, outcome },
  retry,
  say,
}: {
  upload: Upload<Saved>;
  retry: () => void;
  say: Say;
}) {
  if (!isSettled(state))
    return (
      <>
        <progress className="w-36 h-2 accent-ink" max={100} value={percent} aria-label={file.name} />
        <span className="meta">{progressLabel(state, percent, say)}</span>
      </>
    );
  if (outcome?.kind === 'refused') return <UploadError message={outcome.error || say('form.serverError')} />;
  return (
    <>
      <UploadError message={say('pictures.notSent')} />
      <button type="button" className="btn" onClick={retry}>
        {say('pictures.tryAgain')}
        <span className="vh"> {file.name}</span>
      </button>
    </>
  );
}

function progressLabel(state: string, percent: number, say: Say): string {
  if (state === 'sending') return say('pictures.sending', { percent });
  if (state === 'making') return say('pictures.making');
  return say(state === 'retrying' ? 'pictures.retrying' : 'pictures.waiting');
}
