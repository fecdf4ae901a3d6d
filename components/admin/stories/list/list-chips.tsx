import { longDate, startOfDhakaDay } from '@barta/bengali/dates';
import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';
import type { ListChoices, ShownAsked } from './list-query';

interface ListChipsProps {
  asked: ShownAsked;
  choices: ListChoices;
  hrefOf: (asked: ShownAsked) => string;
  say: Say;
}

/** What the list is narrowed by, each with a way to be rid of it. The state stands in the tabs. */
export function ListChips({ asked, choices, hrefOf, say }: ListChipsProps) {
  const chips = chipsOf(asked, choices, say);
  if (chips.length === 0) return null;
  const nothing = Object.fromEntries(chips.map(({ name }) => [name, '']));
  return (
    <ul className="mb-3 gap-[0.35rem] flex flex-wrap" aria-label={say('list.active')}>
      {chips.map(({ name, words }) => (
        <li key={name}>
          <a
            className="chip pr-2 text-ink-2 hover:border-accent hover:text-accent hover:no-underline"
            href={hrefOf({ ...asked, [name]: '' })}
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
            href={hrefOf({ ...asked, ...nothing })}
          >
            {say('list.dropAll')}
          </a>
        </li>
      )}
    </ul>
  );
}

type Narrowing = Exclude<keyof ShownAsked, 'state' | 'dates' | 'order'>;

function chipsOf(asked: ShownAsked, choices: ListChoices, say: Say) {
  const day = (iso: string) => longDate(startOfDhakaDay(iso));
  const words: Record<Narrowing, string> = {
    q: asked.q && `“${asked.q}”`,
    whose: asked.whose && say(`list.whose.${asked.whose}`),
    section: choices.sections.find(({ slug }) => slug === asked.section)?.name ?? asked.section,
    byline: asked.byline,
    topic: asked.topic,
    district: choices.districts.find(({ code }) => code === asked.district)?.name ?? asked.district,
    form: asked.form && say(`editor.form.${asked.form}`),
    from: asked.from && say('list.fromDay', { day: day(asked.from) }),
    to: asked.to && say('list.toDay', { day: day(asked.to) }),
  };
  return (Object.keys(words) as Narrowing[]).flatMap((name) =>
    asked[name] === '' ? [] : [{ name, words: words[name] }],
  );
}
