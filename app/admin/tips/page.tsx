import { relativeTime } from '@barta/bengali/dates';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { FindForm } from '@/components/admin/desk/lists/find-form';
import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { Notice } from '@/components/ui/notice';
import { readSite } from '@/lib/site/reading';
import { deskTips, tipTabs } from '@/lib/tips/desk';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('tips.title') };
}

/** The inbox of what readers have sent, newest first. */
export default async function TipsPage({ searchParams }: PageProps<'/admin/tips'>) {
  const params = await searchParams;
  const one = (name: string) => [params[name]].flat()[0] ?? '';
  const { tab, words, tips, older } = await deskTips({
    show: one('show'),
    q: one('q'),
    before: one('before'),
  });
  const { say } = await readSite();
  const now = new Date();
  return (
    <>
      <DeskHead title={say('tips.title')} />
      {one('did') === 'erase' && <Notice kind="done">{say('tips.erased')}</Notice>}
      <LinkTabs
        label={say('tips.show')}
        tabs={tipTabs.map((name) => ({
          href: `/admin/tips?show=${name}`,
          words: say(`tips.show.${name}`),
          isHere: words === '' && name === tab,
        }))}
      />
      <FindForm action="/admin/tips" words={words} say={say} label={say('tips.find')} />
      {tips.length === 0 ? (
        <p className="note">{say(words === '' ? 'tips.none' : 'tips.noneFound')}</p>
      ) : (
        <ul className="tips">
          {tips.map((tip) => (
            <li className="py-[0.6rem] border-b border-b-rule wrap-anywhere" key={tip.id}>
              <a className="font-medium" href={`/admin/tips/${tip.id}`}>
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
      <ListFoot
        older={
          older !== null && {
            href: `/admin/tips?${new URLSearchParams({ show: tab, ...(words && { q: words }), before: String(older) })}`,
            words: say('tips.older'),
          }
        }
      />
    </>
  );
}
