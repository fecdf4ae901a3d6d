import type { Locator, Page } from '@playwright/test';
import type { TestServer } from '../server/test-server';

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

/** An address whose comments appear at once. */
export function aKnownAddress(server: TestServer, email: string, name = 'রহিম'): string {
  server.change(
    'insert into commenters (email, name, approved, created_at) values (?, ?, 1, 0) on conflict do nothing',
    ...[email, name],
  );
  return email;
}
