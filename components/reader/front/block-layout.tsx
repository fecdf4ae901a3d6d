import type { ComponentProps, ReactNode } from 'react';
import { Card, RowCard } from '@/components/reader/listing/card';
import { spoken } from '@/components/reader/spoken';
import type { FrontBlock } from '@/lib/fronts/reading';
import type { Say } from '@/lib/site/labels';
import { DistrictPicker } from './district-picker';
import { OpinionCard } from './opinion-card';

interface FrontBlockProps {
  block: FrontBlock;
  now: Date;
  say: Say;
  divisions: ComponentProps<typeof DistrictPicker>['divisions'];
}

/** One container in the layout that was chosen for it. */
export function BlockLayout(props: FrontBlockProps) {
  const Layout = layouts[props.block.layout];
  return <Layout {...props} />;
}

const HALF = '(min-width: 64rem) 37rem, 85vw';
const QUARTER = '(min-width: 64rem) 18rem, 50vw';

const layouts: Record<FrontBlock['layout'], (props: FrontBlockProps) => ReactNode> = {
  // The home front's own page draws its head; anywhere else its stories stand like a section's.
  top: SectionLead,
  'section-lead': SectionLead,
  'lead-and-rows': LeadAndRows,
  'lead-between': LeadBetween,
  'three-cards': ThreeCards,
  pictures: Pictures,
  'photo-band': PhotoBand,
  'dark-band': DarkBand,
  faces: Faces,
  places: Places,
  'two-columns': TwoColumns,
  'headline-stack': HeadlineStack,
  'picture-and-list': PictureAndList,
  words: Words,
  plain: Plain,
};

/** The heading; to screen readers only where the page says it already. */
function BlockHead({ block: { name, href }, say }: Pick<FrontBlockProps, 'block' | 'say'>) {
  if (name === '') return <h2 className="vh">{say('front.secondary')}</h2>;
  return (
    <header className="block__head">
      <h2>{href ? <a href={href}>{name}</a> : name}</h2>
    </header>
  );
}

/** At the head of a section's page it has no heading of its own: there its stories are the page's first. */
function SectionLead({ block, now, say }: FrontBlockProps) {
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

function LeadAndRows({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g75 ruled stack-sm">
        {lead && (
          <Card
            story={lead}
            now={now}
            look="big"
            hasKicker
            hasStandfirst
            picture={{ sizes: '(min-width: 64rem) 42rem, 85vw' }}
          />
        )}
        <div className="stack">
          {rest.map((story) => (
            <RowCard key={story.id} story={story} now={now} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Faces({ block, say }: FrontBlockProps) {
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

function Places({ block, divisions, now, say }: FrontBlockProps) {
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

function PictureAndList({ block, now, say }: FrontBlockProps) {
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
      <Lines stories={rest} />
    </section>
  );
}

function Words({ block, now, say }: FrontBlockProps) {
  return (
    <section>
      <BlockHead block={block} say={say} />
      <div className="stack">
        {block.stories.map((story, index) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            look={index === 0 ? 'mid' : 'small'}
            hasKicker={index < 3}
            hasStandfirst={index < 2}
          />
        ))}
      </div>
    </section>
  );
}

function DarkBand({ block, now, say }: FrontBlockProps) {
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
              picture={{ shape: 'lead', sizes: HALF }}
            />
          )}
          <div className="cols c2 pair">
            {rest.map((story) => (
              <Card key={story.id} story={story} now={now} hasTime={false} picture={{ sizes: QUARTER }} />
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

/** One photograph across the page, and three beneath it. */
function PhotoBand({ block, now, say }: FrontBlockProps) {
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
            <Card key={story.id} story={story} now={now} hasTime={false} picture={{ sizes: QUARTER }} />
          ))}
        </div>
      </div>
    </section>
  );
}

function LeadBetween({ block, now, say }: FrontBlockProps) {
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
              picture={{ shape: 'lead', sizes: HALF }}
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

function ThreeCards({ block, now, say }: FrontBlockProps) {
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols c3 ruled stack-sm">
        {block.stories.map((story) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            hasKicker
            hasStandfirst
            picture={{ sizes: '(min-width: 64rem) 24rem, (min-width: 45rem) 50vw, 85vw' }}
          />
        ))}
      </div>
    </section>
  );
}

function Pictures({ block, now, say }: FrontBlockProps) {
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols c4 pair">
        {block.stories.map((story) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            hasKicker
            hasTime={false}
            picture={{ sizes: QUARTER }}
          />
        ))}
      </div>
    </section>
  );
}

function TwoColumns({ block, now, say }: FrontBlockProps) {
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

/** Words only: one headline large, the others one beneath the other beside it. */
function HeadlineStack({ block, now, say }: FrontBlockProps) {
  const [lead, ...rest] = block.stories;
  return (
    <section className="page block">
      <BlockHead block={block} say={say} />
      <div className="cols g84 ruled">
        {lead && <Card story={lead} now={now} look="big" hasKicker hasStandfirst />}
        <Lines stories={rest} />
      </div>
    </section>
  );
}

function Plain({ block, now, say }: FrontBlockProps) {
  return (
    <section>
      <BlockHead block={block} say={say} />
      <div className="stack">
        {block.stories.map((story) => (
          <Card key={story.id} story={story} now={now} look="small" />
        ))}
      </div>
    </section>
  );
}

function Lines({ stories }: { stories: FrontBlock['stories'] }) {
  return (
    <ul className="also">
      {stories.map((story) => (
        <li key={story.id}>
          <a href={story.href}>{spoken(story.headline)}</a>
        </li>
      ))}
    </ul>
  );
}
