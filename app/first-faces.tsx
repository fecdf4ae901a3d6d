/** The headlines and the text; the other faces come when a page has their letters. */
const FILES = ['/fonts/serif-700.woff2', '/fonts/hind-400.woff2'];

/** For the head. Written out: react-dom's preload() would say it in a header, which a remembered page does not carry. */
export function FirstFaces() {
  return FILES.map((file) => (
    <link key={file} rel="preload" href={file} as="font" type="font/woff2" crossOrigin="anonymous" />
  ));
}
