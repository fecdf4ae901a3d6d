import { tag } from '@/lib/cache/tags';
import { machineAnswer, nothingHere } from '@/lib/feeds/answer';
import { idIn } from '@/lib/forms/read-form';
import { readLiveVersions } from '@/lib/stories/for-readers/live-reading';

export const dynamic = 'force-dynamic';

/** What an open page of a live story asks every half minute: a few bytes, remembered until the next post. */
export async function GET(_: Request, { params }: RouteContext<'/[section]/[storyId]/live.json'>) {
  const { section, storyId } = await params;
  const id = idIn(storyId);
  const versions = id === null ? null : await readLiveVersions(id, section);
  return versions && id !== null
    ? machineAnswer(JSON.stringify(versions), 'application/json', [tag.live(id), tag.story(id)])
    : nothingHere();
}
