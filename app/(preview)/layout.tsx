import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '../(reader)/reader.css';
import '../whole-fonts.css';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** What readers will see, for the desk alone: their look without their frame. The page itself asks who looks. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="bn">
      <body>{children}</body>
    </html>
  );
}
