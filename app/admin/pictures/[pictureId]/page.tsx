import { longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PictureDesk } from '@/components/admin/pictures/picture-desk';
import { idIn } from '@/lib/forms/read-form';
import { chosenPicture, deskPicture } from '@/lib/pictures/desk';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { replaceFile, savePicture, settlePicture } from './actions';

export async function generateMetadata({
  params,
}: PageProps<'/admin/pictures/[pictureId]'>): Promise<Metadata> {
  const { say } = await readSite();
  const { pictureId } = await params;
  return { title: say('pictures.picture', { id: idIn(pictureId) ?? 0 }) };
}

export default async function PicturePage({ params }: PageProps<'/admin/pictures/[pictureId]'>) {
  const { pictureId } = await params;
  const desk = (await deskPicture(idIn(pictureId) ?? 0)) ?? notFound();
  const { say, labelSet } = await readSite();
  const actions = { save: savePicture, replace: replaceFile, settle: settlePicture };
  if (desk === 'nobody')
    return <PictureDesk picture={null} actions={actions} labelSet={labelSet} say={say} />;

  const { picture, uses, edits, deletes, missing } = desk;
  const { width, height } = picture;
  return (
    <PictureDesk
      actions={actions}
      labelSet={labelSet}
      say={say}
      picture={{
        ...chosenPicture(picture),
        width,
        height,
        displayId: labelSet === 'bn' ? toBengaliDigits(picture.id) : String(picture.id),
        version: picture.version,
        focalX: picture.focalX,
        focalY: picture.focalY,
        isReaders: picture.origin === 'reader',
        edits,
        deletes,
        missing,
        facts: pictureFacts(picture, say),
        uses: pictureUsageLinks(uses, say),
      }}
    />
  );
}

type DeskPictureData = Exclude<NonNullable<Awaited<ReturnType<typeof deskPicture>>>, 'nobody'>;

function pictureFacts(picture: DeskPictureData['picture'], say: Say): string[] {
  return [
    say('pictures.size', { width: picture.width, height: picture.height }),
    ...(picture.takenAt ? [say('pictures.takenOn', { date: longDate(picture.takenAt) })] : []),
    say('pictures.sentOn', { date: longDate(picture.createdAt) }),
    ...(picture.origin === 'reader' ? [say('pictures.fromReader')] : []),
    ...(picture.uploader ? [say('pictures.sentBy', { name: picture.uploader })] : []),
  ];
}

/** Everything that shows the picture, with a link to where that is edited. */
function pictureUsageLinks(uses: DeskPictureData['uses'], say: Say) {
  return [
    ...uses.stories.map(({ id, headline, state, isLead }) => ({
      key: `story ${id}`,
      href: `/admin/stories/${id}`,
      title: headline,
      as: `${say(isLead ? 'pictures.asLead' : 'pictures.inBody')} · ${say(`storyDesk.${state}`)}`,
    })),
    ...uses.portraits.map(({ id, slug, name }) => ({
      key: `byline ${id}`,
      href: `/byline/${slug}`,
      title: name,
      as: say('pictures.asPortrait'),
    })),
    ...uses.posters.map(({ file, name, caption }) => ({
      key: file,
      href: `/admin/media/${file}`,
      title: caption || name,
      as: say('mediaLibrary.asPoster'),
    })),
    ...uses.ads.map(({ id, name }) => ({
      key: `ad ${id}`,
      href: `/admin/ads?edit=${id}#edit`,
      title: name,
      as: say('ads.label'),
    })),
    ...uses.signs.map((key) => ({
      key,
      href: '/admin/settings/identity',
      title: say(`setting.${key}`),
      as: say('identity.title'),
    })),
  ];
}
