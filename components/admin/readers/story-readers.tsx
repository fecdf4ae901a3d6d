import { Panel } from '@/components/admin/stories/story-panels';
import type { deskStoryReaders } from '@/lib/readership/desk';
import type { Say } from '@/lib/site/labels';
import { HoursChart } from './hours-chart';
import { KeyFigures } from './key-figures';
import { DepthTable, SourceTable } from './share-tables';

type Readers = NonNullable<Awaited<ReturnType<typeof deskStoryReaders>>>;

/** How a story is read: its last two days, where its readers come from and how far they read. */
export function StoryReaders({ hours, total, figures, sources, say }: Readers & { say: Say }) {
  return (
    <section className="work" aria-labelledby="readers">
      <h2 className="vh" id="readers">
        {say('readership.ofStory')}
      </h2>
      <Panel title={say('readership.ofStory')}>
        <KeyFigures {...figures} say={say} />
        <h3>{say('readership.last48')}</h3>
        <HoursChart span={say('readership.last48')} bars={hours} unit="hour" say={say} />
      </Panel>
      <Panel title={say('readership.sources')}>
        <SourceTable caption="readership.sources" captionHidden sources={sources} say={say} />
        <DepthTable total={total} say={say} />
      </Panel>
    </section>
  );
}
