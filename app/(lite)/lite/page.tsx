import { CacheTags } from '@/components/reader/cache-tags';
import { LiteList } from '@/components/reader/lite/lite-list';
import { tag } from '@/lib/cache/tags';
import { readFront } from '@/lib/fronts/reading';
import { readSite } from '@/lib/site/reading';

// Its own, where each other light page names the full one: what it shows is a choice of its own, and search engines
// take a canonical address that leads from anywhere to a site's root for the mistake that it mostly is.
export const metadata = { alternates: { canonical: '/lite' } };

/** Of each section as many as fit the weight of the page. */
const IN_BLOCK = 5;

export default async function LiteFront() {
  const [front, { siteName, say }] = await Promise.all([readFront(), readSite()]);
  const now = new Date();
  const [lead, second, third, ...also] = front.top ?? [];
  const head = [lead, ...also, second, third].flatMap((story) => story ?? []);
  const top = [...head, ...front.headlines, ...front.latest];
  const stories = top.filter((story, at) => top.findIndex((other) => other.id === story.id) === at);
  const blocks = front.blocks.map((block) => ({ ...block, stories: block.stories.slice(0, IN_BLOCK) }));
  const listedStories = [...stories, ...blocks.flatMap((block) => block.stories)];

  return (
    <main id="main">
      <CacheTags
        tags={[
          tag.front,
          ...new Set([...listedStories.map(({ id }) => id), ...front.depends].map(tag.story)),
        ]}
      />
      <h1>{say('lite.front')}</h1>
      {stories.length === 0 && <p>{say('front.empty')}</p>}
      <LiteList stories={stories} now={now} hasLead />
      {blocks.map((block) => (
        <section key={block.id}>
          <h2>{block.name || say('front.secondary')}</h2>
          <LiteList stories={block.stories} now={now} />
          {block.href && (
            <p>
              <a href={`/lite${block.href}`}>{say('lite.allOf', { section: block.name })}</a>
            </p>
          )}
        </section>
      ))}
      <p>
        <a href="/">
          {say('lite.toFull')}: {siteName}
        </a>
      </p>
    </main>
  );
}
