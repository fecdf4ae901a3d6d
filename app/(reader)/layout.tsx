import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { LateModule } from '@/components/reader/device/late-module';
import { Footer } from '@/components/reader/frame/footer';
import { Masthead } from '@/components/reader/frame/masthead';
import { HeadlineStrip } from '@/components/reader/front/headline-strip';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { readBreaking } from '@/lib/fronts/reading';
import { iconAddress, iconSizes } from '@/lib/site/identity/icon-sizes';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSigns } from '@/lib/site/identity/reading';
import { readMenus } from '@/lib/site/menus/reading';
import { readerModules } from '@/lib/site/reader-module';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';
import { FirstFaces } from '../first-faces';
import './reader.css';

// One cache, and it is the edge server's: each request renders, so that statuses are true and a build needs no database.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f5f2' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1b1f' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const site = await readSite();
  const { siteName, tagline, iconFile, say } = site;
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: `${siteName}: ${tagline || say('masthead.tagline')}`, template: `%s | ${siteName}` },
    description: say('masthead.description', { name: siteName }),
    manifest: '/manifest.webmanifest',
    icons: {
      apple: iconAddress(iconFile, 'touch'),
      ...(iconFile && {
        icon: { url: `/media/${iconFile}-${iconSizes.tab}.png`, type: 'image/png', sizes: '32x32' },
      }),
    },
    openGraph: await pageCard(),
    // A page's title and picture are put in by Next. A square sign is cut in half where a wide picture is said to be.
    twitter: { card: site.cardPictureId === 0 ? 'summary' : 'summary_large_image' },
  };
}

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const [site, sections, menus, breaking] = await Promise.all([
    readSite(),
    readSections(),
    readMenus(),
    readBreaking(),
  ]);
  const linked = breaking.flatMap(({ storyId }) => storyId ?? []);
  const now = new Date();
  const [ads, { logo }] = await Promise.all([readAds(site.adsOn, now), readSigns(site)]);
  const { reader, firstPaintText } = readerModules();
  return (
    <html lang="bn">
      <head>
        <FirstFaces />
        {/* Run before anything is drawn, on purpose: colours and size of letters are right from the first paint. */}
        {firstPaintText && <script data-first-paint>{firstPaintText}</script>}
      </head>
      <body id="top">
        <a className="skip" href="#main">
          {site.say('nav.skipToContent')}
        </a>
        <a className="offer" href="/lite" data-lite>
          {site.say('lite.offer')}
        </a>
        <Masthead site={site} sections={sections} menus={menus} now={now} logo={logo} />
        <Ad ad={ads(1)} say={site.say} />
        <HeadlineStrip lines={breaking} moves say={site.say} />
        {linked.length > 0 && <CacheTags tags={linked.map(tag.story)} />}
        {children}
        <Ad ad={ads(10)} say={site.say} />
        <Footer site={site} sections={sections} menus={menus} now={now} />
        <LateModule address={reader} />
      </body>
    </html>
  );
}
