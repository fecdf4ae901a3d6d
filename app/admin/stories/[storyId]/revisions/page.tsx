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
import { readSite } from '@/lib/site/reading';
import { fieldLabel } from '@/lib/stories/fields/catalogue';
import { deskRevisions } from '@/lib/stories/for-desk/desk';
import type { RevisionRef } from '@/lib/stories/versions/revisions/compare-revisions';
import { fieldsInWords } from '../../field-in-words';
import { bringBack } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('keeping.revisions') };
}

export default async function RevisionsPage({
  params,
  searchParams,
}: PageProps<'/admin/stories/[storyId]/revisions'>) {
  const { storyId } = await params;
  const { from, to } = await searchParams;
  const id = idIn(storyId) ?? notFound();
  const desk = (await deskRevisions(id, { from: whichIn(from), to: whichIn(to) })) ?? notFound();
  const { say } = await readSite();
  const { story, revisions, compared } = desk;
  const inWords = await fieldsInWords();
  const nameOf = (which: RevisionRef) =>
    which === 'now' ? say('keeping.asItIsNow') : say('keeping.revisionNumber', { number: which });

  return (
    <>
      <DeskHead title={say('keeping.revisions')}>
        <span className="meta">#{toBengaliDigits(story.id)}</span>
      </DeskHead>
      <p className="mb-3 [&_.btn]:max-w-full [&_.btn]:whitespace-normal">
        <ButtonLink kind="quiet" href={`/admin/stories/${story.id}`} icon="back">
          {story.headline}
        </ButtonLink>
      </p>
      {revisions.length === 0 ? (
        <p className="note">{say('keeping.noRevisions')}</p>
      ) : (
        <RevisionList
          storyId={story.id}
          from={compared?.from ?? revisions[0]?.number ?? 'now'}
          to={compared?.to ?? 'now'}
          revisions={revisions.map(({ number, reason, by, at }) => ({
            number,
            name: nameOf(number),
            reason: say(`keeping.reason.${reason}`),
            by: by ?? say('keeping.byTheHouse'),
            when: `${longDate(at)}, ${clockTime(at)}`,
            at: at.toISOString(),
          }))}
          say={say}
        />
      )}
      {compared && (
        <RevisionDiff
          title={say('keeping.fromTo', { from: nameOf(compared.from), to: nameOf(compared.to) })}
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
          words={{
            open: say('keeping.restore', { number: compared.from }),
            hint: say('keeping.restoreHint'),
            submit: say('keeping.restoreNow'),
          }}
        />
      )}
    </>
  );
}

/** `now`, or a revision's number; null for anything else. */
function whichIn(text: string | string[] | undefined): RevisionRef | null {
  if (text === 'now') return 'now';
  return typeof text === 'string' ? idIn(text) : null;
}
