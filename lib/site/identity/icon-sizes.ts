/** The icon's files by width; the one with room around it, which phones may cut to a circle, is told by its own. */
export const iconSizes = { tab: 32, touch: 180, small: 192, large: 512, maskable: 384 } as const;
export type IconSize = keyof typeof iconSizes;

/** Where a size of the newsroom's icon is; ours where it has none. `head` as in the setting `iconFile`. */
export function iconAddress(head: string, size: Exclude<IconSize, 'tab'>): string {
  if (head !== '') return `/media/${head}-${iconSizes[size]}.png`;
  const ours = {
    touch: 'apple-touch-icon',
    small: 'icon-192',
    large: 'icon-512',
    maskable: 'icon-maskable-512',
  };
  return `/icons/${ours[size]}.png`;
}
