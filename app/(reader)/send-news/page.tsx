import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { TipForm } from '@/components/reader/tips/tip-form.client';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { tipForm } from '@/lib/tips/reading';
import { sendNews } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, say } = await readSite();
  return {
    title: say('nav.sendNews'),
    description: say('tips.newsAbout', { name: siteName }),
    alternates: { canonical: '/send-news' },
    openGraph: await pageCard('/send-news'),
  };
}

export default async function SendNewsPage() {
  const { labelSet, siteName, say } = await readSite();
  return (
    <main id="main" className="page">
      <CacheTags tags={[]} />
      <Crumbs trail={[{ name: say('nav.sendNews') }]} say={say} />
      <div className="story mine">
        <h1>{say('nav.sendNews')}</h1>
        <p>{say('tips.newsAbout', { name: siteName })}</p>
        <section className="comments" id="form">
          <TipForm
            {...tipForm('news', new Date())}
            address="/send-news"
            action={sendNews}
            labelSet={labelSet}
          />
        </section>
      </div>
    </main>
  );
}
