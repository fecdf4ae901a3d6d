import type { Say } from '@/lib/site/labels';

/** Where a gallery's pictures are shown in full size, one beside the other. Without a script each is a plain link. */
export function GalleryViewer({ say }: { say: Say }) {
  return (
    <dialog className="viewer" data-viewer aria-label={say('gallery.view')}>
      <div className="viewer__bar">
        <p aria-live="polite" data-count />
        <form method="dialog">
          <button className="iconbtn" type="submit">
            <span className="vh">{say('gallery.close')}</span>
            <Arrow path="m6 6 12 12M18 6 6 18" />
          </button>
        </form>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        className="viewer__strip"
        role="group"
        aria-label={say('gallery.view')}
        data-strip
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls is to be scrolled by keys too
        tabIndex={0}
      />
      <button className="viewer__step" type="button" data-step="-1">
        <span className="vh">{say('gallery.previous')}</span>
        <Arrow path="m15 5-7 7 7 7" />
      </button>
      <button className="viewer__step" type="button" data-step="1">
        <span className="vh">{say('gallery.next')}</span>
        <Arrow path="m9 5 7 7-7 7" />
      </button>
    </dialog>
  );
}

function Arrow({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
