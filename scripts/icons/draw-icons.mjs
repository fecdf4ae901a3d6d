import { mkdirSync } from 'node:fs';
import sharp from 'sharp';

/** The newsroom's sign at the sizes that devices ask for: `node scripts/icons/draw-icons.mjs`, after a change of it. */
const red = '#b5121b';
const letter = await sharp({
  text: {
    text: '<span foreground="white">ব</span>',
    font: 'Noto Serif Bengali Bold',
    fontfile: 'lib/share-cards/fonts/noto-serif-bengali-700.ttf',
    dpi: 1200,
    rgba: true,
  },
})
  .trim()
  .png()
  .toBuffer();

mkdirSync('public/icons', { recursive: true });
// A maskable icon may be cut to a circle: its letter keeps to the middle four fifths. iOS rounds corners itself.
await draw('icon-192.png', { size: 192, round: 0.19, height: 0.5 });
await draw('icon-512.png', { size: 512, round: 0.19, height: 0.5 });
await draw('icon-maskable-512.png', { size: 512, round: 0, height: 0.4 });
await draw('apple-touch-icon.png', { size: 180, round: 0, height: 0.48 });

async function draw(file, { size, round, height }) {
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" rx="${size * round}" fill="${red}"/></svg>`;
  const sign = await sharp(letter)
    .resize({ height: Math.round(size * height) })
    .toBuffer();
  await sharp(Buffer.from(ground))
    .composite([{ input: sign }])
    .png({ palette: true })
    .toFile(`public/icons/${file}`);
}
