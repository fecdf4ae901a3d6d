import type { Locator, Page } from '@playwright/test';

/** Into the comment form as it stands in a browser. */
export async function fillInComment(
  page: Page,
  fields: { body?: string; name?: string; email?: string; website?: string },
): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`#comment-${name}`).fill(value);
}

export function sendComment(page: Page): Locator {
  return page.getByRole('button', { name: 'মন্তব্য পাঠান' });
}
