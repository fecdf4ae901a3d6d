import { randomUUID } from 'node:crypto';
import { clockTime, longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { BreakingLines } from '@/components/admin/fronts/breaking-lines.client';
import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { maxBreakingWords } from '@/lib/fronts/breaking/add-breaking';
import { deskFronts } from '@/lib/fronts/desk';
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
  const inTwoHours = new Date(Date.now() + TWO_HOURS_MS);

  return (
    <>
      <DeskHead title={say('fronts.fronts')} />
      <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
        <table className="desk desk--plain">
          <caption className="vh">{say('fronts.fronts')}</caption>
          <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
            <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
              <th scope="col">{say('fronts.page')}</th>
              <th scope="col">{say('fronts.state')}</th>
              <th scope="col">{say('fronts.last')}</th>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {pages.map(({ slug, name, front }) => (
              <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={slug}>
                <td className="h">
                  <a
                    className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                    href={`/admin/fronts/${slug}`}
                  >
                    {name || say('fronts.home')}
                  </a>
                </td>
                <td className="st">
                  {front?.hasDraft ? (
                    <span className="pill pill--warn">{say('fronts.hasDraft')}</span>
                  ) : front && front.number > 0 ? (
                    <span className="pill pill--ok">{say('fronts.editionIs', { number: front.number })}</span>
                  ) : (
                    <span className="pill">{say('fronts.automatic')}</span>
                  )}
                </td>
                <td className="au">
                  {front &&
                    `${front.updatedBy ?? ''} · ${longDate(front.updatedAt)}, ${clockTime(front.updatedAt)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
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
          <DeskForm
            id="line"
            action={addLine}
            submit={say('fronts.addLine')}
            fields={[
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
                value: dhakaTimeOf(inTwoHours),
                required: true,
              },
            ]}
          />
        </section>
      </div>
    </>
  );
}
