import { longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { formatDuration } from '@barta/bengali/durations';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { pictureLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { MediaSide } from '@/components/admin/media/media-side';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { deskMedia } from '@/lib/media/desk';
import { subtitlesAddress } from '@/lib/media/subtitles';
import { type Say, wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { shownMedia } from '../shown';
import { dropMedia, saveMedia } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('mediaLibrary.one') };
}

/** One audio or video file: the player, its fields, where it is used, and its deletion. */
export default async function MediaFilePage({ params }: PageProps<'/admin/media/[file]'>) {
  const { file } = await params;
  const desk = (await deskMedia(file)) ?? notFound();
  const site = await readSite();
  const { say } = site;
  const { media, uses, edits, deletes, poster, subtitles } =
    desk === 'nobody'
      ? { media: null, uses: null, edits: true, deletes: false, poster: undefined, subtitles: undefined }
      : desk;
  const shown = media && shownMedia({ ...media, uses: uses.stories.length }, site);
  const title = shown?.title || say('mediaLibrary.one');
  const hidden = [
    { kind: 'hidden' as const, name: 'file', label: '', value: file },
    { kind: 'hidden' as const, name: 'basedOn', label: '', value: String(media?.version ?? '') },
  ];

  return (
    <DeskLabels words={wordsIn(site.labelSet, say, pictureLabels)}>
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
              file={file}
              kind={media.kind}
              title={title}
              poster={poster}
              subtitles={subtitles}
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
        {shown && (
          <MediaSide
            address={`/media/${file}`}
            uses={usageLinks(uses, say)}
            drafts={uses.drafts}
            facts={mediaFacts(media, shown, say)}
            say={say}
          >
            {deletes && (
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
            )}
          </MediaSide>
        )}
      </div>
    </DeskLabels>
  );
}

type DeskMediaPage = Exclude<NonNullable<Awaited<ReturnType<typeof deskMedia>>>, 'nobody'>;

interface MediaPlayerProps extends Pick<DeskMediaPage, 'poster' | 'subtitles'> {
  file: string;
  kind: DeskMediaPage['media']['kind'];
  title: string;
  say: Say;
}

function MediaPlayer({ file, kind, title, poster, subtitles, say }: MediaPlayerProps) {
  return (
    <>
      {kind === 'video' && (
        // biome-ignore lint/a11y/useMediaCaption: there are captions where somebody has written them
        <video
          className="player"
          src={`/media/${file}`}
          poster={poster}
          controls
          preload="metadata"
          aria-label={title}
        >
          {subtitles && (
            <track
              kind="captions"
              src={subtitlesAddress(file, subtitles.mark)}
              srcLang="bn"
              label={say('media.captions')}
              default
            />
          )}
        </video>
      )}
      {kind === 'audio' && (
        // biome-ignore lint/a11y/useMediaCaption: as above
        <audio className="player" src={`/media/${file}`} controls preload="metadata" aria-label={title} />
      )}
    </>
  );
}

type MediaFieldsInput = { media: DeskMediaPage['media'] | null } & Partial<
  Pick<DeskMediaPage, 'poster' | 'subtitles'>
>;

function mediaFields({ media, poster, subtitles }: MediaFieldsInput, say: Say): DeskField[] {
  return [
    {
      name: 'caption',
      kind: 'lines',
      rows: 3,
      label: say('mediaLibrary.caption'),
      hint: say('mediaLibrary.captionHint'),
      value: media?.caption,
    },
    {
      name: 'credit',
      label: say('mediaLibrary.credit'),
      hint: say('mediaLibrary.creditHint'),
      value: media?.credit,
    },
    {
      name: 'seconds',
      label: say('mediaLibrary.length'),
      hint: say('mediaLibrary.lengthHint'),
      value: media?.seconds ? toBengaliDigits(formatDuration(media.seconds)) : '',
    },
    ...(media?.kind === 'audio'
      ? []
      : [
          {
            kind: 'picture' as const,
            name: 'posterId',
            thumb: poster,
            label: say('mediaLibrary.poster'),
            hint: say('mediaLibrary.posterHint'),
            value: media?.posterId ? toBengaliDigits(media.posterId) : '',
          },
          {
            kind: 'lines' as const,
            name: 'subtitles',
            rows: 6,
            label: say('mediaLibrary.subtitles'),
            hint: say('mediaLibrary.subtitlesHint'),
            value: subtitles?.text,
          },
        ]),
  ];
}

/** The stories and pages that use the file. */
function usageLinks(uses: DeskMediaPage['uses'], say: Say) {
  return [
    ...uses.stories.map(({ id, headline, state }) => ({
      href: `/admin/stories/${id}`,
      headline,
      state: say(`storyDesk.${state}`),
    })),
    ...uses.pages.map(({ slug, title: headline }) => ({
      href: `/page/${slug}`,
      headline,
      state: say('sitePages.title'),
    })),
  ];
}

function mediaFacts(
  media: DeskMediaPage['media'],
  view: { length: string; size: string },
  say: Say,
): string[] {
  return [
    [say(`mediaLibrary.kind.${media.kind}`), view.length, view.size].filter(Boolean).join(' · '),
    ...(media.name ? [say('mediaLibrary.calledOnce', { name: media.name })] : []),
    say('mediaLibrary.sentOn', { date: longDate(media.createdAt) }),
    ...(media.uploader ? [say('mediaLibrary.sentBy', { name: media.uploader })] : []),
  ];
}
