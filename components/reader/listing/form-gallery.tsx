import { Ad } from '@/components/reader/ads/ad';
import { Crumbs } from '@/components/reader/frame/crumbs';
import type { DisplayedAd } from '@/lib/ads/reading';
import type { Say } from '@/lib/site/labels';
import type { StoryListingPage } from '@/lib/stories/for-readers/paging';
import { Card } from './card';
import { Nothing, Pager } from './listing';

interface FormGallery {
  form: 'photo' | 'video';
  listing: StoryListingPage;
  /** One of its older pages. */
  isOlder: boolean;
  now: Date;
  /** Beneath the list. */
  ad: DisplayedAd | null;
  say: Say;
}

/** Photo stories or films on a dark ground: the newest large, the others in rows of three. */
export function FormGallery({ form, listing: { stories, olderBefore }, isOlder, now, ad, say }: FormGallery) {
  const address = `/${form}s`;
  const name = say(`formats.${form}s`);
  const trail = isOlder ? [{ name, href: address }, { name: say('formats.older') }] : [{ name }];
  const [first, ...others] = stories;
  const lead = isOlder ? undefined : first;
  return (
    <>
      <div className="page">
        <Crumbs trail={trail} say={say} />
        <header className="sechead">
          <h1>{name}</h1>
          <p>{say(`formats.${form}sAbout`)}</p>
        </header>
        {stories.length === 0 && (
          <Nothing sentence={say(form === 'photo' ? 'formats.noPhotos' : 'formats.noVideos')} say={say} />
        )}
      </div>
      {stories.length > 0 && (
        <div className="band band--forms">
          <div className="page block">
            {lead && (
              <div className="band__lead">
                <Card
                  story={lead}
                  now={now}
                  look="big"
                  heading="h2"
                  hasKicker
                  hasStandfirst
                  picture={{ shape: 'lead', sizes: '(min-width: 64rem) 50rem, 85vw', isFirst: true }}
                />
              </div>
            )}
            <div className="cols c3 pair">
              {(lead ? others : stories).map((story) => (
                <Card
                  key={story.id}
                  story={story}
                  now={now}
                  heading="h2"
                  hasKicker
                  picture={{ sizes: '(min-width: 64rem) 25rem, 50vw' }}
                />
              ))}
            </div>
            <Pager
              newest={isOlder ? address : undefined}
              older={olderBefore && `${address}/before/${olderBefore}`}
              say={say}
            />
          </div>
        </div>
      )}
      <Ad ad={stories.length > 0 ? ad : null} say={say} />
    </>
  );
}
