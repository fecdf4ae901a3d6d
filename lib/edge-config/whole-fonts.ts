import { facesNeededWhole } from '@/lib/fonts/outside-the-cut';
import { fontFile, wholeFontFile, wholeFontStyles } from '@/lib/fonts/faces';

/**
 * Links the whole file of a face where the page holds a cluster that the cut does not draw right. Done with the finished
 * document, so that nothing readers see can be forgotten: story, comments, labels, menus and advertisements.
 */
export function linkWholeFonts(html: string): string {
  const faces = facesNeededWhole(html);
  if (faces.length === 0) return html;
  const preloaded = faces.reduce((page, face) => page.replaceAll(`"${fontFile(face)}"`, `"${wholeFontFile(face)}"`), html);
  const links = faces.map((face) => `<link rel="stylesheet" href="${wholeFontStyles(face)}"/>`).join('');
  return preloaded.replace('</head>', `${links}</head>`);
}
