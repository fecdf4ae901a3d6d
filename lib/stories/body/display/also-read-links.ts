import { escapeHtml } from '../html/escape-html';

const PLACE = /<aside class="inset" data-also="(\d{1,15})"><\/aside>/g;
const PLACES = /(?:<aside class="inset" data-also="\d{1,15}"><\/aside>\n?)+/g;

/** The ids of the stories that a stored body links to. */
export function alsoReadIn(bodyHtml: string): number[] {
  return [...new Set([...bodyHtml.matchAll(PLACE)].map(([, id]) => Number(id)))];
}

/**
 * A stored body with the current headline and state of each linked story; consecutive links become one list. A story
 * that readers may not see, or no longer see, leaves no trace.
 */
export function withAlsoRead(
  bodyHtml: string,
  known: readonly { id: number; href: string; headline: string }[],
  title: string,
): string {
  return bodyHtml.replace(PLACES, (places) => {
    const items = alsoReadIn(places).flatMap((id) => {
      const story = known.find((one) => one.id === id);
      return story ? [`<li><a href="${escapeHtml(story.href)}">${escapeHtml(story.headline)}</a></li>`] : [];
    });
    if (items.length === 0) return '';
    return `<aside class="inset" aria-label="${escapeHtml(title)}"><strong>${escapeHtml(title)}</strong><ul>${items.join('')}</ul></aside>\n`;
  });
}
