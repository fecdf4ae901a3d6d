import { faceFiles } from '@/lib/fonts/faces';

/** The faces of headlines and text; the others come when a page has their letters. */
const firstFaces = [faceFiles['serif-700'], faceFiles['hind-400']];

/**
 * For the head; `whole` on pages that declare the whole faces. Written out: react-dom's preload() would say it in a header,
 * which a remembered page does not carry.
 */
export function FirstFaces({ whole = false }: { whole?: boolean }) {
  return firstFaces
    .map((files) => (whole ? files.whole : files.cut))
    .map((file) => (
      <link key={file} rel="preload" href={file} as="font" type="font/woff2" crossOrigin="anonymous" />
    ));
}
