import { dhakaDay } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { StaticHtml } from '@/components/static-html/static-html';
import type { Say } from '@/lib/site/labels';
import type { FrameLine, FrameMenus, FrameSection, SiteFrame } from './site-frame';

interface FooterProps {
  site: SiteFrame;
  sections: readonly FrameSection[];
  menus: FrameMenus;
  now: Date;
}

export function Footer({ site, sections: all, menus, now }: FooterProps) {
  const { siteName, say } = site;
  const sections = all.filter(({ menu }) => menu !== 'none');
  const ways: FrameLine[] = [
    { label: say('nav.archive'), href: '/archive' },
    { label: say('nav.districts'), href: '/district' },
    { label: say('people.writers'), href: '/byline' },
    { label: say('people.newsroom'), href: '/staff' },
    { label: say('search.label'), href: '/search' },
    { label: say('nav.rss'), href: '/feed.xml' },
  ];
  const forReaders: FrameLine[] = [
    { label: say('nav.sendNews'), href: '/send-news' },
    { label: say('nav.contact'), href: '/contact' },
    { label: say('nav.ownComments'), href: '/account' },
  ];
  return (
    <StaticHtml as="footer" className="foot">
      <div className="page">
        <div className="foot__top">
          <SiteCard site={site} />
          <div className="foot__links">
            <SectionColumns sections={sections} say={say} />
            <nav aria-label={say('nav.more')}>
              <h2>{say('nav.more')}</h2>
              <ul>
                <Lines lines={ways} />
                <li data-enhanced>
                  <a href="/saved">{say('device.title')}</a>
                </li>
                <li>
                  <a href="/letter">{say('newsletter.title')}</a>
                </li>
                <li>
                  <a href="/lite" data-lite>
                    {say('lite.offer')}
                  </a>
                </li>
              </ul>
            </nav>
            <nav aria-label={siteName}>
              <h2>{siteName}</h2>
              <ul>
                <Lines lines={[...menus.footer, ...forReaders]} />
              </ul>
            </nav>
          </div>
        </div>
        <div className="foot__end">
          <p>{say('nav.copyright', { year: toBengaliDigits(dhakaDay(now).slice(0, 4)), name: siteName })}</p>
          <p>
            <a href="#top">{say('nav.backToTop')}</a>
          </p>
        </div>
      </div>
    </StaticHtml>
  );
}

/** Name, tagline and address of the site, and where else it is found. */
function SiteCard({ site }: Pick<FooterProps, 'site'>) {
  const { siteName, tagline, footerNote, say } = site;
  const elsewhere = [
    { name: say('nav.facebook'), href: site.facebookUrl },
    { name: say('nav.youtube'), href: site.youtubeUrl },
    { name: say('nav.x'), href: site.xUrl },
  ];
  const shown = elsewhere.filter(({ href }) => href !== '');
  return (
    <div className="foot__who">
      <p className="wordmark">{siteName}</p>
      <p>{tagline || say('masthead.tagline')}</p>
      {footerNote && (
        <address>
          {footerNote.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </address>
      )}
      {shown.length > 0 && (
        <ul className="foot__elsewhere" aria-label={say('nav.elsewhere')}>
          {shown.map(({ name, href }) => (
            <li key={name}>
              <a href={href} rel="me noopener">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SectionColumns({ sections, say }: { sections: readonly FrameSection[]; say: Say }) {
  const half = Math.ceil(sections.length / 2);
  return [sections.slice(0, half), sections.slice(half)].map(
    (column, index) =>
      column[0] && (
        <nav key={column[0].slug} aria-label={say(index === 0 ? 'nav.sectionList' : 'nav.moreSections')}>
          <h2>{say(index === 0 ? 'nav.sections' : 'nav.moreSections')}</h2>
          <ul>
            {column.map((section) => (
              <li key={section.slug}>
                <a href={`/${section.slug}`}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      ),
  );
}

function Lines({ lines }: { lines: readonly FrameLine[] }) {
  return lines.map(({ label, href }) => (
    <li key={href}>
      <a href={href} rel={href.startsWith('/') ? undefined : 'noopener'}>
        {label}
      </a>
    </li>
  ));
}
