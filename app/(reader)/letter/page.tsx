import type { Metadata } from 'next';
import { AskForm } from '@/components/reader/account/ask-form.client';
import { askWords } from '@/components/reader/account/picked-words';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { pageCard } from '@/lib/site/identity/page-card';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { askForLetter } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return {
    title: say('newsletter.title'),
    alternates: { canonical: '/letter' },
    openGraph: await pageCard('/letter'),
  };
}

/** The way to the morning letter for who does not comment. */
export default async function LetterPage() {
  const { labelSet, letterHour, say } = await readSite();
  return (
    <main id="main" className="page">
      <CacheTags tags={[]} />
      <Crumbs trail={[{ name: say('newsletter.title') }]} say={say} />
      <div className="story mine">
        <h1>{say('newsletter.title')}</h1>
        <section className="comments">
          {letterHour > 23 ? (
            <p className="note">{say('newsletter.off')}</p>
          ) : (
            <AskForm
              action={askForLetter}
              words={wordsIn(labelSet, say, askWords)}
              button={say('newsletter.ask')}
              again="/letter"
            >
              <p>{say('newsletter.what', { hour: letterHour })}</p>
              <p className="hint">{say('newsletter.consent')}</p>
            </AskForm>
          )}
        </section>
      </div>
    </main>
  );
}
