import { spoken } from '@/components/reader/spoken';
import type { FrontBlock } from '@/lib/fronts/reading';

/** Headlines alone, one beneath the other. */
export function HeadlineList({ stories }: Pick<FrontBlock, 'stories'>) {
  return (
    <ul className="also">
      {stories.map((story) => (
        <li key={story.id}>
          <a href={story.href}>{spoken(story.headline)}</a>
        </li>
      ))}
    </ul>
  );
}
