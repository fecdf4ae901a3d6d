import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { KeptRow } from '@/components/reader/device/saved-page';
import { readerModules } from '@/lib/site/reader-module';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('offline.title'), robots: { index: false } };
}

/** Kept on the device beforehand, and shown in place of what is not there. */
export default async function OfflinePage() {
  const { say } = await readSite();
  const { saved } = readerModules();
  return (
    <main id="main" className="page mine">
      <CacheTags tags={[]} />
      <h1>{say('offline.title')}</h1>
      <p>{say('offline.text')}</p>
      <div className="chips">
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is that of the page that was asked for */}
        <a className="chip" href="">
          {say('offline.again')}
        </a>
        <a className="chip" href="/">
          {say('offline.front')}
        </a>
        <a className="chip" href="/saved" data-enhanced>
          {say('device.title')}
        </a>
      </div>
      <section data-pages-kept hidden aria-labelledby="kept">
        <h2 id="kept">{say('offline.saved')}</h2>
        <ul className="kept" />
      </section>
      <KeptRow say={say} />
      {saved && <script type="module" src={saved} />}
    </main>
  );
}
