import { faceFiles } from '@/lib/fonts/faces';
import { facesNeededWhole } from '@/lib/fonts/outside-the-cut';

/**
 * Links the whole file of a face where the page holds a cluster that the cut does not draw right. Done with the finished
 * document, so that nothing readers see can be forgotten: story, comments, labels, menus and advertisements. Pages without
 * our faces, as those of the light edition, stay as they are.
 */
export function linkWholeFonts(html: string): string {
  if (!html.includes('"/fonts/')) return html;
  const faces = facesNeededWhole(html).map((face) => faceFiles[face]);
  if (faces.length === 0) return html;
  const preloaded = faces.reduce((page, { cut, whole }) => page.replaceAll(`"${cut}"`, `"${whole}"`), html);
  const links = faces.map(({ wholeStyles }) => `<link rel="stylesheet" href="${wholeStyles}"/>`).join('');
  return preloaded.replace('</head>', `${links}</head>`);
}
