import { Button } from '@/components/ui/button';
import type { QueueComment } from './queue-comment';
import type { QueueLabels } from './queue-labels';
import { BanForm, type FormAction, NoteForm } from './writer-forms.client';

interface CommentContextProps {
  comment: QueueComment;
  labels: QueueLabels;
  ban: FormAction;
  note: FormAction;
}

/** Beside the list: who wrote the current comment, under which story, and what was decided before. */
export function CommentContext(props: CommentContextProps) {
  const { comment, labels } = props;
  return (
    <>
      <WriterPanel {...props} />
      <NotesPanel {...props} />
      <DecisionsPanel comment={comment} labels={labels} />
      <StoryPanel comment={comment} labels={labels} />
    </>
  );
}

function WriterPanel({ comment, labels, ban }: CommentContextProps) {
  const { context } = comment;
  return (
    <section className="panel" aria-labelledby="writer-title">
      <h2 className="person" id="writer-title">
        {comment.name}
      </h2>
      <div className="panel__in stack gap-[0.6rem] grid">
        <dl className="gap-y-[0.35rem] gap-x-4 grid grid-cols-[auto_auto] justify-between">
          {context.facts.map(({ term, value }) => (
            <div className="contents" key={term}>
              <dt className="text-ink-3">{term}</dt>
              <dd className="font-medium text-right">{value}</dd>
            </div>
          ))}
        </dl>
        {context.barred.length > 0 && (
          <ul className="note note--err">
            {context.barred.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <BanForm key={`ban${comment.id}`} comment={comment} action={ban} labels={labels} />
        <a
          className="more text-(length:--text-meta) underline min-h-6"
          href={`/admin/comments?state=all&by=${context.commenterId}`}
        >
          {labels.allOf}
        </a>
      </div>
    </section>
  );
}

function NotesPanel({ comment, labels, note }: CommentContextProps) {
  const { notes } = comment.context;
  return (
    <section className="panel" aria-labelledby="notes-title">
      <h2 id="notes-title">{labels.notes}</h2>
      <div className="panel__in stack gap-[0.6rem] grid">
        {notes.length > 0 && (
          <ul className="notes [&>li+li]:mt-2 [&>li+li]:pt-2 [&>li+li]:border-t [&>li+li]:border-t-rule">
            {notes.map(({ by, words: text }) => (
              <li key={by + text}>
                <p>{text}</p>
                <p className="meta">{by}</p>
              </li>
            ))}
          </ul>
        )}
        <NoteForm key={`note${comment.id}`} comment={comment} action={note} labels={labels} />
      </div>
    </section>
  );
}

function DecisionsPanel({ comment, labels }: Pick<CommentContextProps, 'comment' | 'labels'>) {
  const { decisions } = comment.context;
  if (decisions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{labels.decisions}</h2>
      <ul className="panel__in meta">
        {decisions.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function StoryPanel({ comment, labels }: Pick<CommentContextProps, 'comment' | 'labels'>) {
  const { story } = comment.context;
  return (
    <section className="panel" aria-labelledby="story-title">
      <h2 id="story-title">{labels.inStory}</h2>
      <div className="panel__in stack gap-[0.6rem] grid">
        <span className="pic pic--lead">
          {/* biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off */}
          <img src={story.picture} alt={story.alt} width="608" height="342" loading="lazy" decoding="async" />
        </span>
        <p className="headline text-[1rem]/[1.5] font-serif font-strong">
          <a href={comment.storyHref}>{comment.headline}</a>
        </p>
        <p className="meta">{story.meta}</p>
        {!story.isOpen && <p className="note note--warn">{labels.isClosed}</p>}
        {story.isUp && (
          <Button
            form="queue"
            name="discussion"
            value={`${comment.storyId}:${story.isOpen ? 'closed' : 'open'}`}
          >
            {story.isOpen ? labels.closeComments : labels.openComments}
          </Button>
        )}
        <a
          className="more text-(length:--text-meta) underline min-h-6"
          href={`/admin/comments?state=all&story=${comment.storyId}`}
        >
          {labels.allInStory}
        </a>
      </div>
    </section>
  );
}
