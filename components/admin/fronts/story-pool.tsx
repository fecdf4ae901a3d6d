import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { FrontZone } from '@/lib/forms/front-form-state';
import type { FrontSay } from './front-labels';

export interface PoolStory {
  id: number;
  headline: string;
  about: string;
  picture: string;
}

interface StoryPoolProps {
  stories: readonly PoolStory[];
  /** What the stories were searched by. */
  query: string;
  zones: readonly FrontZone[];
  /** The place that a story is added to. */
  into: string | undefined;
  say: FrontSay;
}

/** The published stories, to be dragged or added onto the front. */
export function StoryPool({ stories, query, zones, into, say }: StoryPoolProps) {
  return (
    <section
      className="pool panel lg:top-31 lg:overflow-y-auto lg:sticky lg:self-start lg:max-h-[calc(100dvh_-_8.75rem)]"
      aria-labelledby="pool"
      data-out=""
    >
      <h2 id="pool">{say('fronts.published')}</h2>
      <p
        className="pool__out p-[0.6rem] border border-dashed border-control text-(length:--text-meta) hidden text-ink-2"
        aria-hidden="true"
      >
        {say('fronts.dropOut')}
      </p>
      <PoolSearch query={query} say={say} />
      <label className="label" htmlFor="into">
        {say('fronts.into')}
      </label>
      <select className="select" id="into" name="into" key={into} defaultValue={into}>
        {zones.map((zone) => (
          <optgroup key={zone.id} label={zone.name}>
            {zone.slots.map(({ place, name }) => (
              <option key={place} value={place}>
                {zone.name}: {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {stories.length === 0 && <p className="meta">{say('fronts.nothingFound')}</p>}
      <ul className="mt-2 max-md:overflow-y-auto max-md:max-h-[60vh]">
        {stories.map((story) => (
          <PoolItem key={story.id} story={story} say={say} />
        ))}
      </ul>
    </section>
  );
}

/** Belongs to the search form outside the board's form: forms do not nest. */
function PoolSearch({ query, say }: { query: string; say: FrontSay }) {
  return (
    <>
      <label className="vh" htmlFor="find">
        {say('fronts.find')}
      </label>
      <div className="mb-3 gap-[0.4rem] flex">
        <input
          className="input"
          id="find"
          name="q"
          type="search"
          form="find-stories"
          defaultValue={query}
          placeholder={say('fronts.find')}
        />
        <Button form="find-stories" icon="search">
          <span className="vh">{say('fronts.doFind')}</span>
        </Button>
      </div>
    </>
  );
}

function PoolItem({ story, say }: { story: PoolStory; say: FrontSay }) {
  return (
    <li
      className="py-[0.55rem] px-0 gap-[0.6rem] border-b border-b-rule grid grid-cols-[auto_3.25rem_minmax(0,1fr)_auto] items-center noscript:grid-cols-[3.25rem_minmax(0,1fr)_auto]"
      data-carry={`story:${story.id}`}
    >
      <span className="pool__grip" data-grip="" aria-hidden="true">
        <Icon name="grip" />
      </span>
      {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
      <img
        className="w-13 h-13 object-cover"
        src={story.picture}
        alt=""
        width={52}
        height={52}
        draggable={false}
      />
      <div>
        <h3 className="text-small/[1.5]">{story.headline}</h3>
        <span className="meta">{story.about}</span>
      </div>
      <Button name="do" value={`add ${story.id}`} icon="plus" about={story.headline}>
        <span className="vh">{say('fronts.add')}</span>
      </Button>
    </li>
  );
}
