import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import { DistrictPicker } from '../district-picker';
import type { FrontBlockProps } from '../front-block-props';

export function Places({ block, divisions, now, say }: FrontBlockProps) {
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g48 ruled">
        <DistrictPicker divisions={divisions} hasMap say={say} />
        <div className="cols c3 stack-sm rows-sm">
          {block.stories.map((story) => (
            <Card
              key={story.id}
              story={story}
              now={now}
              hasDateline
              picture={{ sizes: '(min-width: 64rem) 16rem, (min-width: 45rem) 50vw, 7rem' }}
            />
          ))}
        </div>
      </div>
    </section>
  );
}
