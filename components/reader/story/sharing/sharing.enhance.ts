/** Copies the story's address in place of opening it, and offers the device's own share sheet where there is one. */
export function enhanceSharing(): void {
  const native = document.querySelector<HTMLButtonElement>('button[data-share]');
  if (native && typeof navigator.share === 'function') native.hidden = false;

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>('a[data-copy]');
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void copyAddressOf(link).then((isCopied) => {
        if (isCopied) say(link, link.dataset.copy ?? '');
        else location.assign(link.href);
      });
    }
    const share = event.target.closest<HTMLButtonElement>('button[data-share]');
    // Rejects when the reader closes the sheet: nothing to do then.
    if (share) navigator.share({ title: share.dataset.share ?? '', url: address() }).catch(() => {});
  });
}

/** Over plain http, and within some apps, there is no clipboard to write to: there what is selected is copied. */
async function copyAddressOf(link: HTMLAnchorElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link.href);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = link.href;
    field.className = 'vh';
    // Beside the link: a browser scrolls to what is selected.
    link.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    link.focus();
    return isCopied;
  }
}

function say(link: Element, sentence: string): void {
  const place = link.parentElement?.querySelector('[role=status]');
  if (place) place.textContent = sentence;
}

function address(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
}
