import { clockTime, dhakaDay, longDate, relativeTime } from '@barta/bengali/dates';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskList } from '@/components/admin/desk/lists/desk-list';
import { Notice } from '@/components/ui/notice';
import { deskHome } from '@/lib/people/desk';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.dashboard') };
}

/** What waits for the signed-in member, and how the day stands. */
export default async function DeskHomePage() {
  const now = new Date();
  const home = await deskHome(now);
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('admin.dashboard')}>
        <span className="meta">
          {longDate(now)} · {clockTime(now)}
        </span>
      </DeskHead>
      <ErasureNotices erasures={home.waitingErasures} say={say} />
      <div className="home gap-y-5 gap-x-8 grid grid-cols-[minmax(0,1fr)] wrap-anywhere lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] [&_.panel+.panel]:mt-7">
        <div>
          <UrgentStories home={home} say={say} now={now} />
          <ReadersWaiting home={home} say={say} now={now} />
          <LaterStories home={home} say={say} now={now} />
        </div>
        <div>
          <Published home={home} say={say} now={now} />
        </div>
      </div>
    </>
  );
}

interface HomeProps {
  home: Awaited<ReturnType<typeof deskHome>>;
  say: Say;
  now: Date;
}

function ErasureNotices({ erasures, say }: { erasures: HomeProps['home']['waitingErasures']; say: Say }) {
  return (
    <>
      {erasures && erasures.heldByReader > 0 && (
        <Notice kind="warn">{say('admin.erasuresWait', { count: erasures.heldByReader })}</Notice>
      )}
      {erasures?.compactionError && (
        <Notice kind="warn">{say('admin.compactionFailed', { error: erasures.compactionError })}</Notice>
      )}
    </>
  );
}

/** Stories assigned to the member, filed stories, and stories that are due. */
function UrgentStories({ home: { assigned, filed, due }, say, now }: HomeProps) {
  return (
    <>
      {assigned && (
        <DeskList
          id="assigned"
          heading={say('work.mine')}
          rows={assigned.map(({ id, headline, at }) => ({
            id,
            href: deskAddress(id),
            title: headline,
            aside: at ? dueSentence(say, at, now) : '',
          }))}
          empty={say('work.nothingMine')}
          all={{ href: '/admin/stories?whose=assigned&order=due' }}
          say={say}
        />
      )}
      {filed && (
        <DeskList
          id="filed"
          heading={say('admin.filedStories')}
          rows={filed.stories.map(({ id, headline, at }) => ({
            id,
            href: deskAddress(id),
            title: headline,
            aside: relativeTime(at, now),
          }))}
          empty={say('admin.nothingFiled')}
          all={{ href: '/admin/stories?state=filed', count: filed.count }}
          say={say}
        />
      )}
      {due && due.length > 0 && (
        <DeskList
          id="due"
          heading={say('admin.dueStories')}
          rows={due.map(({ id, headline, at, name }) => ({
            id,
            href: deskAddress(id),
            title: headline,
            aside: at ? dueSentence(say, at, now) : '',
            ...(name && { below: say('list.with', { name }) }),
          }))}
          empty=""
          all={{ href: '/admin/stories?whose=due&order=due' }}
          say={say}
        />
      )}
    </>
  );
}

/** Held comments and new tips. */
function ReadersWaiting({ home: { held, tips }, say, now }: HomeProps) {
  return (
    <>
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
          isOfPeople
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
    </>
  );
}

/** The member's unfinished stories, and what is scheduled. */
function LaterStories({ home: { mine, scheduled }, say, now }: HomeProps) {
  return (
    <>
      {mine && (
        <DeskList
          id="mine"
          heading={say('admin.myUnfinished')}
          rows={mine.map(({ id, headline, at }) => ({
            id,
            href: deskAddress(id),
            title: headline,
            aside: relativeTime(at, now),
          }))}
          empty={say('admin.nothingUnfinished')}
          all={{ href: '/admin/stories?whose=mine' }}
          say={say}
        />
      )}
      {scheduled && (
        <DeskList
          id="scheduled"
          heading={say('admin.scheduledStories')}
          rows={scheduled.map(({ id, headline, at }) => ({
            id,
            href: deskAddress(id),
            title: headline,
            aside: at ? `${longDate(at)}, ${clockTime(at)}` : '',
          }))}
          empty={say('admin.nothingScheduled')}
          all={{ href: '/admin/stories?state=scheduled' }}
          say={say}
        />
      )}
    </>
  );
}

/** What was published today, and what is read most. */
function Published({ home: { publishedToday, mostRead, mine, readsAudience }, say, now }: HomeProps) {
  const today = dhakaDay(now);
  return (
    <>
      <DeskList
        id="today"
        heading={say('admin.publishedToday')}
        rows={publishedToday.map(({ id, section, headline, at }) => ({
          id,
          href: `/${section}/${id}`,
          title: headline,
          aside: at ? clockTime(at) : '',
        }))}
        empty={say('admin.nothingToday')}
        all={
          mine
            ? { href: `/admin/stories?order=published&dates=published&from=${today}&to=${today}` }
            : undefined
        }
        say={say}
      />
      <DeskList
        id="most-read"
        heading={say('admin.mostReadNow')}
        rows={mostRead.map(({ id, section, headline, views }) => ({
          id,
          href: `/${section}/${id}`,
          title: headline,
          aside: say('article.views', { count: views }),
        }))}
        empty={say('readership.nobodyNow')}
        all={readsAudience ? { href: '/admin/readers' } : undefined}
        say={say}
      />
    </>
  );
}

const deskAddress = (id: number) => `/admin/stories/${id}`;

/** When it is due, or since when it is late. */
function dueSentence(say: Say, at: Date, now: Date): string {
  return say(at <= now ? 'list.late' : 'list.due', { when: `${longDate(at)}, ${clockTime(at)}` });
}
