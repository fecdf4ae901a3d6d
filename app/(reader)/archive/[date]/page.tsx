import { isDhakaDay, longDate, startOfDhakaDay } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { nameOfMonth } from '@/components/reader/listing/month-calendar';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { ArchiveMonth } from '../month';
import { ArchiveDay } from './day';

export async function generateMetadata({ params }: PageProps<'/archive/[date]'>): Promise<Metadata> {
  const { date } = await params;
  if (!isDhakaDay(isMonth(date) ? `${date}-01` : date)) return {};
  const { say } = await readSite();
  const name = isMonth(date) ? nameOfMonth(date) : longDate(startOfDhakaDay(date));
  return {
    title: `${say('nav.archive')}: ${name}`,
    alternates: { canonical: `/archive/${date}` },
    openGraph: await pageCard(`/archive/${date}`),
  };
}

/** A day (`2026-11-24`) or a month (`2026-11`). */
export default async function ArchiveDatePage({ params }: PageProps<'/archive/[date]'>) {
  const { date } = await params;
  if (isMonth(date) && isDhakaDay(`${date}-01`)) return <ArchiveMonth month={date} now={new Date()} />;
  if (!isDhakaDay(date)) notFound();
  return <ArchiveDay day={date} />;
}

function isMonth(date: string): boolean {
  return /^\d{4}-\d{2}$/.test(date);
}
