import type { Metadata, Viewport } from 'next';
import { readSite } from '@/lib/site/reading';
import { FirstFaces } from '../first-faces';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await readSite();
  return { title: { default: siteName, template: `%s | ${siteName}` }, robots: { index: false } };
}

/** Pages that know who asks. Each brings its own look: the sign-in the desk's, the account the readers'. */
export default async function VisitorLayout({ children }: LayoutProps<'/'>) {
  const { labelSet } = await readSite();
  return (
    // What a device has chosen stands on it before React comes.
    <html lang={labelSet} suppressHydrationWarning>
      <head>
        <FirstFaces whole />
      </head>
      <body>{children}</body>
    </html>
  );
}
