import { requireStaff } from '@/lib/people/require-staff';
import { getWaitingStore, mimeOf } from '@/lib/pictures/picture-store';

export const dynamic = 'force-dynamic';

/** A file of a reader's picture that the desk has not taken: for whoever may take it, and kept nowhere. */
export async function GET(_: Request, { params }: RouteContext<'/admin/pictures/waiting/[file]'>) {
  await requireStaff('keep-picture', '/admin/pictures');
  const { file } = await params;
  const bytes = await getWaitingStore().open(file);
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: {
      'content-type': mimeOf(file),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
