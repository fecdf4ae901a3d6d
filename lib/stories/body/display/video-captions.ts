import { subtitlesAddress } from '@/lib/media/subtitles';
import { labelsIn } from '@/lib/site/labels';
import { escapeHtml } from '../html/escape-html';

const FILM =
  /(<video (?:[^>]* )?src="\/media\/([0-9a-f]{20}\.(?:mp4|webm))"[^>]*>)(?:<track[^>]*>)?<\/video>/g;

/** Our own video files in a stored body. */
export function videosIn(bodyHtml: string): string[] {
  return [...new Set([...bodyHtml.matchAll(FILM)].map(([, , file = '']) => file))];
}

/** A stored body whose videos have their current captions from the library: file → version mark. */
export function withVideoCaptions(bodyHtml: string, marks: ReadonlyMap<string, string>): string {
  if (marks.size === 0) return bodyHtml;
  const label = escapeHtml(labelsIn('bn')('media.captions'));
  return bodyHtml.replace(FILM, (whole, film: string, file: string) => {
    const mark = marks.get(file);
    if (!mark) return whole;
    return `${film}<track kind="captions" src="${subtitlesAddress(file, mark)}" srclang="bn" label="${label}" default="" /></video>`;
  });
}
