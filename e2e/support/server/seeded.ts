import { join } from 'node:path';

const NAME = 'BARTA_E2E_SEEDED';

/** Everyone's password in the tests' newsroom. */
export const password = 'নদী-আর-নৌকা-2026';

/** Where the seeded newsroom lies. Told from the setup to the workers through the environment. */
export const seededFolder = {
  set(folder: string): void {
    process.env[NAME] = folder;
  },
  get(): string {
    const folder = process.env[NAME];
    if (!folder) throw new Error('The demo newsroom has not been seeded: run through playwright.config.ts.');
    return folder;
  },
  environment(folder: string): Record<string, string> {
    return {
      DATABASE_URL: `file:${join(folder, 'barta.db')}`,
      MEDIA_DIR: join(folder, 'media'),
      BARTA_DEMO_PASSWORD: password,
      // As cheap as may be, and from the seeding on: a dearer hash would cost each server 0.4 s and 128 MB at every
      // member's first sign-in, until it is renewed.
      PASSWORD_COST: '10',
      NEXT_TELEMETRY_DISABLED: '1',
    };
  },
};
