/** The bar's links with the mark on those that lead to where one is. `here`: the first word of its address, if it has one. */
export function withHere(html: string, here: string | null): string {
  // A word that HTML would spell otherwise is no address of the bar's.
  if (/["'&<>]/.test(here ?? '')) return html;
  const link = `<a href="/${here ?? ''}"`;
  return html.replaceAll(`${link}>`, () => `${link} aria-current="page">`);
}
