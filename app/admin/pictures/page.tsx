import { shortDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { pictureLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
import { ListFoot } from '@/components/admin/desk/lists/list-foot';
import { PictureGrid } from '@/components/admin/pictures/picture-grid';
import { PictureUpload } from '@/components/admin/pictures/picture-upload.client';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
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
  const asked = await searchParams;
  const library = await deskLibrary({
    q: one(asked.q),
    from: one(asked.from),
    to: one(asked.to),
    show: one(asked.show),
    before: one(asked.before),
  });
  const { say, labelSet } = await readSite();
  const { show, words, from, to, older } = library;
  const isSearch = words !== '' || from !== '' || to !== '';

  return (
    <>
      <DeskHead title={say('pictures.library')} />
      {one(asked.did) === 'delete' && (
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
          href: addressOf({ show: known, q: words, from, to }),
          words: say(`pictures.show.${known}`),
          isHere: known === show,
        }))}
      />
      <form
        className="lib__find mb-5 gap-[0.6rem] grid grid-cols-[1fr_1fr] items-end md:grid-cols-[minmax(0,1fr)_10rem_10rem_auto]"
        action="/admin/pictures"
        aria-label={say('pictures.doFind')}
      >
        {show !== 'all' && <input type="hidden" name="show" value={show} />}
        <Field name="q" id="picture-find" type="search" label={say('pictures.find')} value={words} />
        <Field name="from" id="picture-from" type="date" label={say('pictures.from')} value={from} />
        <Field name="to" id="picture-to" type="date" label={say('pictures.to')} value={to} />
        <div className="lib__do gap-2 flex md:col-[auto]">
          <Button icon="search">{say('pictures.doFind')}</Button>
          {isSearch && (
            <ButtonLink kind="quiet" href={addressOf({ show })}>
              {say('pictures.clearFind')}
            </ButtonLink>
          )}
        </div>
      </form>
      {library.rows.length === 0 ? (
        <p className="note">{say(isSearch ? 'pictures.noneFound' : 'pictures.none')}</p>
      ) : (
        <PictureGrid
          pictures={library.rows.map((row) => ({
            ...chosenPicture(row),
            date: shortDate(row.takenAt ?? row.createdAt),
            uses: row.uses,
            missing: row.missing,
          }))}
          say={say}
        />
      )}
      <ListFoot
        newest={
          !library.isFirstPage && {
            href: addressOf({ show, q: words, from, to }),
            words: say('pictures.newest'),
          }
        }
        older={
          older !== null && {
            href: addressOf({ show, q: words, from, to, before: String(older) }),
            words: say('pictures.older'),
          }
        }
      />
    </>
  );
}

function addressOf(asked: Record<string, string>): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter(([name, value]) => value !== '' && !(name === 'show' && value === 'all')),
  );
  return query.size > 0 ? `/admin/pictures?${query}` : '/admin/pictures';
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
