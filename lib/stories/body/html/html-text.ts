/** The words of HTML as `bodyFromNotation` gives it, a line for each paragraph. */
export function htmlText(html: string): string {
  return html
    .replace(/<br ?\/?>|<\/(?:p|h2|h3|li|blockquote|figcaption|caption|tr)>/g, '\n')
    .replace(/<\/t[hd]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}
