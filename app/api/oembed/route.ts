import { env } from '@/lib/env';
import { wholeAddress } from '@/lib/feeds/address';
import { oembedOf, oembedXml, storyIdInAddress } from '@/lib/feeds/oembed';
import { cardAddress, cardFile, cardSize } from '@/lib/share-cards/card';
import { cardWords } from '@/lib/share-cards/card-text';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/for-readers/reading';

export const dynamic = 'force-dynamic';

/** oEmbed: `?url=<a story's address>&format=json|xml&maxwidth=…`. Statuses as the standard has them. */
export async function GET(request: Request) {
  const params = new URL(request.url).searchParams;
  const format = params.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return new Response('Not implemented', { status: 501 });

  const site = env().SITE_URL;
  const id = storyIdInAddress(params.get('url') ?? '', site);
  const story = id === null ? null : await readStory(id);
  if (!story || story.isRetracted) return new Response('Not found', { status: 404 });

  const { siteName } = await readSite();
  // Programs that show it know no drawing in vectors: a story without a photograph shows its card.
  const picture = story.hasPhoto
    ? story.picture
    : { src: cardAddress(cardFile(cardWords(story, siteName), 'wide')), ...cardSize.wide };
  const answer = oembedOf(
    {
      address: wholeAddress(story.href, site),
      headline: story.headline,
      by: story.bylines.map((byline) => byline.name).join(', '),
      siteName,
      site,
      picture: { address: wholeAddress(picture.src, site), width: picture.width, height: picture.height },
    },
    { width: pixelsIn(params.get('maxwidth')), height: pixelsIn(params.get('maxheight')) },
  );
  const headers = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' };
  return format === 'json'
    ? Response.json(answer, { headers })
    : new Response(oembedXml(answer), { headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' } });
}

function pixelsIn(text: string | null): number | undefined {
  const pixels = Math.floor(Number(text));
  return pixels > 0 ? pixels : undefined;
}
