import type { QueueLabels } from '../queue-labels';

interface ArrivedNoticeProps {
  /** How many new comments wait, formatted; `''`: none. */
  count: string;
  onShow: () => void;
  labels: QueueLabels;
}

export function ArrivedNotice({ count, onShow, labels }: ArrivedNoticeProps) {
  if (count === '') return null;
  return (
    <p
      className="arrived mb-[0.6rem] py-[0.4rem] px-[0.8rem] bg-info-wash [&_.btn]:ml-[0.8rem] [&_.btn]:min-h-8"
      role="status"
    >
      {labels.arrived.replace('{count}', count)}
      <button type="button" className="btn" onClick={onShow}>
        {labels.showArrived}
      </button>
    </p>
  );
}

interface OlderLinksProps {
  address: string;
  olderBefore: string;
  lookOn: string;
  labels: QueueLabels;
}

/** The links to the next page, and to the rest of a search that stopped early. */
export function OlderLinks({ address, olderBefore, lookOn, labels }: OlderLinksProps) {
  return (
    <>
      {olderBefore !== '' && (
        <p className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
          <a className="btn" href={`${address}&before=${olderBefore}`}>
            {labels.older}
          </a>
        </p>
      )}
      {lookOn !== '' && (
        <>
          <p className="meta">{labels.lookedSoFar}</p>
          <p className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
            <a className="btn" href={`${address}&before=${lookOn}`}>
              {labels.lookOn}
            </a>
          </p>
        </>
      )}
    </>
  );
}
