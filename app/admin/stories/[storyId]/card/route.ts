import { idIn } from '@/lib/forms/read-form';
import { deskCard } from '@/lib/share-cards/desk';

/** The square card, for the newsroom's own posts elsewhere. */
export async function GET(_: Request, { params }: RouteContext<'/admin/stories/[storyId]/card'>) {
  const { storyId } = await params;
  const card = await deskCard(idIn(storyId) ?? 0);
  if (!card) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(card.bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="${card.file}"`,
      'cache-control': 'no-store',
    },
  });
}
