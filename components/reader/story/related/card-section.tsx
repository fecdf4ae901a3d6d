import type { ReactNode } from 'react';
import { Card } from '@/components/reader/listing/card';
import { StaticHtml } from '@/components/static-html/static-html';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

interface CardSectionProps {
  /** The heading's id. */
  id: string;
  heading: ReactNode;
  stories: readonly StoryCard[];
  now: Date;
  className: string;
  /** Classes of the columns in which the cards stand. */
  columns: string;
  /** The `sizes` of the cards' pictures. */
  sizes: string;
}

/** Cards of other stories below a story. */
export function CardSection({ id, heading, stories, now, className, columns, sizes }: CardSectionProps) {
  if (stories.length === 0) return null;
  return (
    <StaticHtml as="section" className={className} aria-labelledby={id}>
      <header className="block__head">
        <h2 id={id}>{heading}</h2>
      </header>
      <div className={columns}>
        {stories.map((one) => (
          <Card key={one.id} story={one} now={now} picture={{ sizes }} />
        ))}
      </div>
    </StaticHtml>
  );
}
