import { ButtonLink } from '@/components/ui/button';
import { Panel } from '../story-panels';
import { AssignPanel, BinPanel, CorrectionsPanel, UnpublishPanel } from './publication-panels';
import { RemarksPanel } from './remarks-panel';
import type { StoryWorkProps } from './story-work-props';

/** Links to the panels below the form, for the head of the page. */
export function storyWorkLinks({ story, permits, say }: Pick<StoryWorkProps, 'story' | 'permits' | 'say'>) {
  const isOut = story.state === 'published';
  return [
    permits.preparesNext && { href: '#work-next', label: say('next.title') },
    { href: '#work-remarks', label: say('work.remarks') },
    permits.assigns && { href: '#work-assign', label: say('work.assign') },
    permits.publishes && isOut && { href: '#work-corrections', label: say('work.corrections') },
    permits.publishes &&
      (isOut || story.state === 'scheduled') && { href: '#work-unpublish', label: say('work.unpublishAt') },
    permits.edits && (story.isUnseen || story.isBinned) && { href: '#work-bin', label: say('work.binTitle') },
  ].filter((link) => link !== false);
}

/** Everything about a story that is not its text: assignment, remarks, corrections, and its way out of publication. */
export function StoryWork(props: StoryWorkProps) {
  const { story, permits, corrections, say } = props;
  const isPublished = story.state === 'published';
  return (
    <section
      className="work mt-8 gap-y-5 gap-x-8 grid lg:grid-cols-[repeat(auto-fit,minmax(18rem,1fr))] lg:items-start [&_.panel]:scroll-mt-28 [&_.textarea]:scroll-mt-28 max-lg:[&_.panel]:scroll-mt-40 max-lg:[&_.textarea]:scroll-mt-40 [&_.panel+.panel]:mt-0"
      aria-labelledby="work"
    >
      <h2 className="vh" id="work">
        {say('work.title')}
      </h2>
      {permits.preparesNext && (
        <Panel id="work-next" title={say('next.title')}>
          <p className="hint">{say('next.hint')}</p>
          <p>
            <ButtonLink href={`/admin/stories/${story.id}?next=1`}>
              {say(story.hasNext ? 'next.open' : 'next.begin')}
            </ButtonLink>
          </p>
        </Panel>
      )}
      <RemarksPanel {...props} />
      {isPublished && (
        <Panel title={say('work.card')}>
          <p className="hint">{say('work.cardHint')}</p>
          <p>
            <a className="btn" href={`/admin/stories/${story.id}/card`} download>
              {say('device.card')}
            </a>
          </p>
        </Panel>
      )}
      {permits.assigns && <AssignPanel {...props} />}
      {permits.publishes && (isPublished || corrections.length > 0) && <CorrectionsPanel {...props} />}
      {permits.publishes && (isPublished || story.state === 'scheduled') && <UnpublishPanel {...props} />}
      {permits.edits && (story.isUnseen || story.isBinned) && <BinPanel {...props} />}
    </section>
  );
}
