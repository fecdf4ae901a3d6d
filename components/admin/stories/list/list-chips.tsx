import { longDate, startOfDhakaDay } from '@barta/bengali/dates';
import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';
import type { ListChoices, ListQueryView } from './list-query';

interface ListChipsProps {
  query: ListQueryView;
  choices: ListChoices;
  hrefOf: (query: ListQueryView) => string;
  say: Say;
}

/** The filters that are set, each with a link that drops it. The state stands in the tabs. */
export function ListChips({ query, choices, hrefOf, say }: ListChipsProps) {
  const chips = chipsOf(query, choices, say);
  if (chips.length === 0) return null;
  const nothing = Object.fromEntries(chips.map(({ name }) => [name, '']));
  return (
    <ul className="mb-3 gap-[0.35rem] flex flex-wrap" aria-label={say('list.active')}>
      {chips.map(({ name, words }) => (
        <li key={name}>
          <a
            className="chip pr-2 text-ink-2 hover:border-accent hover:text-accent hover:no-underline"
            href={hrefOf({ ...query, [name]: '' })}
          >
            {words}
            <Icon name="cross" />
            <span className="vh">: {say('list.drop')}</span>
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a
            className="chip pr-2 border-transparent text-ink-2 bg-transparent underline hover:border-accent hover:text-accent hover:no-underline"
            href={hrefOf({ ...query, ...nothing })}
          >
            {say('list.dropAll')}
          </a>
        </li>
      )}
    </ul>
  );
}

type FilterName = Exclude<keyof ListQueryView, 'state' | 'dates' | 'order'>;

function chipsOf(query: ListQueryView, choices: ListChoices, say: Say) {
  const day = (iso: string) => longDate(startOfDhakaDay(iso));
  const words: Record<FilterName, string> = {
    q: query.q && `‘${query.q}’`,
    whose: query.whose && say(`list.whose.${query.whose}`),
    section: choices.sections.find(({ slug }) => slug === query.section)?.name ?? query.section,
    byline: query.byline,
    topic: query.topic,
    district: choices.districts.find(({ code }) => code === query.district)?.name ?? query.district,
    form: query.form && say(`editor.form.${query.form}`),
    from: query.from && say('list.fromDay', { day: day(query.from) }),
    to: query.to && say('list.toDay', { day: day(query.to) }),
  };
  return (Object.keys(words) as FilterName[]).flatMap((name) =>
    query[name] === '' ? [] : [{ name, words: words[name] }],
  );
}
