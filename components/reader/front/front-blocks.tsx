import type { ComponentProps } from 'react';
import { Card, RowCard } from '@/components/reader/listing/card';
import type { FrontBlock } from '@/lib/fronts/reading';
import type { Say } from '@/lib/site/labels';
import { DistrictPicker } from './district-picker';
import { OpinionCard } from './opinion-card';

interface Block {
  block: FrontBlock;
  now: Date;
}
interface Blocks {
  blocks: readonly FrontBlock[];
  divisions: ComponentProps<typeof DistrictPicker>['divisions'];
  now: Date;
  say: Say;
}

/**
 * The sections under the fold, no two neighbours alike: each of these has the layout of its matter, and whatever
 * else the newsroom has opened follows as plain lists.
 */
export function FrontBlocks({ blocks, divisions, now, say }: Blocks) {
  const of = (slug: string) => blocks.find((block) => block.slug === slug);
  const [national, opinion, country] = [of('national'), of('opinion'), of('country')];
  const [world, economy] = [of('international'), of('economy')];
  const [sports, entertainment, technology] = [of('sports'), of('entertainment'), of('technology')];
  const withLayout = [national, opinion, country, world, economy, sports, entertainment, technology];
  const others = blocks.filter((block) => !withLayout.includes(block));

  return (
    <>
      {national && <LeadAndRows block={national} now={now} />}
      {opinion && <Faces block={opinion} />}
      {country && <Places block={country} divisions={divisions} now={now} say={say} />}
      {(world || economy) && (
        <div className="page block">
          <div className="cols g66 ruled">
            {world && <PictureAndList block={world} now={now} />}
            {economy && <WordsOnly block={economy} now={now} />}
          </div>
        </div>
      )}
      {technology && <DarkBand block={technology} now={now} />}
      {sports && <LeadBetween block={sports} now={now} />}
      {entertainment && <Pictures block={entertainment} now={now} />}
      {others.length > 0 && <PlainLists blocks={others} now={now} />}
    </>
  );
}

function BlockHead({ block }: { block: FrontBlock }) {
  return (
    <header className="block__head">
      <h2>
        <a href={`/${block.slug}`}>{block.name}</a>
      </h2>
    </header>
  );
}

function LeadAndRows({ block, now }: Block) {
  const [lead, ...rest] = withPhotoFirst(block);
  return (
    <section className="page block">
      <BlockHead block={block} />
      <div className="cols g75 ruled stack-sm">
        {lead && (
          <Card
            story={lead}
            now={now}
            look="big"
            hasKicker
            hasStandfirst
            picture={{ sizes: '(min-width: 64rem) 42rem, 100vw' }}
          />
        )}
        <div className="stack">
          {rest.slice(0, 4).map((story) => (
            <RowCard key={story.id} story={story} now={now} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Faces({ block }: { block: FrontBlock }) {
  return (
    <section className="opinion block">
      <div className="page">
        <BlockHead block={block} />
        <div className="cols c4">
          {block.stories.slice(0, 4).map((story) => (
            <OpinionCard key={story.id} story={story} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Places({ block, divisions, now, say }: Block & Pick<Blocks, 'divisions' | 'say'>) {
  return (
    <section className="page block">
      <BlockHead block={block} />
      <div className="cols g48 ruled">
        <DistrictPicker divisions={divisions} say={say} />
        <div className="cols c3 stack-sm rows-sm">
          {block.stories.slice(0, 3).map((story) => (
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

function PictureAndList({ block, now }: Block) {
  const [lead, ...rest] = withPhotoFirst(block);
  return (
    <section>
      <BlockHead block={block} />
      {lead && (
        <Card
          story={lead}
          now={now}
          look="mid"
          hasKicker
          picture={{ shape: 'lead', sizes: '(min-width: 64rem) 36rem, 100vw' }}
        />
      )}
      <ul className="also">
        {rest.slice(0, 3).map((story) => (
          <li key={story.id}>
            <a href={story.href}>{story.headline}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WordsOnly({ block, now }: Block) {
  return (
    <section>
      <BlockHead block={block} />
      <div className="stack">
        {block.stories.slice(0, 5).map((story, index) => (
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

function DarkBand({ block, now }: Block) {
  const [lead, ...rest] = withPhotoFirst(block);
  return (
    <section className="band">
      <div className="page block">
        <BlockHead block={block} />
        <div className="cols g66">
          {lead && (
            <Card
              story={lead}
              now={now}
              look="big"
              hasKicker
              hasStandfirst
              picture={{ shape: 'lead', sizes: '(min-width: 64rem) 37rem, 100vw' }}
            />
          )}
          <div className="cols c2 pair">
            {rest.slice(0, 4).map((story) => (
              <Card
                key={story.id}
                story={story}
                now={now}
                hasTime={false}
                picture={{ sizes: '(min-width: 64rem) 18rem, 50vw' }}
              />
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

function LeadBetween({ block, now }: Block) {
  const [lead, ...rest] = withPhotoFirst(block);
  return (
    <section className="page block">
      <BlockHead block={block} />
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
              picture={{ shape: 'lead', sizes: '(min-width: 64rem) 37rem, 100vw' }}
            />
          </div>
        )}
        <div className="stack">
          {rest.slice(2, 5).map((story) => (
            <Card key={story.id} story={story} now={now} hasKicker />
          ))}
        </div>
      </div>
    </section>
  );
}

function Pictures({ block, now }: Block) {
  return (
    <section className="page block">
      <BlockHead block={block} />
      <div className="cols c4 pair">
        {block.stories.slice(0, 4).map((story) => (
          <Card
            key={story.id}
            story={story}
            now={now}
            hasKicker
            hasTime={false}
            picture={{ sizes: '(min-width: 64rem) 18rem, 50vw' }}
          />
        ))}
      </div>
    </section>
  );
}

function PlainLists({ blocks, now }: { blocks: readonly FrontBlock[]; now: Date }) {
  return (
    <div className="page block">
      <div className={blocks.length === 2 ? 'cols g66 ruled' : 'cols c3 ruled'}>
        {blocks.map((block) => (
          <section key={block.slug}>
            <BlockHead block={block} />
            <div className="stack">
              {block.stories.slice(0, 4).map((story) => (
                <Card key={story.id} story={story} now={now} look="small" />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

/** A real photograph makes the better lead of a block; among covers the newest. */
function withPhotoFirst({ stories }: FrontBlock) {
  const lead = stories.find((story) => story.hasPhoto) ?? stories[0];
  return lead ? [lead, ...stories.filter((story) => story !== lead)] : [];
}
