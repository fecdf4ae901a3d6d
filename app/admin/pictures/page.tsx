import { shortDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { pictureLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { PictureGrid } from '@/components/admin/pictures/picture-grid';
import { PictureSearchForm } from '@/components/admin/pictures/picture-search-form';
import { PictureUpload } from '@/components/admin/pictures/picture-upload.client';
import { Notice } from '@/components/ui/notice';
import { chosenPicture, deskLibrary, pictureLibraryFilters } from '@/lib/pictures/desk';
import { maxPictureMegabytes } from '@/lib/pictures/library/save-picture';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { uploadPictures } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('pictures.library') };
}

export default async function PicturesPage({ searchParams }: PageProps<'/admin/pictures'>) {
  const params = await searchParams;
  const library = await deskLibrary({
    q: one(params.q),
    from: one(params.from),
    to: one(params.to),
    show: one(params.show),
    before: one(params.before),
  });
  const { say, labelSet } = await readSite();
  const { show, words, from, to, older } = library;
  const search = { show, q: words, from, to };
  const isSearch = words !== '' || from !== '' || to !== '';

  return (
    <>
      <DeskHead title={say('pictures.library')} />
      {one(params.did) === 'delete' && (
        <div className="mb-4">
          <Notice kind="done">{say('pictures.deleted')}</Notice>
        </div>
      )}
      <DeskLabels words={wordsIn(labelSet, say, pictureLabels)}>
        <PictureUpload action={uploadPictures} maxMegabytes={maxPictureMegabytes} />
      </DeskLabels>
      <LinkTabs
        label={say('pictures.show')}
        tabs={pictureLibraryFilters.map((known) => ({
          href: addressOf({ ...search, show: known }),
          words: say(`pictures.show.${known}`),
          isHere: known === show,
        }))}
      />
      <PictureSearchForm
        {...{ show, words, from, to }}
        clearHref={isSearch ? addressOf({ show }) : null}
        say={say}
      />
      {library.rows.length === 0 ? (
        <p className="note">{say(isSearch ? 'pictures.noneFound' : 'pictures.none')}</p>
      ) : (
        <PictureGrid pictures={library.rows.map(gridPicture)} say={say} />
      )}
      <ListFoot
        newest={
          !library.isFirstPage && {
            href: addressOf(search),
            words: say('pictures.newest'),
          }
        }
        older={
          older !== null && {
            href: addressOf({ ...search, before: String(older) }),
            words: say('pictures.older'),
          }
        }
      />
    </>
  );
}

function addressOf(query: Record<string, string>): string {
  const address = new URLSearchParams(
    Object.entries(query).filter(([name, value]) => value !== '' && !(name === 'show' && value === 'all')),
  );
  return address.size > 0 ? `/admin/pictures?${address}` : '/admin/pictures';
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

type LibraryRow = Awaited<ReturnType<typeof deskLibrary>>['rows'][number];

function gridPicture(row: LibraryRow) {
  const { uses, missing } = row;
  return { ...chosenPicture(row), date: shortDate(row.takenAt ?? row.createdAt), uses, missing };
}
