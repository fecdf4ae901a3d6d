import { longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { formatDuration } from '@barta/bengali/durations';
import type { DeskField } from '@/components/admin/desk/forms/desk-form.client';
import type { deskMedia } from '@/lib/media/desk';
import type { Say } from '@/lib/site/labels';

type DeskMediaPage = Exclude<NonNullable<Awaited<ReturnType<typeof deskMedia>>>, 'nobody'>;

type MediaFieldsInput = { media: DeskMediaPage['media'] | null } & Partial<
  Pick<DeskMediaPage, 'poster' | 'subtitles'>
>;

/** The fields of the file's form. */
export function mediaFields({ media, poster, subtitles }: MediaFieldsInput, say: Say): DeskField[] {
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
export function usageLinks(uses: DeskMediaPage['uses'], say: Say) {
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

export function mediaFacts(
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
