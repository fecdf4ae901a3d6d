import type { ReactNode } from 'react';
import { Footer } from '@/components/reader/frame/footer';
import { Masthead } from '@/components/reader/frame/masthead';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/reading';
import '../../(reader)/reader.css';

/** The newspaper around a page that is for one reader only. */
export async function AccountFrame({ title, children }: { title: string; children: ReactNode }) {
  const now = new Date();
  const [{ siteName, calendar, say }, sections] = await Promise.all([readSite(), readSections()]);
  return (
    <>
      <a className="skip" href="#main">
        {say('nav.skipToContent')}
      </a>
      <Masthead siteName={siteName} calendar={calendar} sections={sections} now={now} say={say} />
      <main id="main" className="page">
        <section className="comments story">
          <header className="comments__head">
            <h1>{title}</h1>
          </header>
          {children}
        </section>
      </main>
      <Footer siteName={siteName} sections={sections} now={now} say={say} />
    </>
  );
}
