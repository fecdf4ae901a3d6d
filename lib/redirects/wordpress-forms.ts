/** What WordPress answers besides a thing's own address: pages, feeds, the sizes of a picture. */
export interface WordPressForm {
  /** As `oldPath` writes it; `/page` for the front page, which has no path of its own. */
  path: string;
  isFeed: boolean;
}

const FEED = /\/feed(?:\/(?:rss2?|rdf|atom))?$/;
const OTHERS = /\/(?:page\/\d{1,6}|comment-page-\d{1,6}|amp|embed|trackback)$/;
/** A later page of one long post; in `/2023/11` it is the month. */
const LATER_PAGE = /\/[2-9]$|\/[1-9]\d$/;
const DATE = /^\/\d{4}(?:\/\d{1,2}){0,2}$/;
const UPLOAD = /^(?:\/[^/]+)?\/wp-content\/uploads\/./;
const SIZED = /-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{10,13})(?=\.[a-z0-9]{2,5}$)/i;

/** An old address that is not known, as those that it may be another form of; nearest first. */
export function wordpressForms(path: string): WordPressForm[] {
  if (UPLOAD.test(path)) {
    const forms: WordPressForm[] = [];
    for (let whole = path.replace(SIZED, ''), last = path; whole !== last; whole = last.replace(SIZED, '')) {
      forms.push({ path: whole, isFeed: false });
      last = whole;
    }
    return forms;
  }
  const forms: WordPressForm[] = [];
  let rest = path;
  let isFeed = false;
  for (let step = 0; step < 3; step++) {
    const ending: RegExp | undefined = [FEED, OTHERS].find((one) => one.test(rest));
    const isLater: boolean = ending === undefined && LATER_PAGE.test(rest) && !DATE.test(rest);
    const shorter: string = rest.replace(ending ?? (isLater ? LATER_PAGE : /$/), '');
    if (shorter === rest) break;
    isFeed ||= FEED.test(rest);
    rest = shorter;
    forms.push({ path: rest || '/page', isFeed });
    if (rest === '') break;
  }
  return forms;
}
