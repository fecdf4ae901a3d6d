import { shortDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { pictureLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { ButtonLink } from '@/components/ui/button';
import { deskAds } from '@/lib/ads/desk';
import { idIn } from '@/lib/forms/read-form';
import { type Say, wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { saveAd } from './actions';
import { adFields, slotLabel } from './ad-fields';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('ads.title') };
}

/** The ten ad slots, which ads run in them, and when. */
export default async function AdsPage({ searchParams }: PageProps<'/admin/ads'>) {
  const { edit } = await searchParams;
  const { ads, edited } = await deskAds(idIn(String(edit ?? '')));
  const { say, adsOn, labelSet } = await readSite();
  const which = [
    { kind: 'hidden', name: 'id', label: '', value: edited ? String(edited.id) : '' },
    { kind: 'hidden', name: 'basedOn', label: '', value: String(edited?.version ?? 0) },
  ] as const;
  return (
    <DeskLabels words={wordsIn(labelSet, say, pictureLabels)}>
      <DeskHead title={say('ads.title')}>
        {edited && (
          <ButtonLink href="/admin/ads" icon="plus">
            {say('ads.new')}
          </ButtonLink>
        )}
      </DeskHead>
      <p className="meta">{say('ads.about')}</p>
      {!adsOn && <p className="note note--warn">{say('ads.off')}</p>}
      <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
        {ads.length === 0 ? (
          <p className="note">{say('ads.none')}</p>
        ) : (
          <AdTable ads={ads} editedId={edited?.id} say={say} />
        )}
        <section className="panel" aria-labelledby="edit">
          <h2 id="edit">{edited ? say('ads.edit', { name: edited.name }) : say('ads.new')}</h2>
          <DeskForm
            key={edited?.id ?? 'new'}
            id="ad"
            action={saveAd}
            submit={say('ads.save')}
            fields={[...which, ...adFields(edited, say)]}
          />
          {edited && edited.kind === 'html' && edited.isOn && !edited.isOver && (
            <p>
              <a href={`/ad/${edited.id}`}>{say('ads.see')}</a>
            </p>
          )}
          {edited && (
            <DeskForm
              id="drop"
              action={saveAd}
              submit={say('ads.delete')}
              does="delete"
              kind="no"
              fields={which}
            />
          )}
        </section>
      </div>
    </DeskLabels>
  );
}

type DeskAds = Awaited<ReturnType<typeof deskAds>>;

function AdTable({ ads, editedId, say }: { ads: DeskAds['ads']; editedId: number | undefined; say: Say }) {
  return (
    <table className="desk desk--plain">
      <caption className="vh">{say('ads.title')}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
          <th scope="col">{say('ads.name')}</th>
          <th scope="col">{say('ads.slot')}</th>
          <th scope="col">{say('ads.schedule')}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {ads.map((ad) => (
          <AdRow key={ad.id} ad={ad} isEdited={ad.id === editedId} say={say} />
        ))}
      </tbody>
    </table>
  );
}

function AdRow({ ad, isEdited, say }: { ad: DeskAds['ads'][number]; isEdited: boolean; say: Say }) {
  return (
    <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
      <td className="h">
        {ad.thumb && (
          // biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off
          <img
            className="mt-[0.2rem] mb-0 mr-3 ml-0 float-left w-[64px] h-[40px] object-contain bg-rule"
            src={ad.thumb}
            alt=""
            width={64}
            height={40}
            loading="lazy"
          />
        )}
        <a
          className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
          href={`/admin/ads?edit=${ad.id}#edit`}
          aria-current={isEdited || undefined}
        >
          {ad.name}
        </a>
        <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">
          {say(`ads.kind.${ad.kind}`)}
        </div>
      </td>
      <td className="sec">{slotLabel(ad.slot, say)}</td>
      <td className="st">
        <span className={ad.standing === 'running' ? 'pill pill--ok' : 'pill'}>
          {say(`ads.schedule.${ad.standing}`)}
        </span>
        {(ad.from || ad.until) && (
          <div className="meta">
            {ad.from && shortDate(ad.from)} – {ad.until && shortDate(ad.until)}
          </div>
        )}
      </td>
    </tr>
  );
}
