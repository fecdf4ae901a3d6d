import { recoverableDraftViews } from '@/app/admin/stories/story-form-view';
import { getDb } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import { currentStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { parseDraftInput } from '@/lib/stories/versions/drafts/draft-input';
import { saveDraft } from '@/lib/stories/versions/drafts/save-draft';

export const dynamic = 'force-dynamic';

/**
 * What a tab has typed and not saved, to be saved for whoever typed it: 204. 401: nobody is signed in any more; 409:
 * somebody else is; 507: the disk is full.
 */
export async function POST(request: Request): Promise<Response> {
  const member = await currentStaff();
  if (!member) return answer(401);
  const draft = parseDraftInput(await request.json().catch(() => null));
  if (!draft) return answer(400);
  if (draft.member !== member.id) return answer(409);
  try {
    const saved = await saveDraft(getDb(), member, draft);
    return answer(saved.ok ? 204 : 403);
  } catch (error) {
    if (isDiskFull(error)) return answer(507);
    throw error;
  }
}

/** What of it is offered to whoever asks, as the story's own page shows it: `?story=7`, 0 for a new one. */
export async function GET(request: Request): Promise<Response> {
  const member = await currentStaff();
  if (!member) return answer(401);
  const story = new URL(request.url).searchParams.get('story') ?? '';
  if (!/^\d{1,15}$/.test(story)) return answer(400);
  const { say } = await readSite();
  const headers = { 'cache-control': 'no-store' };
  return Response.json(await recoverableDraftViews(member, Number(story), say), { headers });
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
