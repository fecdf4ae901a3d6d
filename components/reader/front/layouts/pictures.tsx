import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { QUARTER_WIDTH } from '../picture-sizes';

export function Pictures({ block, now, say }: FrontBlockProps) {
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols c4 pair">
        {block.stories.map((story) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            hasKicker
            hasTime={false}
            picture={{ sizes: QUARTER_WIDTH }}
          />
        ))}
      </div>
    </section>
  );
}
