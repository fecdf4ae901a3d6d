import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { BinList } from '@/components/admin/stories/list/bin-list';
import { BulkDesk } from '@/components/admin/stories/list/bulk/bulk-desk.client';
import { ButtonLink } from '@/components/ui/button';
import { readSite } from '@/lib/site/reading';
import { chosenValue } from '@/lib/stories/bulk/bulk-action';
import { deskBin } from '@/lib/stories/for-desk/work-desk';
import { binDays } from '@/lib/stories/workflow/bin-story';
import { changeStories } from '../bulk-actions';
import { bulkWords, lastSentence } from '../list-words';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('work.binTitle') };
}

/** What was thrown away and can be taken out again, several at once or each on its form. */
export default async function BinPage() {
  const { stories, lastBulk } = await deskBin();
  const { say, labelSet } = await readSite();
  const now = new Date();
  return (
    <>
      <DeskHead title={say('work.binTitle')}>
        <ButtonLink kind="quiet" icon="back" href="/admin/stories">
          {say('admin.stories')}
        </ButtonLink>
      </DeskHead>
      <p className="meta">{say('work.binHeading')}</p>
      <BulkDesk
        action={changeStories}
        actions={[{ value: 'restore', label: say('bulk.action.restore') }]}
        sections={[]}
        topics={[]}
        staff={[]}
        last={lastSentence(lastBulk, say, now)}
        isEmpty={stories.length === 0}
        isBengali={labelSet === 'bn'}
        words={bulkWords(say)}
      >
        <BinList
          stories={stories.map(({ version, assigneeId, ...story }) => ({
            ...story,
            tick: chosenValue({ storyId: story.id, basedOn: version, assigneeId }),
          }))}
          days={binDays}
          say={say}
          now={now}
        />
      </BulkDesk>
    </>
  );
}
