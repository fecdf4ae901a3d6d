import { Icon } from '@/components/reader/icon';
import type { Division } from '@/lib/places/reading';
import type { SearchPage } from '@/lib/search/reading';
import type { Say } from '@/lib/site/labels';

interface SearchFormProps {
  search: SearchPage;
  sections: readonly { slug: string; name: string }[];
  divisions: readonly Division[];
  say: Say;
}

/** A plain GET form: each search has an address that can be kept and sent. */
export function SearchForm({ search, sections, divisions, say }: SearchFormProps) {
  const { query: asked } = search;
  return (
    <search>
      <form className="searchbar" action="/search" aria-label={say('search.heading')}>
        <label className="label" htmlFor="sq">
          {say('search.words')}
        </label>
        <div className="searchbar__q">
          <input
            className="input"
            id="sq"
            name="q"
            type="search"
            defaultValue={asked.q}
            maxLength={500}
            data-suggest={say('search.suggestions')}
          />
          <button className="btn btn--main" type="submit">
            <Icon name="search" />
            <span>{say('search.submit')}</span>
          </button>
        </div>
        <Filters search={search} sections={sections} divisions={divisions} say={say} />
        <details className="searchbar__more" open={asked.from !== '' || asked.to !== ''}>
          <summary>{say('search.days')}</summary>
          <div className="searchbar__f">
            <DayField field="from" label={say('search.filterFrom')} search={search} say={say} />
            <DayField field="to" label={say('search.filterTo')} search={search} say={say} />
          </div>
        </details>
        <OtherFilters search={search} say={say} />
      </form>
    </search>
  );
}

/** Section, place, time and order. */
function Filters({ search: { query: asked, placeName }, sections, divisions, say }: SearchFormProps) {
  const listed = divisions.flatMap(({ code, districts }) => [code, ...districts.map((one) => one.code)]);
  const isUpazila = placeName !== '' && !listed.includes(asked.district);
  return (
    <div className="searchbar__f">
      <label className="field">
        <span>{say('search.filterSection')}</span>
        <select className="select" name="section" defaultValue={asked.section}>
          <option value="">{say('search.anySection')}</option>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say('search.filterDistrict')}</span>
        <select className="select" name="district" defaultValue={asked.district}>
          <option value="">{say('places.anyPlace')}</option>
          {/* An upazila comes from a link: 495 more would bury the districts. */}
          {isUpazila && <option value={asked.district}>{placeName}</option>}
          {divisions.map((division) => (
            <optgroup key={division.code} label={say('nav.divisionOf', { name: division.name })}>
              <option value={division.code}>{say('nav.wholeDivision', { name: division.name })}</option>
              {division.districts.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say('search.time')}</span>
        <select className="select" name="when" defaultValue={asked.when}>
          <option value="">{say('search.anyTime')}</option>
          <option value="day">{say('search.lastDay')}</option>
          <option value="week">{say('search.lastWeek')}</option>
          <option value="month">{say('search.lastMonth')}</option>
        </select>
      </label>
      <label className="field">
        <span>{say('search.sort')}</span>
        <select className="select" name="sort" defaultValue={asked.sort}>
          <option value="relevance">{say('search.sortRelevance')}</option>
          <option value="newest">{say('search.sortNewest')}</option>
        </select>
      </label>
    </div>
  );
}

/** What is no day could not be shown, nor corrected, in a date field: then it is a field of words. */
function DayField({
  field,
  label,
  search: { query: asked, faults },
  say,
}: {
  field: 'from' | 'to';
  label: string;
  search: SearchPage;
  say: Say;
}) {
  const isInvalid = faults.includes(field);
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type={isInvalid ? 'text' : 'date'}
        name={field}
        defaultValue={asked[field]}
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid ? `${field}-fault` : undefined}
      />
      {isInvalid && (
        <span className="err" id={`${field}-fault`}>
          {say('search.dayInvalid', { typed: asked[field] })}
        </span>
      )}
    </label>
  );
}

/** Topic and writer come from a link, not a field: kept in the form, shown, and taken off by a link. */
function OtherFilters({
  search: { query: asked, faults, topicName, bylineName },
  say,
}: {
  search: SearchPage;
  say: Say;
}) {
  const chosen = [
    {
      name: 'topic',
      value: asked.topic,
      label: say('search.onTopic', { name: topicName }),
      isKnown: topicName !== '',
    },
    {
      name: 'byline',
      value: asked.byline,
      label: say('search.byWriter', { name: bylineName }),
      isKnown: bylineName !== '',
    },
  ] as const;
  const unknown = (['section', 'topic', 'byline', 'district'] as const).filter((field) =>
    faults.includes(field),
  );
  return (
    <>
      {chosen.some((filter) => filter.isKnown) && (
        <div className="chips">
          {chosen
            .filter((filter) => filter.isKnown)
            .map(({ name, value, label }) => (
              <a
                key={name}
                className="chip"
                href={searchAddress(asked, { [name]: '' })}
                aria-label={say('search.withoutFilter', { name: label })}
              >
                {label} ×<input type="hidden" name={name} value={value} />
              </a>
            ))}
        </div>
      )}
      {unknown.map((field) => (
        <p key={field} className="err">
          {say('search.filterUnknown', { typed: asked[field] })}
        </p>
      ))}
    </>
  );
}

/** The address of a search that differs from one in the names given. */
export function searchAddress(query: SearchPage['query'], change: Readonly<Record<string, string>>): string {
  const all = { ...query, sort: query.sort === 'relevance' ? '' : query.sort, ...change };
  const params = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
  return `/search?${params}`;
}
