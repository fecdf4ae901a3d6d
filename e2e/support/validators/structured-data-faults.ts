import { Faults, isRfc3339, isWholeAddress } from './addresses-and-dates';

type Thing = Record<string, unknown>;

/** Every thing of a page's JSON-LD, out of its graphs. */
export function thingsIn(html: string): Thing[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return blocks.flatMap(([, json]) => {
    const data = JSON.parse(json ?? '');
    if (data['@context'] !== 'https://schema.org') throw new Error('JSON-LD without its context');
    return (data['@graph'] ?? [data]) as Thing[];
  });
}

const rules: Record<string, (thing: Thing, faults: Faults) => void> = {
  NewsArticle: article,
  OpinionNewsArticle: article,
  LiveBlogPosting: (thing, faults) => {
    article(thing, faults);
    faults.want(isRfc3339(thing.coverageStartTime), 'coverageStartTime');
    faults.want(thing.coverageEndTime === undefined || isRfc3339(thing.coverageEndTime), 'coverageEndTime');
    const posts = listOf(thing.liveBlogUpdate);
    faults.want(posts.length > 0, 'no liveBlogUpdate');
    for (const post of posts) {
      faults.want(post['@type'] === 'BlogPosting', 'liveBlogUpdate of another type');
      faults.want(
        isText(post.headline) && isText(post.articleBody),
        `post ${post.url}: headline, articleBody`,
      );
      faults.want(isRfc3339(post.datePublished), `post ${post.url}: datePublished`);
      faults.want(
        post.dateModified === undefined || isRfc3339(post.dateModified),
        `post ${post.url}: dateModified`,
      );
      faults.want(isWholeAddress(post.url), `post ${post.url}`);
    }
  },
  BreadcrumbList: (thing, faults) => {
    const steps = listOf(thing.itemListElement);
    faults.want(steps.length >= 2, 'two steps at least');
    for (const [at, step] of steps.entries()) {
      faults.want(step['@type'] === 'ListItem' && step.position === at + 1, `step ${at + 1}`);
      faults.want(isText(step.name), `step ${at + 1} has no name`);
      faults.want(at === steps.length - 1 || isWholeAddress(step.item), `step ${at + 1}: ${step.item}`);
    }
  },
  NewsMediaOrganization: organization,
  WebSite: (thing, faults) => {
    faults.want(isText(thing.name) && isWholeAddress(thing.url), 'name, url');
  },
  VideoObject: (thing, faults) => {
    faults.want(isText(thing.name), 'name');
    faults.want(isText(thing.description), 'description');
    faults.want(areImages(thing.thumbnailUrl), 'thumbnailUrl');
    faults.want(isRfc3339(thing.uploadDate), 'uploadDate');
    const address = thing.contentUrl ?? thing.embedUrl ?? thing.url;
    faults.want(isWholeAddress(address), 'contentUrl, embedUrl or url');
    faults.want(thing.duration === undefined || isDuration(thing.duration), `duration ${thing.duration}`);
  },
  ProfilePage: (thing, faults) => {
    const who = (thing.mainEntity ?? {}) as Thing;
    faults.want(who['@type'] === 'Person' || who['@type'] === 'Organization', 'mainEntity');
    faults.want(isText(who.name) && isWholeAddress(who.url), 'mainEntity: name, url');
    faults.want(who.image === undefined || isWholeAddress(who.image), 'mainEntity: image');
  },
};

/** Google's required fields, and those it recommends that a newsroom can always give. */
export function faultsOfStructuredData(html: string, address: string): string[] {
  return thingsIn(html).flatMap((thing) => {
    const type = String(thing['@type']);
    const faults = new Faults(`${address}: ${type}`);
    const rule = rules[type];
    if (rule) rule(thing, faults);
    else faults.want(false, 'of a type that nobody checks');
    return faults.list;
  });
}

function article(thing: Thing, faults: Faults): void {
  faults.want(isText(thing.headline) && String(thing.headline).length <= 110, 'headline');
  faults.want(areImages(thing.image), 'image');
  for (const name of ['datePublished', 'dateModified']) faults.want(isRfc3339(thing[name]), name);
  faults.want(String(thing.dateModified) >= String(thing.datePublished), 'modified before it was published');
  const authors = listOf(thing.author);
  faults.want(authors.length > 0, 'no author');
  for (const author of authors) {
    faults.want(
      /^(Person|Organization|NewsMediaOrganization)$/.test(String(author['@type'])),
      'author: type',
    );
    faults.want(isText(author.name) && isWholeAddress(author.url), 'author: name, url');
  }
  organization((thing.publisher ?? {}) as Thing, faults);
  faults.want(isWholeAddress(thing.mainEntityOfPage), 'mainEntityOfPage');
  faults.want(thing.inLanguage === 'bn', 'inLanguage');
  faults.want(thing.isAccessibleForFree === true, 'isAccessibleForFree');
  faults.want(isText(thing.description), 'description');
}

function organization(thing: Thing, faults: Faults): void {
  faults.want(isText(thing.name) && isWholeAddress(thing.url), 'publisher: name, url');
  const logo = (thing.logo ?? {}) as Thing;
  faults.want(isWholeAddress(logo.url) && /\.(png|jpe?g|webp|svg)$/.test(String(logo.url)), 'logo');
  faults.want(Number(logo.width) >= 112 && Number(logo.height) >= 112, 'the logo is too small');
  const elsewhere = (thing.sameAs ?? []) as unknown[];
  faults.want(Array.isArray(elsewhere) && elsewhere.every(isWholeAddress), 'sameAs');
}

const listOf = (value: unknown) => (Array.isArray(value) ? value : value ? [value] : []) as Thing[];
const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
const areImages = (images: unknown) =>
  Array.isArray(images) && images.length > 0 && images.every(isWholeAddress);
const isDuration = (text: unknown) => /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/.test(String(text));
