import { notFound } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { LiteList } from '@/components/reader/lite/lite-list';
import { tag } from '@/lib/cache/tags';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readSection } from '@/lib/stories/for-readers/reading';

/** A section's headlines, from the newest or from a cursor on. */
export async function LiteListing({ slug, cursor }: { slug: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readSection(slug, before)) ?? notFound();
  const { section, stories, olderBefore } = found;
  if (before && stories.length === 0) notFound();
  const { say } = await readSite();

  return (
    <main id="main">
      <CacheTags tags={[tag.section(slug), ...stories.map((story) => tag.story(story.id))]} />
      <h1>{section.name}</h1>
      {stories.length === 0 && <p>{say('empty.section')}</p>}
      <LiteList stories={stories} now={new Date()} />
      <nav aria-label={say('nav.pages')}>
        {olderBefore && (
          <p>
            <a href={`/lite/${slug}/before/${olderBefore}`} rel="next">
              {say('nav.older')}
            </a>
          </p>
        )}
        <p>
          <a href={`/${slug}`}>{say('lite.toFull')}</a>
        </p>
      </nav>
    </main>
  );
}
