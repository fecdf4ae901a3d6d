import { initial } from '@/components/reader/people/face';
import { Picture } from '@/components/reader/picture';
import { spoken } from '@/components/reader/spoken';
import type { Say } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/for-readers/reading';
import { formWords } from './form-words';
import { LiveStatus } from './live/live-posts';
import { Film } from './media/story-media';

interface StoryHead {
  story: Story;
  say: Say;
}

/** Kicker, headline and standfirst; of an opinion with the face of whose it is, of a film with the film. */
export function StoryHead({ story, say }: StoryHead) {
  if (story.form === 'video' && story.video)
    return (
      <header className="film">
        <Film medium={story.video} story={story} say={say} />
        <div className="story__head">
          <Words story={story} say={say} />
        </div>
      </header>
    );
  if (story.form !== 'opinion')
    return (
      <header className="story__head">
        <Words story={story} say={say} />
      </header>
    );
  return (
    <header className="story__head">
      <div>
        <Words story={story} say={say} />
      </div>
      <Face byline={story.bylines[0]} />
    </header>
  );
}

function Words({ story, say }: StoryHead) {
  const word = formWords[story.form];
  return (
    <>
      {story.form === 'live' && (
        <div data-live-part="status" role="status">
          <LiveStatus endedAt={story.liveEndedAt} say={say} />
        </div>
      )}
      {(word || story.kicker) && (
        <span className="kicker">
          {word && <span className={story.kicker ? 'formword' : undefined}>{say(word)}</span>}
          {story.kicker}
        </span>
      )}
      <h1>{spoken(story.headline)}</h1>
      {story.standfirst && <p className="standfirst">{spoken(story.standfirst)}</p>}
    </>
  );
}

/** Whose view it is: the portrait, or the name's first letter where there is none. */
function Face({ byline }: { byline: Story['bylines'][number] | undefined }) {
  if (!byline) return null;
  return (
    <a className="face" href={`/byline/${byline.slug}`}>
      <span className="face__pic">
        {byline.portrait ? (
          <Picture picture={{ ...byline.portrait, alt: '' }} shape="thumb" sizes="9rem" />
        ) : (
          <span className="op__letter" aria-hidden="true">
            {initial(byline.name)}
          </span>
        )}
      </span>
      <strong>{byline.name}</strong>
      {byline.role && <span className="meta">{byline.role}</span>}
    </a>
  );
}
