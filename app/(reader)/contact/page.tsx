import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { TipForm } from '@/components/reader/tips/tip-form.client';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { tipForm } from '@/lib/tips/reading';
import { sendMessage } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, say } = await readSite();
  return {
    title: say('nav.contact'),
    description: say('tips.contactAbout', { name: siteName }),
    alternates: { canonical: '/contact' },
    openGraph: await pageCard('/contact'),
  };
}

export default async function ContactPage() {
  const { contactLines, contactMapUrl, labelSet, say } = await readSite();
  return (
    <main id="main" className="page">
      <CacheTags tags={[]} />
      <Crumbs trail={[{ name: say('nav.contact') }]} say={say} />
      <div className="story mine">
        <h1>{say('nav.contact')}</h1>
        {contactLines !== '' && (
          <address className="mt-4">
            {contactLines.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </address>
        )}
        <p>
          {contactMapUrl !== '' && (
            <>
              <a className="more" href={contactMapUrl} rel="noopener">
                {say('tips.map')}
              </a>{' '}
            </>
          )}
          <a className="more" href="/send-news">
            {say('tips.toNews')}
          </a>
        </p>
        <section className="comments" id="form">
          <TipForm
            {...tipForm('message', new Date())}
            address="/contact"
            action={sendMessage}
            labelSet={labelSet}
          />
        </section>
      </div>
    </main>
  );
}
