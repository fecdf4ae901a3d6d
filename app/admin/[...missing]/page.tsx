import { notFound } from 'next/navigation';
import { requireStaff } from '@/lib/people/require-staff';

/** An address of the desk that leads nowhere: without this, a reader's page of that shape would answer. */
export default async function NothingHere() {
  await requireStaff('enter-desk');
  notFound();
}
