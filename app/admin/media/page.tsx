import type { Metadata } from 'next';
import { FindForm } from '@/components/admin/desk/find-form';
import { mediaLibraryWords } from '@/components/admin/desk/picked-words';
import { DeskWords } from '@/components/admin/desk/words.client';
import { MediaAdd } from '@/components/admin/media/media-add.client';
import { MediaGrid } from '@/components/admin/media/media-grid';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { deskMediaLibrary, mediaShows } from '@/lib/media/desk';
import { maxMediaMegabytes } from '@/lib/media/kinds';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { addMedia } from './actions';
import { shownMedia } from './shown';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('mediaLibrary.title') };
}

/** What was sent in to be heard and watched, newest first. */
export default async function MediaPage({ searchParams }: PageProps<'/admin/media'>) {
  const asked = await searchParams;
  const one = (name: string) => [asked[name]].flat()[0];
  const library = await deskMediaLibrary({ q: one('q'), show: one('show'), before: one('before') });
  const site = await readSite();
  const { say, labelSet } = site;
  const { show, words, older } = library;

  return (
    <>
      <div className="title">
        <h1>{say('mediaLibrary.title')}</h1>
      </div>
      {one('did') === 'delete' && (
        <div className="lib__notice">
          <Notice kind="done">{say('mediaLibrary.deleted')}</Notice>
        </div>
      )}
      <DeskWords words={wordsIn(labelSet, say, mediaLibraryWords)}>
        <MediaAdd action={addMedia} maxMegabytes={maxMediaMegabytes} />
      </DeskWords>
      <nav className="tabs" aria-label={say('mediaLibrary.show')}>
        {mediaShows.map((known) => (
          <a
            key={known}
            href={addressOf({ show: known, q: words })}
            aria-current={known === show ? 'true' : undefined}
          >
            {say(`mediaLibrary.show.${known}`)}
          </a>
        ))}
      </nav>
      <FindForm
        action="/admin/media"
        words={words}
        say={say}
        label={say('mediaLibrary.find')}
        kept={show === 'all' ? {} : { show }}
      />
      {library.rows.length === 0 ? (
        <p className="note">{say(words === '' ? 'mediaLibrary.none' : 'mediaLibrary.noneFound')}</p>
      ) : (
        <MediaGrid media={library.rows.map((row) => shownMedia(row, site))} say={say} />
      )}
      <div className="foot">
        <span>
          {!library.isFirstPage && (
            <ButtonLink icon="back" href={addressOf({ show, q: words })}>
              {say('pictures.newest')}
            </ButtonLink>
          )}
        </span>
        {older !== null && (
          <ButtonLink icon="forward" href={addressOf({ show, q: words, before: String(older) })}>
            {say('pictures.older')}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

function addressOf(asked: Record<string, string>): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter(([name, value]) => value !== '' && !(name === 'show' && value === 'all')),
  );
  return query.size > 0 ? `/admin/media?${query}` : '/admin/media';
}
