import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';

export function Words({ block, now, say }: FrontBlockProps) {
  return (
    <section>
      <BlockHead block={block} say={say} />
      <div className="stack">
        {block.stories.map((story, index) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            look={index === 0 ? 'mid' : 'small'}
            hasKicker={index < 3}
            hasStandfirst={index < 2}
          />
        ))}
      </div>
    </section>
  );
}
