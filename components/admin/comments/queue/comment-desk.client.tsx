'use client';

import { toBengaliDigits } from '@barta/bengali/digits';
import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useLayoutEffect,
  useReducer,
  useRef,
} from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { untouched } from '@/lib/forms/form-state';
import type { ModerationState } from '@/lib/forms/moderation-state';
import { CommentContext } from '../comment-context';
import { CommentTabs } from '../comment-tabs';
import type { QueueLabels } from '../queue-labels';
import type { FormAction } from '../writer-forms.client';
import { AnswerPanel } from './answer-panel.client';
import { BulkActions } from './bulk-actions';
import { KeyMap, useKeyboardShortcuts } from './key-map.client';
import { handleQueueClick, QueueList } from './queue-list';
import { QueueMessages } from './queue-messages';
import { ArrivedNotice, OlderLinks } from './queue-paging';
import { isIncompleteBulk } from './queue-request';
import { type InitialQueue, initialQueueState, queueReducer } from './queue-state';
import { useQueueFetching } from './use-queue-fetching.client';
import { useQueueKeys } from './use-queue-keys.client';
import { type ModerateAction, useQueueRequests } from './use-queue-requests.client';

interface CommentDeskProps extends InitialQueue {
  tab: string;
  tabs: readonly { tab: string; label: string }[];
  /** The address of this list, without a cursor. */
  address: string;
  empty: string;
  isBengali: boolean;
  labels: QueueLabels;
  moderate: ModerateAction;
  ban: FormAction;
  note: FormAction;
  answer: FormAction;
  title: ReactNode;
  filters: ReactNode;
  rules: ReactNode;
}

/** The moderators' desk: the list in one form, worked by buttons or by keys, and the context beside it. */
export function CommentDesk(props: CommentDeskProps) {
  const { labels, tab } = props;
  const desk = useCommentDesk(props);
  const { state } = desk;
  const formatNumber = (count: number) => (props.isBengali ? toBengaliDigits(count) : String(count));
  return (
    <>
      <div className="title mb-3 gap-y-2 gap-x-4 flex flex-wrap items-center">
        {props.title}
        {state.counts.oldest !== '' && <span className="meta">{state.counts.oldest}</span>}
      </div>
      <CommentTabs tab={tab} tabs={props.tabs} counts={state.counts} label={labels.states} />
      <p className="vh" role="status">
        {state.counts.live}
      </p>
      {props.filters}
      <div className="mod gap-6 grid wrap-anywhere lg:gap-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <QueueColumn {...props} desk={desk} formatNumber={formatNumber} />
        <aside className="min-w-0" id="context" aria-label={labels.contextOf}>
          {desk.contextComment && (
            <CommentContext comment={desk.contextComment} labels={labels} ban={props.ban} note={props.note} />
          )}
          {props.rules}
        </aside>
      </div>
    </>
  );
}

interface QueueColumnProps extends Omit<CommentDeskProps, 'title' | 'filters' | 'rules'> {
  desk: ReturnType<typeof useCommentDesk>;
  formatNumber: (count: number) => string;
}

/** The list with what stands around it: messages, new comments, the answer form, the way to older ones. */
function QueueColumn({ desk, formatNumber, ...props }: QueueColumnProps) {
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

function useCommentDesk(props: CommentDeskProps) {
  const { labels, address, moderate } = props;
  // A list of every state keeps what is decided in it: there the page is loaded again after each decision.
  const staysListed = props.tab === 'all' || props.tab === 'withdrawn';
  const [state, dispatch] = useReducer(queueReducer, props, initialQueueState);
  const [formState, sendForm] = useRetrySafeForm<ModerationState>(moderate, untouched);
  const shortcuts = useKeyboardShortcuts();
  const form = useRef<HTMLFormElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const latest = useRef(state);
  latest.current = state;
  const wantsFocus = useRef(false);
  const requests = useQueueRequests({
    moderate,
    address,
    notSent: labels.notSent,
    latest,
    dispatch,
    wantsFocus,
  });
  const current = state.rows.find(({ id }) => id === state.currentId);
  // The list answers a key first, the context follows.
  const contextComment = useDeferredValue(current);
  useFocusOnCurrent({ form, list, currentId: state.currentId, wantsFocus });
  useQueueFetching({ address, state, latest, dispatch, wantsFocus });
  const keys = useQueueKeys({ shortcuts, state, staysListed, form, list, wantsFocus, dispatch, requests });

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    if (staysListed || isIncompleteBulk(submitter?.getAttribute('name'), data)) {
      dispatch({ type: 'show-form-notice', isShown: true });
      return;
    }
    event.preventDefault();
    requests.submit(data);
  }

  const messages = formState.notice && state.showsFormNotice ? [formState.notice] : state.messages;
  return {
    ...{ state, dispatch, form, list, shortcuts, requests, wantsFocus },
    ...{ contextComment, messages, sendForm, onSubmit, ...keys },
  };
}

interface FocusOnCurrentOptions {
  form: RefObject<HTMLFormElement | null>;
  list: RefObject<HTMLOListElement | null>;
  currentId: number | null;
  wantsFocus: RefObject<boolean>;
}

/**
 * A layout effect: a passive effect that still waits from the commit before would run first, move to the comment that is
 * about to leave, and take the focus with it.
 */
function useFocusOnCurrent({ form, list, currentId, wantsFocus }: FocusOnCurrentOptions): void {
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    if (currentId === null) return form.current?.querySelector<HTMLElement>('p.note')?.focus();
    const row = list.current?.querySelector<HTMLElement>(`[data-comment="${currentId}"] article`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });
}
