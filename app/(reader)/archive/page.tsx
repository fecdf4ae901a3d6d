import { dhakaDay } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readRequestedDay } from '@/lib/archive/reading';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { ArchiveMonth } from './month';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return {
    title: say('nav.archive'),
    alternates: { canonical: '/archive' },
    openGraph: await pageCard('/archive'),
  };
}

/** The month that it is; and where the form for a day arrives, which is sent on to that day. */
export default async function ArchivePage({ searchParams }: PageProps<'/archive'>) {
  const now = new Date();
  const { date } = await searchParams;
  const dateInput = typeof date === 'string' ? date.slice(0, 40) : '';
  const requestedDay = dateInput === '' ? null : await readRequestedDay(dateInput, now);
  if (requestedDay?.day) redirect(`/archive/${requestedDay.day}`);
  return (
    <ArchiveMonth
      month={dhakaDay(now).slice(0, 7)}
      now={now}
      isHome
      dateInput={dateInput}
      fault={requestedDay?.fault}
    />
  );
}
