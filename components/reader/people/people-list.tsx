import { StoryTime } from '@/components/reader/story/story-time';
import type { ListedByline } from '@/lib/bylines/reading';
import type { Say } from '@/lib/site/labels';
import { Face } from './face';

interface PeopleList {
  people: readonly ListedByline[];
  now: Date;
  say: Say;
}

/** Names with their faces, what each is here, and the last story or a few words. */
export function PeopleList({ people, now, say }: PeopleList) {
  return (
    <ul className="people">
      {people.map((one) => (
        <li key={one.slug} className="who">
          <Face name={one.name} portrait={one.portrait} />
          <div>
            <h3>
              <a href={`/byline/${one.slug}`}>{one.name}</a>
            </h3>
            {one.role && <p className="by">{one.role}</p>}
            {one.newest ? (
              <p className="meta">
                <span className="vh">{say('people.newest')} </span>
                <a href={one.newest.href}>{one.newest.headline}</a>
                <br />
                <StoryTime at={one.newest.publishedAt} now={now} />
              </p>
            ) : (
              one.bio && <p className="meta">{one.bio}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
