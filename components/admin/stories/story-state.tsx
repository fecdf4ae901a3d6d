import type { Say } from '@/lib/site/labels';

export type ShownState = 'draft' | 'filed' | 'scheduled' | 'published' | 'retracted';

const looks: Record<ShownState, string> = {
  draft: 'pill',
  filed: 'pill pill--warn',
  scheduled: 'pill pill--info',
  published: 'pill pill--ok',
  retracted: 'pill pill--no',
};

/** A story's state by word, shape and colour. */
export function StoryState({ state, say }: { state: ShownState; say: Say }) {
  return <span className={looks[state]}>{say(`storyDesk.${state}`)}</span>;
}
