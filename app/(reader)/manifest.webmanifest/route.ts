import { machineAnswer } from '@/lib/feeds/answer';
import { readSite } from '@/lib/site/reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const { siteName, say } = await readSite();
  const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: '/',
    name: siteName,
    short_name: siteName,
    description: say('masthead.description', { name: siteName }),
    lang: 'bn',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#f6f5f2',
    categories: ['news'],
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
    shortcuts: [
      { name: say('device.title'), url: '/saved' },
      { name: say('lite.offer'), url: '/lite' },
    ],
  };
  return machineAnswer(JSON.stringify(manifest), 'application/manifest+json', []);
}
