import type { Page } from '@playwright/test';

/** A story's body on its form: with script an editor, without a text. */
export function bodyField(page: Page, isScripted = true) {
  return page.locator(isScripted ? '.rich__text' : 'textarea[name=body]');
}

/** Puts a text in the body's place, paragraphs parted by blank lines. */
export async function writeBody(page: Page, words: string, isScripted = true): Promise<void> {
  const field = bodyField(page, isScripted);
  if (!isScripted) return field.fill(words);
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await field.evaluate((element, plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, words);
}
