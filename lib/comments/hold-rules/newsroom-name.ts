import type { HoldRule } from './rule';

const OURS = ['বার্তাকক্ষ', 'নিউজরুম', 'newsroom', 'মডারেটর', 'moderator'];

/** A name that speaks for the newsroom, however it is spaced. */
export const newsroomName: HoldRule = ({ draft, settings }) => {
  const name = squeezed(draft.name);
  const isOurs = name === squeezed(settings.siteName) || OURS.some((word) => name.includes(word));
  return isOurs ? 'newsroom-name' : null;
};

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
