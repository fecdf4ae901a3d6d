import type { Metadata } from 'next';
import { dhakaDay } from '@/lib/bengali/dates';
import { readSite } from '@/lib/site/reading';
import { ArchiveMonth } from './month';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('nav.archive'), alternates: { canonical: '/archive' } };
}

export default async function ArchivePage() {
  const now = new Date();
  return <ArchiveMonth month={dhakaDay(now).slice(0, 7)} now={now} />;
}
