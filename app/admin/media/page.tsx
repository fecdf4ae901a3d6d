import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { mediaLibraryLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { FindForm } from '@/components/admin/desk/lists/find-form';
import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { MediaAdd } from '@/components/admin/media/media-add.client';
import { MediaGrid } from '@/components/admin/media/media-grid';
import { Notice } from '@/components/ui/notice';
import { deskMediaLibrary, mediaLibraryFilters } from '@/lib/media/desk';
import { maxMediaMegabytes } from '@/lib/media/media-kinds';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { addMedia } from './actions';
import { mediaView } from './media-view';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('mediaLibrary.title') };
}

/** What was sent in to be heard and watched, newest first. */
export default async function MediaPage({ searchParams }: PageProps<'/admin/media'>) {
  const params = await searchParams;
  const one = (name: string) => [params[name]].flat()[0];
  const library = await deskMediaLibrary({ q: one('q'), show: one('show'), before: one('before') });
  const site = await readSite();
  const { say, labelSet } = site;
  const { show, words, older } = library;

  return (
    <>
      <DeskHead title={say('mediaLibrary.title')} />
      {one('did') === 'delete' && (
        <div className="mb-4">
          <Notice kind="done">{say('mediaLibrary.deleted')}</Notice>
        </div>
      )}
      <DeskLabels words={wordsIn(labelSet, say, mediaLibraryLabels)}>
        <MediaAdd action={addMedia} maxMegabytes={maxMediaMegabytes} />
      </DeskLabels>
      <LinkTabs
        label={say('mediaLibrary.show')}
        tabs={mediaLibraryFilters.map((known) => ({
          href: addressOf({ show: known, q: words }),
          words: say(`mediaLibrary.show.${known}`),
          isHere: known === show,
        }))}
      />
      <FindForm
        action="/admin/media"
        words={words}
        say={say}
        label={say('mediaLibrary.find')}
        hiddenFields={show === 'all' ? {} : { show }}
      />
      {library.rows.length === 0 ? (
        <p className="note">{say(words === '' ? 'mediaLibrary.none' : 'mediaLibrary.noneFound')}</p>
      ) : (
        <MediaGrid media={library.rows.map((row) => mediaView(row, site))} say={say} />
      )}
      <ListFoot
        newest={
          !library.isFirstPage && { href: addressOf({ show, q: words }), words: say('pictures.newest') }
        }
        older={
          older !== null && {
            href: addressOf({ show, q: words, before: String(older) }),
            words: say('pictures.older'),
          }
        }
      />
    </>
  );
}

function addressOf(params: Record<string, string>): string {
  const query = new URLSearchParams(
    Object.entries(params).filter(([name, value]) => value !== '' && !(name === 'show' && value === 'all')),
  );
  return query.size > 0 ? `/admin/media?${query}` : '/admin/media';
}
