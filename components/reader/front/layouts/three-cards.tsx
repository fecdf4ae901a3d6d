import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';

export function ThreeCards({ block, now, say }: FrontBlockProps) {
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols c3 ruled stack-sm">
        {block.stories.map((story) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            hasKicker
            hasStandfirst
            picture={{ sizes: '(min-width: 64rem) 24rem, (min-width: 45rem) 50vw, 85vw' }}
          />
        ))}
      </div>
    </section>
  );
}
