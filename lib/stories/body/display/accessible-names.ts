import { labelsIn } from '@/lib/site/labels';
import { escapeHtml } from '../html/escape-html';

/**
 * A stored body whose tables are moved by keys and say what they are, and whose players have a name. Bodies are kept as they
 * were rendered: those brought over have tables without the box that keeps a wide one from widening the page.
 */
export function withAccessibleNames(bodyHtml: string): string {
  const say = labelsIn('bn');
  const named = { table: say('article.table'), audio: say('article.sound'), video: say('article.film') };
  return bodyHtml
    .replace(
      /(?:<div class="scroll" tabindex="0">)?<table>/g,
      `<div class="scroll" role="group" aria-label="${escapeHtml(named.table)}" tabindex="0"><table>`,
    )
    .replace(/<\/table>(?:<\/div>)?/g, '</table></div>')
    .replace(
      /<(audio|video) (?![^>]*aria-label=)/g,
      (_, kind: 'audio' | 'video') => `<${kind} aria-label="${escapeHtml(named[kind])}" `,
    );
}
