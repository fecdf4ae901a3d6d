import type { Say } from '@/lib/site/labels';

export type StoryStateName = 'draft' | 'filed' | 'scheduled' | 'published' | 'retracted';

const looks: Record<StoryStateName, string> = {
  draft: 'pill',
  filed: 'pill pill--warn',
  scheduled: 'pill pill--info',
  published: 'pill pill--ok',
  retracted: 'pill pill--no',
};

/** A story's state by word, shape and colour. */
export function StateBadge({ state, say }: { state: StoryStateName; say: Say }) {
  return <span className={looks[state]}>{say(`storyDesk.${state}`)}</span>;
}
