import type { Metadata } from 'next';
import { DeskList } from '@/components/admin/desk-list';
import { clock, longDate, relativeTime } from '@/lib/bengali/dates';
import { truncateGraphemes } from '@/lib/bengali/graphemes';
import { deskHome } from '@/lib/people/desk';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.dashboard') };
}

/** What waits for whom is signed in, and how the day stands. */
export default async function DeskHomePage() {
  const now = new Date();
  const { filed, held, scheduled, publishedToday, mostRead, mine, assigned, tips } = await deskHome(now);
  const { say } = await readSite();

  return (
    <>
      <div className="title">
        <h1>{say('admin.dashboard')}</h1>
        <span className="meta">
          {longDate(now)} · {clock(now)}
        </span>
      </div>
      <div className="home">
        <div>
          {filed && (
            <DeskList
              id="filed"
              heading={say('admin.filedStories')}
              rows={filed.stories.map((story) => ({
                id: story.id,
                href: `/admin/stories/${story.id}`,
                title: story.headline,
                aside: relativeTime(story.at, now),
              }))}
              empty={say('admin.nothingFiled')}
              all={{ href: '/admin/stories?state=filed', count: filed.count }}
              say={say}
            />
          )}
          {held && (
            <DeskList
              id="held"
              heading={say('admin.heldComments')}
              rows={held.comments.map((comment) => ({
                id: comment.id,
                href: `/admin/comments#c${comment.id}`,
                title: comment.name,
                aside: relativeTime(comment.at, now),
                below: truncateGraphemes(comment.body, 120),
              }))}
              empty={say('empty.queue')}
              all={{ href: '/admin/comments', count: held.count }}
              say={say}
            />
          )}
          {tips && (
            <DeskList
              id="tips"
              heading={say('tips.newTips')}
              rows={tips.tips.map(({ tip }) => ({
                id: tip.id,
                href: `/admin/tips/${tip.id}`,
                title: truncateGraphemes(tip.words.replace(/\s+/g, ' '), 90, '…'),
                aside: relativeTime(tip.at, now),
              }))}
              empty={say('tips.nothingNew')}
              all={{ href: '/admin/tips', count: tips.count }}
              say={say}
            />
          )}
          {assigned && assigned.length > 0 && (
            <DeskList
              id="assigned"
              heading={say('work.mine')}
              rows={assigned.map((story) => ({
                id: story.id,
                href: `/admin/stories/${story.id}`,
                title: story.headline,
                aside: story.at ? say('work.due', { when: `${longDate(story.at)}, ${clock(story.at)}` }) : '',
              }))}
              empty={say('work.nothingMine')}
              say={say}
            />
          )}
          {mine && (
            <DeskList
              id="mine"
              heading={say('admin.myUnfinished')}
              rows={mine.map((story) => ({
                id: story.id,
                href: `/admin/stories/${story.id}`,
                title: story.headline,
                aside: relativeTime(story.at, now),
              }))}
              empty={say('admin.nothingUnfinished')}
              say={say}
            />
          )}
          {scheduled && (
            <DeskList
              id="scheduled"
              heading={say('admin.scheduledStories')}
              rows={scheduled.map((story) => ({
                id: story.id,
                href: `/admin/stories/${story.id}`,
                title: story.headline,
                aside: story.at ? `${longDate(story.at)}, ${clock(story.at)}` : '',
              }))}
              empty={say('admin.nothingScheduled')}
              say={say}
            />
          )}
        </div>
        <div>
          <DeskList
            id="today"
            heading={say('admin.publishedToday')}
            rows={publishedToday.map((story) => ({
              id: story.id,
              href: `/${story.section}/${story.id}`,
              title: story.headline,
              aside: story.at ? clock(story.at) : '',
            }))}
            empty={say('admin.nothingToday')}
            say={say}
          />
          <DeskList
            id="most-read"
            heading={say('admin.mostReadNow')}
            rows={mostRead.map((story) => ({
              id: story.id,
              href: `/${story.section}/${story.id}`,
              title: story.headline,
              aside: say('article.views', { count: story.total }),
            }))}
            empty={say('empty.mostRead')}
            say={say}
          />
        </div>
      </div>
    </>
  );
}
