import type { DeskTab } from '@/lib/comments/desk';
import type { LabelKey, Say } from '@/lib/site/labels';

const tabs: Record<DeskTab, LabelKey> = {
  held: 'moderation.tabHeld',
  visible: 'moderation.tabVisible',
  hidden: 'moderation.tabHidden',
};

interface Props {
  tab: DeskTab;
  held: number;
  /** How far was counted. */
  most: number;
  say: Say;
}

export function CommentTabs({ tab, held, most, say }: Props) {
  return (
    <nav className="tabs" aria-label={say('moderation.states')}>
      {(Object.keys(tabs) as DeskTab[]).map((name) => (
        <a key={name} href={`/admin/comments?state=${name}`} aria-current={name === tab ? 'page' : undefined}>
          {say(tabs[name])}
          {name === 'held' && held > 0 && (
            <span className="n">
              {say('moderation.waiting', { count: held })}
              {held >= most && '+'}
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
