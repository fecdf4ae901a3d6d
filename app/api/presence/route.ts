import { z } from 'zod';
import { getDb } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import { currentStaff } from '@/lib/people/require-staff';
import { leaveStory, reportPresence } from '@/lib/stories/versions/presence/report-presence';
import { whoIsHere } from '@/lib/stories/versions/presence/who-is-here';

export const dynamic = 'force-dynamic';

const shape = z.object({
  storyId: z.int().positive().max(999_999_999_999_999),
  do: z.enum(['here', 'leave']),
});

/**
 * The heartbeat of a story's open form: `{storyId, do: here | leave}` → who else has it open, whether the writing is
 * still this member's, and the saved version. 401: nobody is signed in any more.
 */
export async function POST(request: Request): Promise<Response> {
  const member = await currentStaff();
  if (!member) return answer({}, 401);
  const { data: beat } = shape.safeParse(await request.json().catch(() => null));
  if (!beat) return answer({}, 400);
  try {
    if (beat.do === 'leave') {
      await leaveStory(getDb(), member, beat.storyId);
      return answer({});
    }
    const here = await reportPresence(getDb(), member, beat.storyId);
    if (!here.ok) return answer({}, here.code === 'forbidden' ? 403 : 404);
    const others = (await whoIsHere(getDb(), member, [beat.storyId])).get(beat.storyId);
    return answer({ ...here.value, writer: others?.writer ?? null, others: others?.others ?? [] });
  } catch (error) {
    if (isDiskFull(error)) return answer({}, 507);
    throw error;
  }
}

function answer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
