import type { Metadata, Viewport } from 'next';
import { DeskFrame, DeskFrameForNobody } from '@/components/admin/desk/desk-frame';
import { frameLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { deskFrame } from '@/lib/people/desk';
import { wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { leaveDesk } from './actions';
import './admin.css';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light' };

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, say } = await readSite();
  const desk = `${siteName} ${say('admin.desk')}`;
  return { title: { default: desk, template: `%s | ${desk}` }, robots: { index: false, follow: false } };
}

/** Only the frame. Whether one may see a page is asked by the page itself: a layout is not asked each time. */
export default async function DeskLayout({ children }: LayoutProps<'/admin'>) {
  const { siteName, labelSet, say } = await readSite();
  const frame = await deskFrame();
  return (
    <html lang={labelSet} data-theme="light">
      <body>
        <DeskLabels words={wordsIn(labelSet, say, frameLabels)}>
          {frame ? (
            <DeskFrame
              {...frame}
              say={say}
              labelSet={labelSet}
              siteName={siteName}
              signOut={leaveDesk.bind(null, null)}
            >
              {children}
            </DeskFrame>
          ) : (
            <DeskFrameForNobody say={say} siteName={siteName}>
              {children}
            </DeskFrameForNobody>
          )}
        </DeskLabels>
      </body>
    </html>
  );
}
