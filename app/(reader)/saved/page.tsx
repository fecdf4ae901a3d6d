import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { SavedPage } from '@/components/reader/device/saved-page';
import { readerModules } from '@/lib/site/reader-module';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('device.title'), robots: { index: false } };
}

/** The same bytes for everyone: what is whose, only the device knows. */
export default async function Saved() {
  const { say } = await readSite();
  const { saved } = readerModules();
  return (
    <main id="main" className="page">
      <CacheTags tags={[]} />
      <SavedPage say={say} />
      {saved && <script type="module" src={saved} />}
    </main>
  );
}
