import { Face } from '@/components/reader/people/face';
import type { Say } from '@/lib/site/labels';
import type { PublicationLine } from '@/lib/site/settings';
import type { Story } from '@/lib/stories/for-readers/reading';
import { PublishedLine, UpdatedLine } from './published-line';
import { ShareRow } from './sharing/share-row';
import { ViewCount } from './view-count';

interface BylineRowProps {
  story: Story;
  /** How often it was read; 0: not said. */
  views: number;
  address: string;
  publicationLine: PublicationLine;
  say: Say;
}

/** Who wrote it, when it was published and corrected, and the row of what can be done with it. */
export function BylineRow({ story, views, address, publicationLine, say }: BylineRowProps) {
  // The portrait of an opinion has the name beneath it.
  const isSignedHere = story.bylines.length > (story.form === 'opinion' ? 1 : 0);
  const [signer, ...others] = story.bylines;
  return (
    <div className="byline">
      <div className="byline__who">
        {isSignedHere && signer?.portrait && others.length === 0 && (
          <Face name={signer.name} portrait={signer.portrait} sizes="3rem" />
        )}
        <div>
          {isSignedHere && (
            <strong>
              {story.bylines.map((byline, index) => (
                <span key={byline.id}>
                  {index > 0 && ', '}
                  <a href={`/byline/${byline.slug}`}>{byline.name}</a>
                </span>
              ))}
            </strong>
          )}
          <p className="meta">
            <PublishedLine at={story.publishedAt} line={publicationLine} say={say} />
          </p>
          {story.correctedAt && (
            <p className="meta">
              <UpdatedLine at={story.correctedAt} line={publicationLine} say={say} />
            </p>
          )}
          <ViewCount views={views} say={say} />
        </div>
      </div>
      <ShareRow address={address} headline={story.headline} say={say} />
    </div>
  );
}
