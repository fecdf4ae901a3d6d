import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { deskNewsletter } from '@/lib/comments/newsletter/desk';
import { readSite } from '@/lib/site/reading';
import '../comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('moderation.newsletter') };
}

/** The captured addresses that consented to the morning letter: for the chief, and on record. */
export default async function LetterPage() {
  const { readers, mailState: post } = await deskNewsletter();
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('moderation.newsletter')}>
        <ButtonLink href="/admin/comments" icon="back">
          {say('moderation.backToQueue')}
        </ButtonLink>
      </DeskHead>
      <p>{say('moderation.newsletterCount', { count: readers })}</p>
      <Notice kind="plain">{say('moderation.newsletterNote')}</Notice>
      {/* A form, not a link: nobody's browser fetches addresses ahead of a click. */}
      <form method="post" action="/admin/comments/letter/export" className="away mt-4 [&+h2]:mt-6">
        <Button kind="ink" icon="down">
          {say('moderation.newsletterGet')}
        </Button>
      </form>
      <h2>{say('moderation.mailTitle')}</h2>
      <p>{say('moderation.mailWaiting', { waiting: post.waiting, sent: post.sent })}</p>
      {post.givenUp > 0 && (
        <Notice kind="warn">
          {say('moderation.mailGivenUp', { count: post.givenUp, trouble: post.trouble })}
        </Notice>
      )}
    </>
  );
}
