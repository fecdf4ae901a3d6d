/**
 * Makes tabs of the radio buttons that choose a list, by ARIA's pattern: one stop of the Tab key, arrows from tab to
 * tab, Home and End to the ends. Each radio's value is the id of its list. By attributes: Firefox knows them as properties
 * since 119 only.
 */
export function enhanceTabs(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const list = document.createElement('div');
    list.className = bar.className;
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', bar.querySelector('legend')?.textContent ?? '');
    const tabs = [...bar.querySelectorAll('input')].flatMap(({ value: id, labels, checked }) => {
      const panel = document.getElementById(id);
      if (!panel) return [];
      const tab = document.createElement('button');
      tab.id = `${id}-tab`;
      tab.setAttribute('role', 'tab');
      tab.append(labels?.[0]?.textContent ?? '');
      tab.setAttribute('aria-controls', id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      list.append(tab);
      const show = (isChosen: boolean) => {
        tab.setAttribute('aria-selected', String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        panel.hidden = !isChosen;
      };
      show(checked);
      return { tab, show };
    });
    const choose = (chosen?: (typeof tabs)[number]) => {
      if (!chosen) return;
      for (const one of tabs) one.show(one === chosen);
      chosen.tab.focus();
    };
    const at = ({ target }: Event) => tabs.findIndex(({ tab }) => tab === target);
    list.addEventListener('click', (event) => choose(tabs[at(event)]));
    list.addEventListener('keydown', (event) => {
      const to = { ArrowRight: at(event) + 1, ArrowLeft: at(event) - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(tabs.at(to % tabs.length));
    });
    bar.replaceWith(list);
  }
}
