import { Icon } from '@/components/reader/icon';
import type { Front } from '@/lib/fronts/reading';
import type { Say } from '@/lib/site/labels';
import { Rank } from './rank';

interface Tabs extends Pick<Front, 'latest' | 'mostRead'> {
  now: Date;
  /** Where all news of the day stand. */
  allNews: string;
  say: Say;
}

/** The lists beside the lead, of which one shows. Radio buttons choose it; `tabs.enhance.ts` makes tabs of them. */
export function FrontTabs({ latest, mostRead, now, allNews, say }: Tabs) {
  return (
    <aside className="tabs" aria-label={say('front.lists')}>
      <fieldset className="tabs__bar" data-tabs>
        <legend className="vh">{say('front.whichList')}</legend>
        <Tab bar="list" panel="latest" name={say('nav.latest')} isFirst />
        <Tab bar="list" panel="popular" name={say('nav.mostRead')} />
      </fieldset>
      <div id="latest">
        <Rank stories={latest} label={say('nav.latest')} now={now} />
        <More href={allNews} words={say('nav.allNews')} />
      </div>
      <div id="popular">
        <fieldset className="tabs__bar tabs__bar--in" data-tabs>
          <legend className="vh">{say('readership.whichPeriod')}</legend>
          <Tab bar="period" panel="popular-day" name={say('readership.day')} isFirst />
          <Tab bar="period" panel="popular-week" name={say('readership.week')} />
          <Tab bar="period" panel="popular-month" name={say('readership.month')} />
        </fieldset>
        {periods.map(({ period, href }) => (
          <div key={period} id={`popular-${period}`}>
            {mostRead[period].length > 0 ? (
              <Rank stories={mostRead[period]} label={say(`readership.${period}Note`)} />
            ) : (
              <p className="meta rank__none">{say('empty.mostRead')}</p>
            )}
            <More href={href} words={say('readership.allPopular')} />
          </div>
        ))}
      </div>
    </aside>
  );
}

const periods = [
  { period: 'day', href: '/popular' },
  { period: 'week', href: '/popular/week' },
  { period: 'month', href: '/popular/month' },
] as const;

function Tab({ bar, panel, name, isFirst }: { bar: string; panel: string; name: string; isFirst?: true }) {
  return (
    <label>
      <input className="vh" type="radio" name={bar} value={panel} defaultChecked={isFirst} />
      {name}
    </label>
  );
}

function More({ href, words }: { href: string; words: string }) {
  return (
    <a className="more" href={href}>
      {words}
      <Icon name="arrow" />
    </a>
  );
}
