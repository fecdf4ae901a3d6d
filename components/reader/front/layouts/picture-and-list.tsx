import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { HeadlineList } from '../headline-list';

export function PictureAndList({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section>
      <BlockHead block={block} say={say} />
      {lead && (
        <Card
          story={lead}
          now={now}
          look="mid"
          hasKicker
          picture={{ shape: 'lead', sizes: '(min-width: 64rem) 36rem, 85vw' }}
        />
      )}
      <HeadlineList stories={rest} />
    </section>
  );
}
