import type { Metadata } from 'next';
import { DeskList } from '@/components/admin/desk-list';
import { longDate } from '@/lib/bengali/dates';
import { readSite } from '@/lib/site/reading';
import { deskBin } from '@/lib/stories/work/desk';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('work.binTitle') };
}

/** What was thrown away and can be taken out again; each opens on its form, where the button for it is. */
export default async function BinPage() {
  const stories = await deskBin();
  const { say } = await readSite();
  return (
    <>
      <div className="title">
        <h1>{say('work.binTitle')}</h1>
      </div>
      <DeskList
        id="bin"
        heading={say('work.binHeading')}
        rows={stories.map((story) => ({
          id: story.id,
          href: `/admin/stories/${story.id}`,
          title: story.headline,
          aside: story.binnedAt ? longDate(story.binnedAt) : '',
          below: story.name ? say('work.thrownBy', { name: story.name }) : story.section,
        }))}
        empty={say('work.binEmpty')}
        say={say}
      />
    </>
  );
}
