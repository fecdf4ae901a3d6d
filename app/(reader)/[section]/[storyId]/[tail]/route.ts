import { idIn } from '@/lib/forms/read-form';
import { readAddressOf } from '@/lib/stories/for-readers/reading';

export const dynamic = 'force-dynamic';

/** `/sports/7/বাংলা-লেজ`, as older sites wrote it: the words behind the id say nothing, the id says all. */
export async function GET(_: Request, { params }: RouteContext<'/[section]/[storyId]/[tail]'>) {
  const id = idIn((await params).storyId);
  const address = id === null ? null : await readAddressOf(id);
  if (!address) return new Response('Not found', { status: 404 });
  return new Response(null, { status: 301, headers: { location: address } });
}
