import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { DeskQueue, DeskTab } from '@/lib/comments/desk';
import type { HideReason } from '@/lib/comments/hide-comment';
import type { FormState } from '@/lib/forms/form-state';
import type { LabelKey, Say } from '@/lib/site/labels';
import { CommentCard } from './comment-card';
import { CommentQueueForm } from './comment-queue-form.client';

export const reasonLabels: Record<HideReason, LabelKey> = {
  abuse: 'moderation.reasonAbuse',
  'off-topic': 'moderation.reasonOffTopic',
  privacy: 'moderation.reasonPrivacy',
  false: 'moderation.reasonFalse',
  ad: 'moderation.reasonAd',
};

interface Props {
  queue: DeskQueue;
  tab: DeskTab;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  say: Say;
  now: Date;
}

/** One tab's comments in one form: a button for each, and a bar for all that are ticked. */
export function CommentQueue({ queue, tab, action, say, now }: Props) {
  if (queue.comments.length === 0) {
    return <p className="note">{say(tab === 'held' ? 'moderation.emptyHeld' : 'moderation.empty')}</p>;
  }
  const reasons = Object.entries(reasonLabels).map(([value, label]) => ({ value, label: say(label) }));
  return (
    <CommentQueueForm action={action} label={say('moderation.queue')}>
      <input type="hidden" name="tab" value={tab} />
      <ol className="q">
        {queue.comments.map((comment) => (
          <CommentCard key={comment.id} comment={comment} tab={tab} reasons={reasons} say={say} now={now} />
        ))}
      </ol>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in a flex row everywhere */}
      <div className="bulk" role="group" aria-label={say('moderation.bulk')}>
        <strong>{say('moderation.bulk')}</strong>
        {tab !== 'visible' && (
          <Button kind="ink" icon="check" name="approveChosen" value="1">
            {say('moderation.approve')}
          </Button>
        )}
        {tab !== 'hidden' && (
          <>
            <Select
              name="reason"
              label={say('moderation.reason')}
              labelHidden
              empty={say('moderation.hideWhy')}
              options={reasons}
            />
            <Button icon="cross" name="hideChosen" value="1">
              {say('moderation.hide')}
            </Button>
          </>
        )}
        <button className="btn" type="reset">
          {say('moderation.clear')}
        </button>
      </div>
      {queue.olderBefore && (
        <p className="foot">
          <a className="btn" href={`/admin/comments?state=${tab}&before=${queue.olderBefore}`}>
            {say('moderation.older')}
          </a>
        </p>
      )}
    </CommentQueueForm>
  );
}
