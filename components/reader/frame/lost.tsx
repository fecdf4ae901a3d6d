import { StaticHtml } from '@/components/static-html/static-html';
import type { Say } from '@/lib/site/labels';

interface Lost {
  sections: readonly { slug: string; name: string }[];
  say: Say;
}

/** What stands where a page does not: what may be wrong, and three ways on. */
export function Lost({ sections, say }: Lost) {
  return (
    <StaticHtml as="main" id="main" className="page">
      <div className="empty lost">
        <h1>{say('error.notFoundTitle')}</h1>
        <p>{say('error.notFoundBody')}</p>
        <form className="lost__search" action="/search">
          <label className="vh" htmlFor="lost-q">
            {say('search.placeholder')}
          </label>
          <input className="input" id="lost-q" name="q" type="search" placeholder={say('search.label')} />
          <button className="btn btn--main" type="submit">
            {say('search.submit')}
          </button>
        </form>
        <div className="chips">
          <a className="chip" href="/">
            {say('error.goHome')}
          </a>
          {sections.slice(0, 5).map((section) => (
            <a key={section.slug} className="chip" href={`/${section.slug}`}>
              {section.name}
            </a>
          ))}
        </div>
      </div>
    </StaticHtml>
  );
}
