import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { pictureLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { MediaPlayer } from '@/components/admin/media/media-player';
import { MediaSide } from '@/components/admin/media/media-side';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { deskMedia } from '@/lib/media/desk';
import { subtitlesAddress } from '@/lib/media/subtitles';
import { type Say, wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { mediaView } from '../media-view';
import { dropMedia, saveMedia } from './actions';
import { mediaFacts, mediaFields, usageLinks } from './media-file-view';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('mediaLibrary.one') };
}

/** What a form that is shown to nobody is drawn from, so that what was entered stays in it. */
const signedOut = {
  ...{ media: null, uses: null, edits: true, deletes: false },
  ...{ poster: undefined, subtitles: undefined },
};

/** One audio or video file: the player, its fields, where it is used, and its deletion. */
export default async function MediaFilePage({ params }: PageProps<'/admin/media/[file]'>) {
  const { file } = await params;
  const desk = (await deskMedia(file)) ?? notFound();
  const { say, labelSet } = await readSite();
  const { media, uses, edits, deletes, poster, subtitles } = desk === 'nobody' ? signedOut : desk;
  const view = media && mediaView({ ...media, uses: uses.stories.length }, { say, labelSet });
  const title = view?.title || say('mediaLibrary.one');
  const hidden = [
    { kind: 'hidden' as const, name: 'file', label: '', value: file },
    { kind: 'hidden' as const, name: 'basedOn', label: '', value: String(media?.version ?? '') },
  ];

  return (
    <DeskLabels words={wordsIn(labelSet, say, pictureLabels)}>
      <DeskHead title={title}>
        <ButtonLink kind="quiet" icon="back" href="/admin/media">
          {say('mediaLibrary.back')}
        </ButtonLink>
      </DeskHead>
      {!edits && (
        <div className="mb-4">
          <Notice kind="warn">{say('mediaLibrary.notYours')}</Notice>
        </div>
      )}
      <div className="picture gap-8 grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          {media && (
            <MediaPlayer
              src={`/media/${file}`}
              kind={media.kind}
              title={title}
              poster={poster}
              captions={subtitles && subtitlesAddress(file, subtitles.mark)}
              say={say}
            />
          )}
          {edits && (
            <DeskForm
              id="media"
              action={saveMedia}
              submit={say('mediaLibrary.save')}
              fields={[...hidden, ...mediaFields({ media, poster, subtitles }, say)]}
            />
          )}
        </div>
        {view && (
          <MediaSide
            address={`/media/${file}`}
            uses={usageLinks(uses, say)}
            drafts={uses.drafts}
            facts={mediaFacts(media, view, say)}
            say={say}
          >
            {deletes && <DeleteMediaPanel hidden={hidden} say={say} />}
          </MediaSide>
        )}
      </div>
    </DeskLabels>
  );
}

function DeleteMediaPanel({ hidden, say }: { hidden: DeskField[]; say: Say }) {
  return (
    <section className="panel" aria-labelledby="media-delete">
      <h2 id="media-delete">{say('mediaLibrary.delete')}</h2>
      <p className="hint">{say('mediaLibrary.deleteHint')}</p>
      <DeskForm
        id="drop"
        action={dropMedia}
        submit={say('mediaLibrary.deleteIt')}
        kind="no"
        fields={hidden}
      />
    </section>
  );
}
