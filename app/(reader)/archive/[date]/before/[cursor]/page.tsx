import { isDhakaDay } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArchiveDay } from '../../day';

export const metadata: Metadata = { robots: { index: false, follow: true } };

export default async function OlderInDayPage({ params }: PageProps<'/archive/[date]/before/[cursor]'>) {
  const { date, cursor } = await params;
  if (!isDhakaDay(date)) notFound();
  return <ArchiveDay day={date} cursor={cursor} />;
}
