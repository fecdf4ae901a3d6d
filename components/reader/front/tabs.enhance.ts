/**
 * Makes tabs of the radio buttons that choose a list, by ARIA's pattern: one stop of the Tab key, arrows from tab to
 * tab, Home and End to the ends. Each radio's value is the id of its list.
 */
export function enhanceTabs(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const list = document.createElement('div');
    const pairs = [...bar.querySelectorAll('input')].flatMap((radio) => {
      const panel = document.getElementById(radio.value);
      if (!panel) return [];
      const tab = document.createElement('button');
      set(tab, { type: 'button', role: 'tab', id: `${panel.id}-tab`, 'aria-controls': panel.id });
      set(panel, { role: 'tabpanel', 'aria-labelledby': tab.id });
      tab.append(radio.labels?.[0]?.textContent ?? '');
      list.append(tab);
      return { tab, panel, isChosen: radio.checked };
    });
    const tabs = pairs.map(({ tab }) => tab);
    const choose = (chosen?: HTMLElement) => {
      for (const { tab, panel } of pairs) {
        panel.hidden = tab !== chosen;
        set(tab, { 'aria-selected': String(tab === chosen), tabindex: tab === chosen ? '0' : '-1' });
      }
    };
    list.addEventListener('click', ({ target }) => {
      if (target !== list) choose(target as HTMLElement);
    });
    list.addEventListener('keydown', (event) => {
      const at = tabs.indexOf(event.target as HTMLButtonElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      const tab = to === undefined ? undefined : tabs.at(to % tabs.length);
      if (!tab) return;
      event.preventDefault();
      choose(tab);
      tab.focus();
    });
    set(list, {
      class: bar.className,
      role: 'tablist',
      'aria-label': bar.querySelector('legend')?.textContent ?? '',
    });
    bar.replaceWith(list);
    choose(pairs.find(({ isChosen }) => isChosen)?.tab);
  }
}

function set(element: HTMLElement, attributes: Record<string, string>): void {
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
}
