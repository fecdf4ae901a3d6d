import { AnswerPanel } from './answer-panel.client';
import { BulkActions } from './bulk-actions';
import type { CommentDeskProps } from './comment-desk-props';
import { KeyMap } from './keys/key-map.client';
import { handleQueueClick, QueueList } from './queue-list';
import { QueueMessages } from './queue-messages';
import { ArrivedNotice, OlderLinks } from './queue-paging';
import type { useCommentDesk } from './use-comment-desk.client';

interface QueueColumnProps extends Omit<CommentDeskProps, 'title' | 'filters' | 'rules'> {
  desk: ReturnType<typeof useCommentDesk>;
  formatNumber: (count: number) => string;
}

/** The list with what stands around it: messages, new comments, the answer form, the way to older ones. */
export function QueueColumn({ desk, formatNumber, ...props }: QueueColumnProps) {
  const { labels, address } = props;
  const { state, dispatch, requests, wantsFocus } = desk;
  return (
    <div className="min-w-0">
      <QueueMessages messages={desk.messages} onUndo={requests.undo} address={address} labels={labels} />
      <ArrivedNotice
        count={state.arrived.length > 0 ? formatNumber(state.arrived.length) : ''}
        onShow={() => {
          wantsFocus.current = true;
          dispatch({ type: 'show-arrived' });
        }}
        labels={labels}
      />
      <AnswerPanel
        comment={state.rows.find(({ id }) => id === state.answeringId)}
        address={address}
        action={props.answer}
        dispatch={dispatch}
        wantsFocus={wantsFocus}
        onEscape={desk.focusCurrent}
        labels={labels}
      />
      <QueueForm {...props} desk={desk} formatNumber={formatNumber} />
      <OlderLinks address={address} olderBefore={state.olderBefore} lookOn={state.lookOn} labels={labels} />
    </div>
  );
}

function QueueForm({ desk, formatNumber, tab, address, empty, labels }: QueueColumnProps) {
  const { state, dispatch, form, list, shortcuts } = desk;
  return (
    <form
      id="queue"
      ref={form}
      action={desk.sendForm}
      onSubmit={desk.onSubmit}
      onKeyDown={desk.onKeyDown}
      onClick={(event) => handleQueueClick(event, dispatch)}
      aria-label={labels.comments}
    >
      <input type="hidden" name="back" value={address} />
      <QueueList
        list={list}
        state={state}
        dispatch={dispatch}
        address={address}
        empty={empty}
        showsKeys={shortcuts.areOn}
        labels={labels}
      />
      {state.rows.length > 0 && (
        <BulkActions
          tab={tab}
          selectedCount={state.selected.size}
          formatNumber={formatNumber}
          labels={labels}
          onClear={() => dispatch({ type: 'clear-selection' })}
        />
      )}
      <KeyMap shortcuts={shortcuts} labels={labels} />
    </form>
  );
}
