import { randomUUID } from 'node:crypto';
import { clockTime, longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { BreakingLines } from '@/components/admin/fronts/breaking-lines.client';
import { FrontTable } from '@/components/admin/fronts/front-table';
import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { maxBreakingWords } from '@/lib/fronts/breaking/add-breaking';
import { deskFronts } from '@/lib/fronts/desk';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { addLine, settleLine } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('fronts.fronts') };
}

const TWO_HOURS_MS = 7_200_000;

export default async function FrontsPage() {
  const { pages, lines } = await deskFronts();
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('fronts.fronts')} />
      <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
        <FrontTable pages={pages} say={say} />
        <section className="panel" aria-labelledby="strip">
          <h2 id="strip">{say('fronts.strip')}</h2>
          <p className="meta">{say('fronts.stripHint')}</p>
          <BreakingLines
            action={settleLine}
            lines={lines.map(({ id, words, until, storyId }) => ({
              id,
              words,
              about: [
                say('fronts.untilThen', { time: `${longDate(until)}, ${clockTime(until)}` }),
                ...(storyId === null ? [] : [toBengaliDigits(storyId)]),
              ].join(' · '),
            }))}
            words={{ up: say('fronts.up'), down: say('fronts.down'), end: say('fronts.end') }}
          />
          <DeskForm id="line" action={addLine} submit={say('fronts.addLine')} fields={breakingFields(say)} />
        </section>
      </div>
    </>
  );
}

function breakingFields(say: Say): DeskField[] {
  return [
    { kind: 'hidden', name: 'formKey', label: '', value: randomUUID() },
    {
      name: 'words',
      label: say('fronts.words'),
      hint: say('fronts.wordsHint', { max: maxBreakingWords }),
    },
    { kind: 'number', name: 'storyId', label: say('fronts.storyNumber') },
    {
      kind: 'date',
      name: 'until',
      label: say('fronts.until'),
      value: dhakaTimeOf(new Date(Date.now() + TWO_HOURS_MS)),
      required: true,
    },
  ];
}
