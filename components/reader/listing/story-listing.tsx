import type { ReactNode } from 'react';
import { Ad } from '@/components/reader/ads/ad';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { MostRead } from '@/components/reader/front/rank';
import type { DisplayedAds } from '@/lib/ads/reading';
import type { Say } from '@/lib/site/labels';
import type { StoryCard } from '@/lib/stories/for-readers/cards';
import type { StoryListingPage as Listing } from '@/lib/stories/for-readers/paging';
import { ListingColumns, Nothing, Pager, StoryList } from './listing';

interface StoryListing {
  listing: Listing;
  /** The listing's own address: where it begins, and what its cursors hang from. */
  address: string;
  name: string;
  /** One of its older pages. */
  isOlder: boolean;
  /** What is said when there is nothing. */
  empty: string;
  mostRead: readonly StoryCard[];
  ads: DisplayedAds;
  now: Date;
  say: Say;
  trail?: readonly { name: string; href?: string }[];
  /** Between the heading and the stories. */
  children?: ReactNode;
  rail?: ReactNode;
}

/** A listing that is nothing but a list: of a topic, a byline, a district, a day. */
export function StoryListing({
  listing: { stories, olderBefore },
  address,
  name,
  isOlder,
  empty,
  mostRead,
  ads,
  now,
  say,
  trail = [],
  children,
  rail,
}: StoryListing) {
  const here = isOlder ? [{ name, href: address }, { name: say('nav.olderNews') }] : [{ name }];
  return (
    <>
      <Crumbs trail={[...trail, ...here]} say={say} />
      <header className="sechead">
        <h1>{name}</h1>
        {children}
      </header>
      <ListingColumns
        say={say}
        rail={
          <>
            <MostRead stories={mostRead} say={say} />
            <Ad ad={ads(8)} say={say} />
            {rail}
          </>
        }
      >
        {stories.length === 0 ? (
          <Nothing
            sentence={empty}
            ways={trail.slice(-1).filter(({ href }) => href !== '/archive')}
            say={say}
          />
        ) : (
          <section aria-labelledby="all">
            <h2 className="vh" id="all">
              {say(isOlder ? 'nav.olderNews' : 'nav.latest')}
            </h2>
            <StoryList stories={stories} now={now} />
            <Ad ad={ads(9)} say={say} />
            <Pager
              newest={isOlder ? address : undefined}
              older={olderBefore && `${address}/before/${olderBefore}`}
              say={say}
            />
          </section>
        )}
      </ListingColumns>
    </>
  );
}
