import { Card, RowCard } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';

export function LeadAndRows({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g75 ruled stack-sm">
        {lead && (
          <Card
            story={lead}
            now={now}
            look="big"
            hasKicker
            hasStandfirst
            picture={{ sizes: '(min-width: 64rem) 42rem, 85vw' }}
          />
        )}
        <div className="stack">
          {rest.map((story) => (
            <RowCard key={story.id} story={story} now={now} />
          ))}
        </div>
      </div>
    </section>
  );
}
