import type { Say } from '@/lib/site/labels';

interface Division {
  code: string;
  name: string;
  districts: readonly { code: string; name: string }[];
}

/** One list, grouped by division: two that depend on each other would need a script. */
export function DistrictPicker({
  divisions,
  chosen,
  heading: Heading = 'h3',
  id = 'picker',
  say,
}: {
  divisions: readonly Division[];
  chosen?: string;
  heading?: 'h2' | 'h3';
  /** Of its heading, where a page may have two of them. */
  id?: string;
  say: Say;
}) {
  if (divisions.length === 0) return null;
  return (
    <section className="picker" aria-labelledby={id}>
      <Heading id={id}>{say('nav.yourDistrict')}</Heading>
      <form action="/district">
        <label className="field">
          <span>{say('nav.district')}</span>
          <select className="select" name="code" defaultValue={chosen ?? ''} required>
            <option value="">{say('nav.chooseDistrict')}</option>
            {divisions.map((division) => (
              <optgroup key={division.code} label={say('nav.divisionOf', { name: division.name })}>
                <option value={division.code}>{say('nav.wholeDivision', { name: division.name })}</option>
                {division.districts.map((district) => (
                  <option key={district.code} value={district.code}>
                    {district.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button className="btn btn--main" type="submit">
          {say('nav.seeNews')}
        </button>
      </form>
    </section>
  );
}
