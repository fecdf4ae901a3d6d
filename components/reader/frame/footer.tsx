import { dhakaDay } from '@/lib/bengali/dates';
import { toBengaliDigits } from '@/lib/bengali/digits';
import type { Say } from '@/lib/site/labels';

interface Footer {
  siteName: string;
  sections: readonly { slug: string; name: string }[];
  now: Date;
  say: Say;
}

export function Footer({ siteName, sections, now, say }: Footer) {
  const half = Math.ceil(sections.length / 2);
  return (
    <footer className="foot">
      <div className="page">
        <div className="foot__top">
          <div className="foot__who">
            <p className="wordmark">{siteName}</p>
            <p>{say('masthead.tagline')}</p>
          </div>
          <div className="foot__links">
            {[sections.slice(0, half), sections.slice(half)].map((column, index) => (
              <nav
                key={column[0]?.slug ?? index}
                aria-label={say(index === 0 ? 'nav.sectionList' : 'nav.moreSections')}
              >
                <h2>{say(index === 0 ? 'nav.sections' : 'nav.moreSections')}</h2>
                <ul>
                  {column.map((section) => (
                    <li key={section.slug}>
                      <a href={`/${section.slug}`}>{section.name}</a>
                    </li>
                  ))}
                </ul>
              </nav>
            ))}
            <nav aria-label={say('nav.more')}>
              <h2>{say('nav.more')}</h2>
              <ul>
                <li>
                  <a href="/archive">{say('nav.archive')}</a>
                </li>
                <li>
                  <a href="/district">{say('nav.districts')}</a>
                </li>
                <li>
                  <a href="/search">{say('search.label')}</a>
                </li>
              </ul>
            </nav>
          </div>
        </div>
        <div className="foot__end">
          <p>{say('nav.copyright', { year: toBengaliDigits(dhakaDay(now).slice(0, 4)) })}</p>
          <p>
            <a href="#top">{say('nav.backToTop')}</a>
          </p>
        </div>
      </div>
    </footer>
  );
}
