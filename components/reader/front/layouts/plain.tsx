import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';

export function Plain({ block, now, say }: FrontBlockProps) {
  return (
    <section>
      <BlockHead block={block} say={say} />
      <div className="stack">
        {block.stories.map((story) => (
          <Card key={story.id} story={story} now={now} look="small" />
        ))}
      </div>
    </section>
  );
}
