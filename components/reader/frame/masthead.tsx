import { dhakaDay, mastheadDate } from '@barta/bengali/dates';
import { Icon } from '@/components/reader/icon';
import { StaticHtml, toStaticHtml } from '@/components/static-html/static-html';
import type { Signs } from '@/lib/site/identity/reading';
import type { Say } from '@/lib/site/labels';
import { SectionNav } from './section-nav.client';
import type { FrameLine, FrameMenus, FrameSection, SiteFrame } from './site-frame';

interface MastheadProps {
  site: SiteFrame;
  sections: readonly FrameSection[];
  menus: FrameMenus;
  now: Date;
  logo?: Signs['logo'];
}

/** Date strip, wordmark and sections: the head of every page. */
export function Masthead({ site, sections, menus, now, logo = null }: MastheadProps) {
  const { siteName, say } = site;
  const inMenu = (name: FrameSection['menu']): FrameLine[] =>
    sections
      .filter(({ menu }) => menu === name)
      .map((section) => ({ label: section.name, href: `/${section.slug}` }));
  const bar = [...inMenu('bar'), ...menus.bar];
  const more = [...inMenu('more'), ...menus.more];
  const fixed = [
    { label: say('nav.districts'), href: '/district' },
    { label: say('nav.archive'), href: '/archive' },
    { label: say('nav.sendNews'), href: '/send-news' },
  ];
  return (
    <>
      <StaticHtml as="header">
        <DateStrip site={site} now={now} />
        <div className="mast">
          <div className="page">
            <AllSections lines={[...bar, ...more, ...fixed]} say={say} />
            <div className="mast__side">
              <a href="/archive">
                <Icon name="archive" />
                {say('nav.archive')}
              </a>
              <a href="/district">
                <Icon name="place" />
                {say('nav.districts')}
              </a>
            </div>
            <a
              className={logo ? 'logo' : 'wordmark'}
              href="/"
              aria-label={say('masthead.toFront', { name: siteName })}
            >
              {logo ? <Logo {...logo} /> : siteName}
            </a>
            <MastSearch say={say} />
            <a className="iconbtn mast__find" href="/search">
              <span className="vh">{say('search.label')}</span>
              <Icon name="search" />
            </a>
          </div>
        </div>
      </StaticHtml>
      <SectionNav
        label={say('nav.sections')}
        html={toStaticHtml(<Sections bar={bar} more={more} say={say} />)}
      />
    </>
  );
}

/** The date, and what each reader may choose or keep on the device. */
function DateStrip({ site: { calendar, liveTvUrl, say }, now }: Pick<MastheadProps, 'site' | 'now'>) {
  return (
    <div className="strip">
      <div className="page">
        <p>
          <time dateTime={dhakaDay(now)}>{mastheadDate(now, { rule: calendar })}</time>
        </p>
        <ul>
          <li data-enhanced>
            <a href="/saved">
              <Icon name="save" />
              <span className="strip__word">{say('device.short')}</span>
            </a>
          </li>
          <li data-enhanced>
            <button className="strip__button" type="button" data-theme-switch>
              <Icon name="dark" />
              <span className="strip__word" data-theme-words={say('device.themes')}>
                {say('masthead.themeDark')}
              </span>
            </button>
          </li>
          {liveTvUrl && (
            <li>
              <a href={liveTvUrl} rel="noopener">
                {say('nav.liveTv')}
              </a>
            </li>
          )}
          <li>
            <a href="/login">
              <Icon name="person" />
              <span className="strip__word">{say('masthead.login')}</span>
            </a>
          </li>
        </ul>
      </div>
    </div>
  );
}

/** On a narrow screen: every section and list behind one button. */
function AllSections({ lines, say }: { lines: readonly FrameLine[]; say: Say }) {
  return (
    <details className="menu">
      <summary className="iconbtn">
        <span className="vh">{say('nav.allSections')}</span>
        <Icon name="menu" />
      </summary>
      <nav className="menu__panel" aria-label={say('nav.allSections')}>
        <a href="/">{say('nav.home')}</a>
        {lines.map(({ label, href }) => (
          <a key={href} href={href} rel={href.startsWith('/') ? undefined : 'noopener'}>
            {label}
          </a>
        ))}
      </nav>
    </details>
  );
}

function MastSearch({ say }: { say: Say }) {
  return (
    <search className="mast__search">
      <form action="/search">
        <label className="vh" htmlFor="q">
          {say('search.placeholder')}
        </label>
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          placeholder={say('search.label')}
          data-suggest={say('search.suggestions')}
        />
        <button className="btn" type="submit">
          <span className="vh">{say('search.submit')}</span>
          <Icon name="search" />
        </button>
      </form>
    </search>
  );
}

/** Those that do not fit in the bar are behind its last word; on a narrow screen the other menu holds them. */
function Sections({ bar, more, say }: Record<'bar' | 'more', readonly FrameLine[]> & { say: Say }) {
  return (
    <div className="page">
      <div className="nav__row">
        <Lines lines={bar} />
        {more.length > 0 && (
          <details className="nav__more">
            <summary>{say('nav.more')}</summary>
            <div className="menu__panel">
              <Lines lines={more} />
            </div>
          </details>
        )}
      </div>
    </div>
  );
}

function Lines({ lines }: { lines: readonly FrameLine[] }) {
  return (
    <ul>
      {lines.map(({ label, href }) => (
        <li key={href}>
          <a href={href} rel={href.startsWith('/') ? undefined : 'noopener'}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Two pictures, of which one is shown: a reader may have chosen the dark, which no `media` of a picture knows. */
function Logo({ light, dark }: NonNullable<Signs['logo']>) {
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
      <img className={dark ? 'logo--light' : undefined} {...light} alt="" />
      {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
      {dark && <img className="logo--dark" {...dark} alt="" loading="lazy" />}
    </>
  );
}
