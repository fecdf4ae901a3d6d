import type { Division } from '@/lib/places/reading';
import type { Say } from '@/lib/site/labels';

interface DistrictPickerProps {
  divisions: readonly Division[];
  /** The place whose page this is, and what it lies in, the largest first. */
  chosen?: readonly string[];
  heading?: 'h2' | 'h3';
  /** A small map beside the lists, which leads to the large one. */
  hasMap?: boolean;
  say: Say;
}

/**
 * Division, district, upazila: a plain form, each page of which knows one step more. Where there is a script the lists
 * narrow in place (`picker.enhance.ts`).
 */
export function DistrictPicker({
  divisions,
  chosen = [],
  heading: Heading = 'h3',
  hasMap = false,
  say,
}: DistrictPickerProps) {
  if (divisions.length === 0) return null;
  const division = divisions.find(({ code }) => code === chosen[0]);
  const district = division?.districts.find(({ code }) => code === chosen[1]);
  return (
    <section className="picker">
      <Heading>{say('nav.yourDistrict')}</Heading>
      {hasMap && <SmallMap say={say} />}
      <form action="/district" data-picker>
        <input type="hidden" name="from" value={chosen.at(-1) ?? ''} />
        <label className="field">
          <span>{say('nav.division')}</span>
          <select className="select" name="division" defaultValue={chosen[0] ?? ''}>
            <option value="">{say('places.allDivisions')}</option>
            {divisions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{say('nav.district')}</span>
          <select className="select" name="district" defaultValue={chosen[1] ?? ''}>
            <option value="">{say('places.allDistricts')}</option>
            <DistrictOptions divisions={division ? [division] : divisions} say={say} />
          </select>
        </label>
        <label className="field">
          <span>{say('nav.upazila')}</span>
          <select className="select" name="upazila" defaultValue={chosen[2] ?? ''} disabled={!district}>
            <option value="">{say(district ? 'places.allUpazilas' : 'places.districtFirst')}</option>
            {district?.upazilas.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
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

function SmallMap({ say }: { say: Say }) {
  return (
    <a className="picker__map" href="/district">
      {/* biome-ignore lint/performance/noImgElement: a drawing of 4 kB, which is what it is at every size */}
      <img src="/icons/bangladesh.svg" width="400" height="553" alt="" loading="lazy" decoding="async" />
      <span>{say('places.onMap')}</span>
    </a>
  );
}

function DistrictOptions({ divisions, say }: Pick<DistrictPickerProps, 'divisions' | 'say'>) {
  return divisions.map(({ code, name, districts }) => (
    <optgroup key={code} label={say('nav.divisionOf', { name })}>
      {districts.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </optgroup>
  ));
}
