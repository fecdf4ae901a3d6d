import type { ViewSource } from '@/db/schema';

/** Hosts by their last labels; Google has one in each country. */
const searchEngines =
  /(^|\.)(google(\.co|\.com)?\.[a-z]{2,3}|bing\.com|duckduckgo\.com|search\.yahoo\.com|yandex\.(com|ru)|ecosia\.org|baidu\.com|search\.brave\.com|startpage\.com|qwant\.com)$/;
const mailsOfSearchers = /^(mail|accounts|docs|drive|chat|meet|classroom|calendar|sites)\.google\./;
const networks =
  /(^|\.)(facebook\.com|fb\.(com|me)|messenger\.com|instagram\.com|threads\.(net|com)|whatsapp\.com|wa\.me|t\.me|telegram\.(org|me)|t\.co|twitter\.com|x\.com|youtube\.com|youtu\.be|linkedin\.com|lnkd\.in|reddit\.com|pinterest\.com|pin\.it|tiktok\.com|snapchat\.com|viber\.com|imo\.im|quora\.com|vk\.com|discord\.com|bsky\.app)$/;

/** `android-app://…` names the app that a link was opened in. */
const searchApps = /^com\.google\.android\.(googlequicksearchbox|apps\.searchlite|apps\.magazines)$/;
const networkApps =
  /^(com\.facebook\.(katana|lite|orca|mlite|talk)|com\.whatsapp(\.w4b)?|com\.instagram\.(android|barcelona|lite)|org\.telegram\.(messenger|messenger\.web|plus)|com\.twitter\.android(\.lite)?|com\.imo\.android\.[a-z]+|com\.viber\.voip|com\.linkedin\.android|com\.zhiliaoapp\.musically(\.go)?|com\.google\.android\.youtube|com\.reddit\.frontpage|com\.pinterest|com\.snapchat\.android|com\.discord)$/;

/** Browsers inside the apps of networks, which seldom say where they come from. */
const inApp =
  /\bFB(AN|AV|_IAB|IOS)\b|\bInstagram\b|\bWhatsApp\b|\bTelegram(-Android)?\b|\bTwitter for\b|\bLinkedInApp\b|\bSnapchat\b|\bPinterest\b|\bViber\b|\bimo\b|musical_ly|BytedanceWebview|TikTok/;

export interface CameFrom {
  /** Host of the page before, with its port if it has one, or an Android app's name; `''`: none was told. */
  from: string;
  /** Hosts of our own. */
  own: readonly string[];
  agent: string;
}

/** The kind of place that a reader came from. The place itself is looked at here and kept nowhere. */
export function sourceOf({ from, own, agent }: CameFrom): ViewSource {
  const place = from.toLowerCase().replace(/\.$/, '');
  if (own.includes(place)) return 'own';
  const host = place.replace(/:\d+$/, '');
  if (networks.test(host) || networkApps.test(host)) return 'social';
  if (searchApps.test(host)) return 'search';
  if (searchEngines.test(host) && !mailsOfSearchers.test(host)) return 'search';
  if (inApp.test(agent)) return 'social';
  return host === '' ? 'direct' : 'other';
}
