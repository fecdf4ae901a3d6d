import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { tipLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { TipStory, TipWork } from '@/components/admin/tips/tip-desk.client';
import { TipFacts, TipText } from '@/components/admin/tips/tip-facts';
import { ButtonLink } from '@/components/ui/button';
import { idIn } from '@/lib/forms/read-form';
import { type Say, wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskTip } from '@/lib/tips/desk';
import { dropTip, storyFromTip, workOnTip } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('tips.title') };
}

export default async function TipPage({ params }: PageProps<'/admin/tips/[tipId]'>) {
  const desk = (await deskTip(idIn((await params).tipId) ?? 0)) ?? notFound();
  const { tip, isMine, pictures, story, sections, writes, erases } = desk;
  const { say, labelSet } = await readSite();
  const numbered = (no: number) => (labelSet === 'bn' ? toBengaliDigits(no) : String(no));
  return (
    <>
      <DeskHead title={say('tips.open', { kind: say(`tips.kind.${tip.kind}`), id: numbered(tip.id) })}>
        <ButtonLink href="/admin/tips" icon="back">
          {say('tips.back')}
        </ButtonLink>
      </DeskHead>
      <DeskLabels words={wordsIn(labelSet, say, tipLabels)}>
        <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div>
            <TipText text={tip.words} />
            <section className="panel" aria-labelledby="make">
              <h2 id="make">{say('tips.makeStory')}</h2>
              {story && (
                <p className="note">
                  {say('tips.theStory')} <a href={`/admin/stories/${story.id}`}>{story.headline}</a>
                </p>
              )}
              {writes && (
                <TipStory
                  tip={tip}
                  action={storyFromTip}
                  sections={sections.map(({ slug, name }) => ({ value: slug, label: name }))}
                  pictures={pictures.map((picture, at) => ({
                    id: picture.id,
                    thumb: picture.thumb,
                    large: picture.src,
                    label: say('tips.pictureNo', { no: numbered(at + 1) }),
                  }))}
                />
              )}
            </section>
          </div>
          <div>
            <TipFacts tip={tip} say={say} />
            <TipWork tip={{ ...tip, isMine }} action={workOnTip} />
            {erases && <EraseTip id={tip.id} version={tip.version} say={say} />}
          </div>
        </div>
      </DeskLabels>
    </>
  );
}

/** Behind a disclosure: it cannot be undone. */
function EraseTip({ id, version, say }: { id: number; version: number; say: Say }) {
  return (
    <details>
      <summary className="py-0 px-2 font-medium inline-flex items-center min-h-8 text-accent cursor-pointer list-none [&::-webkit-details-marker]:hidden hover:underline">
        {say('tips.erase')}
      </summary>
      <div className="pt-2 pb-3 px-0 gap-[0.6rem] grid [&_form]:gap-2 [&_form]:flex [&_form]:flex-wrap [&_form]:items-end">
        <p className="meta">{say('tips.eraseHint')}</p>
        <DeskForm
          id="erase"
          action={dropTip}
          submit={say('tips.erase')}
          kind="no"
          fields={[
            { kind: 'hidden', name: 'tipId', label: '', value: String(id) },
            { kind: 'hidden', name: 'basedOn', label: '', value: String(version) },
          ]}
        />
      </div>
    </details>
  );
}
