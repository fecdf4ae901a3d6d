import { clockTime, longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { wordDiff } from '@barta/bengali/word-diff';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { RestoreForm } from '@/components/admin/revisions/restore-form.client';
import { RevisionDiff } from '@/components/admin/revisions/revision-diff';
import { RevisionList } from '@/components/admin/revisions/revision-list';
import { ButtonLink } from '@/components/ui/button';
import { idIn } from '@/lib/forms/read-form';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { fieldLabel } from '@/lib/stories/fields/catalogue';
import { deskRevisions } from '@/lib/stories/for-desk/desk';
import type { RevisionRef } from '@/lib/stories/versions/revisions/compare-revisions';
import { fieldsInWords } from '../../field-in-words';
import { bringBack } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('versions.revisions') };
}

export default async function RevisionsPage({
  params,
  searchParams,
}: PageProps<'/admin/stories/[storyId]/revisions'>) {
  const { storyId } = await params;
  const { from, to } = await searchParams;
  const id = idIn(storyId) ?? notFound();
  const desk = (await deskRevisions(id, { from: revisionIn(from), to: revisionIn(to) })) ?? notFound();
  const { say } = await readSite();
  const { story, revisions, compared } = desk;
  const inWords = await fieldsInWords();

  return (
    <>
      <DeskHead title={say('versions.revisions')}>
        <span className="meta">#{toBengaliDigits(story.id)}</span>
      </DeskHead>
      <p className="mb-3 [&_.btn]:max-w-full [&_.btn]:whitespace-normal">
        <ButtonLink kind="quiet" href={`/admin/stories/${story.id}`} icon="back">
          {story.headline}
        </ButtonLink>
      </p>
      {revisions.length === 0 ? (
        <p className="note">{say('versions.noRevisions')}</p>
      ) : (
        <RevisionList
          storyId={story.id}
          from={compared?.from ?? revisions[0]?.number ?? 'now'}
          to={compared?.to ?? 'now'}
          revisions={revisions.map((revision) => revisionEntry(revision, say))}
          say={say}
        />
      )}
      {compared && (
        <RevisionDiff
          title={say('versions.fromTo', {
            from: revisionName(compared.from, say),
            to: revisionName(compared.to, say),
          })}
          differences={compared.differences.map(({ field, before, after }) => ({
            field: say(fieldLabel(field)),
            pieces: wordDiff(inWords(field, before), inWords(field, after)),
          }))}
          say={say}
        />
      )}
      {compared && compared.from !== 'now' && desk.canRestore && (
        <RestoreForm
          action={bringBack}
          storyId={story.id}
          basedOn={story.version}
          number={compared.from}
          words={restoreWords(compared.from, say)}
        />
      )}
    </>
  );
}

type Revision = NonNullable<Awaited<ReturnType<typeof deskRevisions>>>['revisions'][number];

function revisionEntry({ number, reason, by, at }: Revision, say: Say) {
  return {
    number,
    name: revisionName(number, say),
    reason: say(`versions.reason.${reason}`),
    by: by ?? say('versions.byNewsroom'),
    when: `${longDate(at)}, ${clockTime(at)}`,
    at: at.toISOString(),
  };
}

function revisionName(which: RevisionRef, say: Say): string {
  return which === 'now' ? say('versions.asItIsNow') : say('versions.revisionNumber', { number: which });
}

function restoreWords(number: number, say: Say) {
  return {
    open: say('versions.restore', { number }),
    hint: say('versions.restoreHint'),
    submit: say('versions.restoreNow'),
  };
}

/** `now`, or a revision's number; null for anything else. */
function revisionIn(text: string | string[] | undefined): RevisionRef | null {
  if (text === 'now') return 'now';
  return typeof text === 'string' ? idIn(text) : null;
}
