import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';
import { OpinionCard } from '../opinion-card';

export function Faces({ block, say }: FrontBlockProps) {
  return (
    <section className="opinion block">
      <div className="page">
        <BlockHead block={block} say={say} />
        <div className="cols c4">
          {block.stories.map((story) => (
            <OpinionCard key={story.id} story={story} />
          ))}
        </div>
      </div>
    </section>
  );
}
