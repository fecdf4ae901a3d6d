import { Readable } from 'node:stream';
import { dhakaDay } from '@barta/bengali/dates';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { exportNewsletterReaders } from '@/lib/comments/newsletter/export-newsletter-readers';
import { hasFreshSignIn, requireStaff } from '@/lib/people/require-staff';

export const dynamic = 'force-dynamic';

/** Whoever comes by a link is led to the page with the button. */
export async function GET() {
  await requireStaff('export-letter', '/admin/comments/letter');
  return new Response(null, { status: 303, headers: { location: '/admin/comments/letter' } });
}

/** The addresses, in pieces. */
export async function POST() {
  const actor = await requireStaff('export-letter', '/admin/comments/letter');
  if (!(await hasFreshSignIn())) redirect('/admin/account?confirm=1');
  const outcome = await exportNewsletterReaders(getDb(), actor);
  if (!outcome.ok) return new Response(null, { status: 403 });
  return new Response(Readable.toWeb(Readable.from(outcome.value)) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="letter-${dhakaDay(new Date())}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
