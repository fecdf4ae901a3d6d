import { Icon } from '@/components/reader/icon';
import type { Say } from '@/lib/site/labels';

interface ShareRowProps {
  /** The story's whole address, host and all. */
  address: string;
  headline: string;
  say: Say;
}

/**
 * Plain links: the houses most used here as buttons, the others behind one that opens by itself. What needs a script
 * (the device's own share sheet, copying, text size) is shown by that script.
 */
export function ShareRow({ address, headline, say }: ShareRowProps) {
  const [url, text] = [encodeURIComponent(address), encodeURIComponent(headline)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div className="share" role="group" aria-label={say('article.share')}>
      <a className="iconbtn" href={`https://www.facebook.com/sharer/sharer.php?u=${url}`} rel="noopener">
        <span className="vh">{say('article.shareFacebook')}</span>
        <Icon name="facebook" />
      </a>
      <a className="iconbtn" href={`https://wa.me/?text=${text}%20${url}`} rel="noopener">
        <span className="vh">{say('article.shareWhatsapp')}</span>
        <Icon name="whatsapp" />
      </a>
      <a className="iconbtn" href={address} data-enhanced data-copy={say('article.linkCopied')}>
        <span className="vh">{say('article.copyLink')}</span>
        <Icon name="copy" />
      </a>
      <button className="iconbtn" type="button" hidden data-share={headline}>
        <span className="vh">{say('article.share')}</span>
        <Icon name="send" />
      </button>
      <details className="share__more">
        <summary className="iconbtn">
          <span className="vh">{say('article.shareMore')}</span>
          <span aria-hidden="true">⋯</span>
        </summary>
        <ul>
          {elsewhere(url, text).map(({ label, href }) => (
            <li key={label}>
              <a href={href} rel="noopener">
                {say(label)}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <button className="iconbtn" type="button" data-enhanced data-keep="saved" aria-pressed="false">
        <span className="vh">{say('device.save')}</span>
        <Icon name="save" />
      </button>
      <button className="iconbtn" type="button" data-enhanced data-print>
        <span className="vh">{say('article.print')}</span>
        <Icon name="print" />
      </button>
      <button className="iconbtn" type="button" data-enhanced data-text-size="-1">
        <span className="vh">{say('masthead.textSmaller')}</span>
        <span aria-hidden="true">অ−</span>
      </button>
      <button className="iconbtn" type="button" data-enhanced data-text-size="1">
        <span className="vh">{say('masthead.textLarger')}</span>
        <span aria-hidden="true">অ+</span>
      </button>
      <span className="share__said meta" role="status" />
    </div>
  );
}

/** `url` and `text` as they stand in an address. */
function elsewhere(url: string, text: string) {
  return [
    // Of the app: Messenger’s own web page takes a link from registered apps only.
    { label: 'article.shareMessenger', href: `fb-messenger://share/?link=${url}` },
    { label: 'article.shareX', href: `https://x.com/intent/post?url=${url}&text=${text}` },
    { label: 'article.shareTelegram', href: `https://t.me/share/url?url=${url}&text=${text}` },
    { label: 'article.shareLinkedin', href: `https://www.linkedin.com/sharing/share-offsite/?url=${url}` },
    { label: 'article.shareEmail', href: `mailto:?subject=${text}&body=${text}%0A${url}` },
  ] as const;
}
