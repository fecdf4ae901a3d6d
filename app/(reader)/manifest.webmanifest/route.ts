import { machineAnswer } from '@/lib/feeds/answer';
import { iconAddress, iconSizes } from '@/lib/site/identity/icon-sizes';
import { readSite } from '@/lib/site/reading';

export const dynamic = 'force-dynamic';

export async function GET() {
  const { siteName, iconFile, say } = await readSite();
  const icon = (name: 'small' | 'large' | 'maskable', size: number, purpose: 'any' | 'maskable') => ({
    src: iconAddress(iconFile, name),
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
      icon('small', 192, 'any'),
      icon('large', 512, 'any'),
      icon('maskable', iconFile === '' ? 512 : iconSizes.maskable, 'maskable'),
    ],
    shortcuts: [
      { name: say('device.title'), url: '/saved' },
      { name: say('lite.offer'), url: '/lite' },
    ],
  };
  return machineAnswer(JSON.stringify(manifest), 'application/manifest+json', []);
}
