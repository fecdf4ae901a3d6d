import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { QUARTER_WIDTH } from '../picture-sizes';

/** One photograph across the page, and three beneath it. */
export function PhotoBand({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="band">
      <div className="page block">
        <BlockHead block={block} say={say} />
        {lead && (
          <Card
            story={lead}
            now={now}
            look="big"
            hasKicker
            hasStandfirst
            picture={{ shape: 'lead', sizes: '(min-width: 80rem) 76rem, 85vw' }}
          />
        )}
        <div className="cols c3 rows-sm top">
          {rest.map((story) => (
            <Card key={story.id} story={story} now={now} hasTime={false} picture={{ sizes: QUARTER_WIDTH }} />
          ))}
        </div>
      </div>
    </section>
  );
}
