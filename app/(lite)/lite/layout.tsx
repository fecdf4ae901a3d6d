import { mastheadDate } from '@barta/bengali/dates';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { env } from '@/lib/env';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';
import './lite.css';

export const dynamic = 'force-dynamic';

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, say } = await readSite();
  const name = say('lite.name', { name: siteName });
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: name, template: `%s | ${name}` },
    description: say('lite.description', { name: siteName }),
  };
}

/** The same news for slow and dear lines: no script, no font of ours, no picture that nobody asked for. */
export default async function LiteLayout({ children }: { children: ReactNode }) {
  const [{ siteName, calendar, say }, sections] = await Promise.all([readSite(), readSections()]);
  return (
    <html lang="bn">
      <body>
        <a className="skip" href="#main">
          {say('nav.skipToContent')}
        </a>
        <header>
          <p>
            <a className="wordmark" href="/lite">
              {say('lite.name', { name: siteName })}
            </a>
          </p>
          <p className="meta">{mastheadDate(new Date(), { rule: calendar })}</p>
        </header>
        {children}
        <nav aria-label={say('nav.sections')}>
          <h2>{say('nav.sections')}</h2>
          <ul className="row">
            {sections.map((section) => (
              <li key={section.slug}>
                <a href={`/lite/${section.slug}`}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </body>
    </html>
  );
}
