/** Where an embed's card leads: a known site, a sound or film file, or any other page. */
export const embedProviders = ['youtube', 'facebook', 'x', 'audio', 'video', 'link'] as const;
export type EmbedProvider = (typeof embedProviders)[number];
