import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { HeadlineList } from '../headline-list';

/** Words only: one headline large, the others one beneath the other beside it. */
export function HeadlineStack({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g84 ruled">
        {lead && <Card story={lead} now={now} look="big" hasKicker hasStandfirst />}
        <HeadlineList stories={rest} />
      </div>
    </section>
  );
}
