import type { deskPlaces } from '@/lib/places/desk';
import type { Say } from '@/lib/site/labels';

interface PlaceTableProps {
  places: Awaited<ReturnType<typeof deskPlaces>>['places'];
  /** The code of the place whose form is open. */
  editedCode: string | undefined;
  hrefOf: (code: string) => string;
  say: Say;
}

/** Divisions, districts and upazilas, each with a link to its form. */
export function PlaceTable({ places, editedCode, hrefOf, say }: PlaceTableProps) {
  return (
    <table className="desk desk--plain">
      <caption className="vh">{say('places.desk')}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
          <th scope="col">{say('taxonomy.name')}</th>
          <th scope="col">{say('taxonomy.kind')}</th>
          <th scope="col">{say('taxonomy.slug')}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {places.map((place) => (
          <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={place.code}>
            <td className="h">
              <a
                className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                href={hrefOf(place.code)}
                aria-current={place.code === editedCode || undefined}
              >
                {place.name}
              </a>
              <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">
                {[place.nameEn, place.holder].filter(Boolean).join(' · ')}
              </div>
            </td>
            <td className="sec">{say(`nav.${place.level}`)}</td>
            <td className="sec">
              <a href={`/district/${place.code}`}>{place.code}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
