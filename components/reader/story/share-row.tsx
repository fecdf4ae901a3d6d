import { Icon } from '@/components/reader/icon';
import type { Say } from '@/lib/site/labels';

interface ShareRow {
  /** The story's whole address, host and all. */
  address: string;
  headline: string;
  say: Say;
}

/** Plain links; what needs a script (the device's own share sheet, copying, text size) is shown by that script. */
export function ShareRow({ address, headline, say }: ShareRow) {
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
      <a className="iconbtn" href={`https://x.com/intent/post?url=${url}&text=${text}`} rel="noopener">
        <span className="vh">{say('article.shareX')}</span>
        <Icon name="x" />
      </a>
      <a className="iconbtn" href={address} data-copy={say('article.linkCopied')}>
        <span className="vh">{say('article.copyLink')}</span>
        <Icon name="copy" />
      </a>
      <button className="iconbtn" type="button" hidden data-share={headline}>
        <span className="vh">{say('article.share')}</span>
        <Icon name="send" />
      </button>
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
