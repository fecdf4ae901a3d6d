import type { Metadata } from 'next';
import { FindForm } from '@/components/admin/desk/find-form';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { relativeTime } from '@/lib/bengali/dates';
import { truncateGraphemes } from '@/lib/bengali/graphemes';
import { readSite } from '@/lib/site/reading';
import { deskTips, tipTabs } from '@/lib/tips/desk';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('tips.title') };
}

/** The inbox of what readers have sent, newest first. */
export default async function TipsPage({ searchParams }: PageProps<'/admin/tips'>) {
  const asked = await searchParams;
  const one = (name: string) => [asked[name]].flat()[0] ?? '';
  const { tab, words, tips, older } = await deskTips({
    show: one('show'),
    q: one('q'),
    before: one('before'),
  });
  const { say } = await readSite();
  const now = new Date();
  return (
    <>
      <div className="title">
        <h1>{say('tips.title')}</h1>
      </div>
      {one('did') === 'erase' && <Notice kind="done">{say('tips.erased')}</Notice>}
      <nav className="tabs" aria-label={say('tips.show')}>
        {tipTabs.map((name) => (
          <a
            key={name}
            href={`/admin/tips?show=${name}`}
            aria-current={words === '' && name === tab ? 'page' : undefined}
          >
            {say(`tips.show.${name}`)}
          </a>
        ))}
      </nav>
      <FindForm action="/admin/tips" words={words} say={say} label={say('tips.find')} />
      {tips.length === 0 ? (
        <p className="note">{say(words === '' ? 'tips.none' : 'tips.noneFound')}</p>
      ) : (
        <ul className="tips">
          {tips.map((tip) => (
            <li key={tip.id}>
              <a href={`/admin/tips/${tip.id}`}>
                {truncateGraphemes(tip.words.replace(/\s+/g, ' '), 160, '…')}
              </a>
              <p className="meta">
                {[
                  say(`tips.kind.${tip.kind}`),
                  say(`tips.show.${tip.state}`),
                  tip.name || say('tips.nobody'),
                  tip.place,
                  tip.pictureIds.length > 0 && say('tips.withPictures', { count: tip.pictureIds.length }),
                  tip.member,
                  relativeTime(tip.at, now),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      {older !== null && (
        <p className="foot">
          <ButtonLink
            icon="forward"
            href={`/admin/tips?${new URLSearchParams({ show: tab, ...(words && { q: words }), before: String(older) })}`}
          >
            {say('tips.older')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
