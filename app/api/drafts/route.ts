import { getDb } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import { currentStaff } from '@/lib/people/require-staff';
import { keepDraft } from '@/lib/stories/keeping/keep-draft';
import { draftIn } from '@/lib/stories/keeping/typed-draft';

export const dynamic = 'force-dynamic';

/**
 * What a tab has typed and not saved, to be kept for whoever typed it: 204. 401: nobody is signed in any more; 409:
 * somebody else is; 507: the disk is full. Nothing is ever read from here: texts are offered on the story's own page.
 */
export async function POST(request: Request): Promise<Response> {
  const member = await currentStaff();
  if (!member) return answer(401);
  const draft = draftIn(await request.json().catch(() => null));
  if (!draft) return answer(400);
  if (draft.member !== member.id) return answer(409);
  try {
    const kept = await keepDraft(getDb(), member, draft);
    return answer(kept.ok ? 204 : 403);
  } catch (error) {
    if (isDiskFull(error)) return answer(507);
    throw error;
  }
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
