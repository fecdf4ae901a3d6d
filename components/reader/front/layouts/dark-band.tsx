import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { HALF_WIDTH, QUARTER_WIDTH } from '../picture-sizes';

export function DarkBand({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="band">
      <div className="page block">
        <BlockHead block={block} say={say} />
        <div className="cols g66">
          {lead && (
            <Card
              story={lead}
              now={now}
              look="big"
              hasKicker
              hasStandfirst
              picture={{ shape: 'lead', sizes: HALF_WIDTH }}
            />
          )}
          <div className="cols c2 pair">
            {rest.map((story) => (
              <Card
                key={story.id}
                story={story}
                now={now}
                hasTime={false}
                picture={{ sizes: QUARTER_WIDTH }}
              />
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}
