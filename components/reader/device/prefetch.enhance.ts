import { whenDrawn } from './when-drawn.enhance';

/**
 * Tells the browser what it may fetch ahead. By a header it would ask for the rules among the first files, on a connection
 * of its own, which a thin line has better use for.
 */
export function fetchAhead() {
  if (HTMLScriptElement.supports?.('speculationrules')) whenDrawn(() => void rules().catch(() => {}));
}

async function rules() {
  const answer = await fetch('/speculation.json');
  // Nothing for who saves data.
  if (answer.status !== 200) return;
  const script = document.createElement('script');
  script.type = 'speculationrules';
  script.textContent = await answer.text();
  document.head.append(script);
}
