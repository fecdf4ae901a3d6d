import { labelsIn } from '@/lib/site/labels';
import { escapeHtml } from '../html/escape-html';

/**
 * A stored body in which tables can be scrolled by keyboard and say what they are, and players have a name. Bodies
 * are stored as they were rendered: imported ones have tables without the wrapper that keeps a wide table from
 * widening the page.
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
