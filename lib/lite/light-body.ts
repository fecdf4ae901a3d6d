const PICTURE = /<img\b([^>]*)>/g;

/** A story's HTML without anything that is fetched by itself: each picture is a link that says what it shows. */
export function lightBody(html: string, wordsFor: (alt: string) => string): string {
  return html.replace(PICTURE, (_, attributes: string) => {
    const src = attribute(attributes, 'src');
    if (!src) return '';
    // The words stand in an attribute already, so they are escaped; a `"` may as well stay so between tags.
    return `<a href="${src}">${wordsFor(attribute(attributes, 'alt'))}</a>`;
  });
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}
