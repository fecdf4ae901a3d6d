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
    <section
      className="work mt-8 gap-y-5 gap-x-8 grid lg:grid-cols-[repeat(auto-fit,minmax(18rem,1fr))] lg:items-start [&_.panel]:scroll-mt-28 [&_.textarea]:scroll-mt-28 max-lg:[&_.panel]:scroll-mt-40 max-lg:[&_.textarea]:scroll-mt-40 [&_.panel+.panel]:mt-0"
      aria-labelledby="readers"
    >
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
