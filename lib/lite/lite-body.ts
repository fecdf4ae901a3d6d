import type { Say } from '@/lib/site/labels';

const PICTURE = /<img\b([^>]*)>/g;
/** A gallery's picture links to its largest file; here it links to a small one. */
const LINKED = /<a href="[^"]*" data-full="">(<img\b[^>]*>)<\/a>/g;
/** A card's thumbnail: the card is already a link. */
const THUMBNAIL = /(<a class="embed"[^>]*>)<img\b[^>]*>/g;
const PLAYER = /<(audio|video)\b([^>]*)>(?:<track[^>]*>)?<\/\1>/g;

/** The text in place of what is not shown. */
export function liteBodyLabels(say: Say): LiteBodyLabels {
  return {
    picture: (alt) => (alt ? say('lite.showPictureOf', { what: alt }) : say('lite.showPicture')),
    audio: say('lite.openAudio'),
    video: say('lite.openVideo'),
  };
}

interface LiteBodyLabels {
  picture: (alt: string) => string;
  audio: string;
  video: string;
}

/**
 * A story's HTML without anything that loads automatically: each picture becomes a link with its description, each
 * audio or video a link that opens it.
 */
export function liteBody(html: string, words: LiteBodyLabels): string {
  return html
    .replace(LINKED, '$1')
    .replace(THUMBNAIL, '$1')
    .replace(PICTURE, (_, attributes: string) => {
      const src = smallest(attribute(attributes, 'srcset')) || attribute(attributes, 'src');
      if (!src) return '';
      // The words were in an attribute and are escaped already; a `"` may stay escaped between tags.
      return `<a href="${src}">${words.picture(attribute(attributes, 'alt'))}</a>`;
    })
    .replace(
      PLAYER,
      (_, kind: 'audio' | 'video', attributes: string) =>
        `<a href="${attribute(attributes, 'src')}">${words[kind]}</a>`,
    );
}

function smallest(srcset: string): string {
  return srcset.split(' ')[0] ?? '';
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}
