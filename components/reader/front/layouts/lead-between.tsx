import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { HALF_WIDTH } from '../picture-sizes';

export function LeadBetween({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g363 ruled stacked">
        <div className="stack">
          {rest.slice(0, 2).map((story) => (
            <Card key={story.id} story={story} now={now} hasKicker hasStandfirst />
          ))}
        </div>
        {lead && (
          <div className="lead-first">
            <Card
              story={lead}
              now={now}
              look="big"
              hasKicker
              hasStandfirst
              picture={{ shape: 'lead', sizes: HALF_WIDTH }}
            />
          </div>
        )}
        <div className="stack">
          {rest.slice(2).map((story) => (
            <Card key={story.id} story={story} now={now} hasKicker />
          ))}
        </div>
      </div>
    </section>
  );
}
