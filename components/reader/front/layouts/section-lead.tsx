import { Card } from '@/components/reader/listing/card';
import { BlockHead } from '../block-head';
import type { FrontBlockProps } from '../front-block-props';

/** At the head of a section's page it has no heading of its own: there its stories are the page's first. */
export function SectionLead({ block, now, say }: FrontBlockProps) {
  const [lead, ...beside] = block.stories;
  const isHead = block.name === '';
  const heading = isHead ? 'h2' : 'h3';
  return (
    <section className={isHead ? 'page' : 'page block'}>
      {!isHead && <BlockHead block={block} say={say} />}
      <div className="cols g84 ruled stack-sm">
        {lead && (
          <Card
            story={lead}
            now={now}
            look={isHead ? 'lead' : 'big'}
            heading={heading}
            hasKicker
            hasStandfirst
            picture={{ shape: 'lead', sizes: '(min-width: 64rem) 50rem, 85vw', isFirst: isHead }}
          />
        )}
        <div className="stack">
          {beside.map((story, index) => (
            <Card
              key={story.id}
              story={story}
              now={now}
              look={index === 0 ? 'mid' : 'plain'}
              heading={heading}
              hasKicker
              hasStandfirst={index > 0}
              {...(index === 0 && { picture: { sizes: '(min-width: 64rem) 24rem, 85vw' } })}
            />
          ))}
        </div>
      </div>
    </section>
  );
}
