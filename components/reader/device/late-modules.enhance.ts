import { whenDrawn } from './when-drawn.enhance';

/** Is nothing without its module, or more with it. Links and other forms work at once. */
const HELD = 'button[type=button], [data-talk] button, [form=like], a[data-copy]';

/**
 * Fetches the page's modules, `data-module`, once it is drawn or its reader does something: until then its letters and
 * pictures have the line to themselves. What was pressed too early is pressed again when they have come, or will not.
 */
export function bringModules(): void {
  const pressed: HTMLElement[] = [];
  let isRequested = false;
  let areHere = false;

  const bring = async () => {
    if (isRequested || document.readyState === 'loading') return;
    isRequested = true;
    const modules = [...document.querySelectorAll<HTMLElement>('[data-module]')];
    await Promise.allSettled(modules.map(({ dataset }) => import(`${dataset.module}`)));
    areHere = true;
    document.documentElement.dataset.js = 'whole';
    for (const one of pressed) one.click();
  };
  addEventListener('pointerdown', bring, true);
  addEventListener('keydown', bring, true);
  // Of a form that is sent by Enter, too.
  addEventListener(
    'click',
    (event) => {
      const held = !areHere && (event.target as Element).closest<HTMLElement>(HELD);
      if (!held) return;
      event.preventDefault();
      pressed.push(held);
      void bring();
    },
    true,
  );
  // Who goes on where she stopped, or has just sent something, waits for what a module does about it.
  if (/#continue|said=/.test(location.href)) addEventListener('DOMContentLoaded', bring);
  whenDrawn(bring);
}
