import { Button, ButtonLink } from '@/components/ui/button';
import { longDate, relativeTime } from '@/lib/bengali/dates';
import { truncateGraphemes } from '@/lib/bengali/graphemes';
import type { DeskComment, DeskTab } from '@/lib/comments/desk';
import type { Say } from '@/lib/site/labels';

interface Props {
  comment: DeskComment;
  tab: DeskTab;
  reasons: readonly { value: string; label: string }[];
  say: Say;
  now: Date;
}

/** One comment, with all that a moderator decides by: where, to whom, by whom, and why it waits. */
export function CommentCard({ comment, tab, reasons, say, now }: Props) {
  const { story, parent, record, lastAction } = comment;
  const target = `${comment.id}:${comment.version}`;
  const address = `/${story.section}/${story.id}`;
  return (
    <li id={`c${comment.id}`}>
      <label className="tick">
        <input type="checkbox" name="chosen" value={target} />
        <span className="vh">{say('moderation.choose', { name: comment.name })}</span>
      </label>
      <article aria-label={comment.name}>
        <div className="q__top">
          <strong>{comment.name}</strong>
          <span className="meta">{comment.address}</span>
          <time className="meta" dateTime={comment.createdAt.toISOString()}>
            {relativeTime(comment.createdAt, now)}
          </time>
          {comment.fromNewsroom && <span className="pill pill--info">{say('comments.fromNewsroom')}</span>}
          {tab === 'held' &&
            comment.heldBecause.map((reason) => (
              <span className="pill pill--warn" key={reason}>
                {say(`moderation.held.${reason}`)}
              </span>
            ))}
        </div>
        <a className="q__on" href={tab === 'visible' ? `${address}#c${comment.id}` : address}>
          {story.headline}
        </a>
        {parent && (
          <blockquote className="q__parent">
            {say('comments.answering', { name: parent.name })}: {truncateGraphemes(parent.body, 140, '…')}
          </blockquote>
        )}
        <p className="q__text">{comment.body}</p>
        <p className="meta q__record">
          <span>
            {say('moderation.record', {
              approved: record.approved,
              hidden: record.hidden,
              since: longDate(record.firstSeen),
            })}
          </span>
          {record.name !== comment.name && <span>{say('moderation.otherName', { name: record.name })}</span>}
          {comment.neighbours > 0 && (
            <span>{say('moderation.neighbours', { count: comment.neighbours })}</span>
          )}
          {comment.website !== '' && <span>{comment.website}</span>}
          {lastAction && tab !== 'held' && (
            <LastAction action={lastAction} reasons={reasons} say={say} now={now} />
          )}
        </p>
        <div className="q__do">
          {tab !== 'visible' && (
            <Button kind="ok" name="approve" value={target} about={comment.name}>
              {say(tab === 'hidden' ? 'moderation.restore' : 'moderation.approve')}
            </Button>
          )}
          {tab !== 'hidden' && (
            <details className="q__hide">
              <summary className="btn btn--no">
                {say('moderation.hide')}
                <span className="vh"> {comment.name}</span>
              </summary>
              <div>
                {reasons.map(({ value, label }) => (
                  <Button key={value} name="hide" value={`${target}:${value}`} about={comment.name}>
                    {label}
                  </Button>
                ))}
              </div>
            </details>
          )}
          {tab !== 'hidden' && (
            <ButtonLink
              href={`/admin/comments?state=${tab}&answer=${comment.id}#answer`}
              about={comment.name}
            >
              {say('moderation.answer')}
            </ButtonLink>
          )}
        </div>
      </article>
    </li>
  );
}

function LastAction({
  action,
  reasons,
  say,
  now,
}: Pick<Props, 'reasons' | 'say' | 'now'> & { action: NonNullable<DeskComment['lastAction']> }) {
  const label = action.to === 'visible' ? 'moderation.acted.visible' : 'moderation.acted.hidden';
  const name = action.by ?? say('moderation.byHouse');
  const reason = reasons.find(({ value }) => value === action.reason);
  return (
    <span>
      {say(label, { name, when: relativeTime(action.at, now) })}
      {reason && `: ${reason.label}`}
    </span>
  );
}
