import { RowCard } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';

export function TwoColumns({ block, now, say }: FrontBlockProps) {
  const middle = Math.ceil(block.stories.length / 2);
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g66 ruled stack-sm">
        {[block.stories.slice(0, middle), block.stories.slice(middle)].map((column, index) => (
          <div key={index === 0 ? 'left' : 'right'} className="stack">
            {column.map((story) => (
              <RowCard key={story.id} story={story} now={now} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
