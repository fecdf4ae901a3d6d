'use client';

import { toBengaliDigits } from '@barta/bengali/digits';
import { CommentContext } from '../comment-context';
import { CommentTabs } from '../comment-tabs';
import type { CommentDeskProps } from './comment-desk-props';
import { QueueColumn } from './queue-column';
import { useCommentDesk } from './use-comment-desk.client';

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
