import type { ReactNode } from 'react';
import { Footer } from '@/components/reader/frame/footer';
import { Masthead } from '@/components/reader/frame/masthead';
import { readSigns } from '@/lib/site/identity/reading';
import { readMenus } from '@/lib/site/menus/reading';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';
import { ChosenLook } from '../look';
import '../../(reader)/reader.css';
import '../../whole-fonts.css';

/** The newspaper around a page that is for one reader only. */
export async function AccountFrame({ title, children }: { title: string; children: ReactNode }) {
  const now = new Date();
  const [site, sections, menus] = await Promise.all([readSite(), readSections(), readMenus()]);
  const { logo } = await readSigns(site);
  return (
    <>
      <ChosenLook />
      <a className="skip" href="#main">
        {site.say('nav.skipToContent')}
      </a>
      <Masthead site={site} sections={sections} menus={menus} now={now} logo={logo} />
      <main id="main" className="page">
        <div className="story">
          <h1 className="mt-4">{title}</h1>
          <section className="comments">{children}</section>
        </div>
      </main>
      <Footer site={site} sections={sections} menus={menus} now={now} />
    </>
  );
}
