import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { FrontBoard } from '@/components/admin/fronts/front-board.client';
import type { FrontLabels } from '@/components/admin/fronts/front-labels';
import { aboutStory } from '@/lib/fronts/about-story';
import { plainSources } from '@/lib/fronts/arrangement/arrangement';
import { sectionLayouts } from '@/lib/fronts/arrangement/layouts';
import { deskFront } from '@/lib/fronts/desk';
import { labelKeys } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { arrangeFront } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('fronts.arrange') };
}

export default async function FrontDeskPage({ params, searchParams }: PageProps<'/admin/fronts/[slug]'>) {
  const [{ slug }, { q }] = await Promise.all([params, searchParams]);
  const { say } = await readSite();
  const { board, section, sections, find, stories } = await deskFront(slug, String(q ?? ''), say);
  const now = new Date();
  const name = section?.name ?? say('fronts.home');
  const labels: FrontLabels = Object.fromEntries(
    labelKeys.filter((key) => key.startsWith('fronts.')).map((key) => [key, say(key)]),
  );

  return (
    <>
      <DeskHead title={say('fronts.arrangeOf', { name })} />
      <search>
        <form id="find-stories" action={`/admin/fronts/${slug}`} aria-label={say('fronts.find')} />
      </search>
      <FrontBoard
        board={board}
        action={arrangeFront}
        labels={labels}
        sources={[
          ...plainSources.map((value) => ({ value, label: say(`fronts.source.${value}`) })),
          ...sections.map((each) => ({
            value: `section:${each.slug}`,
            label: say('fronts.source.section', { name: each.name }),
          })),
        ]}
        layouts={sectionLayouts.map((value) => ({ value, label: say(`fronts.layout.${value}`) }))}
        sections={sections.map((each) => ({ value: each.slug, label: each.name }))}
        stories={stories.map((story) => ({
          id: story.id,
          headline: story.headline,
          about: aboutStory(story, now),
          picture: story.picture.square ?? story.picture.src,
        }))}
        query={find}
      />
    </>
  );
}
