import { Notice } from '@/components/ui/notice';
import type { QueueLabels } from '../queue-labels';
import type { QueueMessage } from './queue-state';

interface QueueMessagesProps {
  messages: readonly QueueMessage[];
  onUndo: (batch: string) => void;
  address: string;
  labels: QueueLabels;
}

/** What became of the last decision, with a button that undoes it. */
export function QueueMessages({ messages, onUndo, address, labels }: QueueMessagesProps) {
  return (
    <div className="queue-messages mb-[0.6rem] gap-[0.4rem] wrap-anywhere grid empty:hidden">
      {messages.map(({ kind, text, batch, reload }) => (
        <Notice kind={kind} key={text}>
          {text}
          {batch && (
            <button
              type="submit"
              className="btn"
              form="queue"
              name="undo"
              value={batch}
              onClick={(event) => {
                event.preventDefault();
                onUndo(batch);
              }}
            >
              {labels.undo}
            </button>
          )}
          {reload && (
            <a className="btn" href={address}>
              {labels.reloadList}
            </a>
          )}
        </Notice>
      ))}
    </div>
  );
}
