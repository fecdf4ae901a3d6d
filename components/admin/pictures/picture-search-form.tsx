import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Say } from '@/lib/site/labels';

interface PictureSearchFormProps {
  show: string;
  words: string;
  from: string;
  to: string;
  /** The list without the search; none where nothing was searched for. */
  clearHref: string | null;
  say: Say;
}

/** Finds pictures of the library by words and by when they were added. */
export function PictureSearchForm({ show, words, from, to, clearHref, say }: PictureSearchFormProps) {
  return (
    <form
      className="lib__find mb-5 gap-[0.6rem] grid grid-cols-[1fr_1fr] items-end md:grid-cols-[minmax(0,1fr)_10rem_10rem_auto]"
      action="/admin/pictures"
      aria-label={say('pictures.doFind')}
    >
      {show !== 'all' && <input type="hidden" name="show" value={show} />}
      <Field name="q" id="picture-find" type="search" label={say('pictures.find')} value={words} />
      <Field name="from" id="picture-from" type="date" label={say('pictures.from')} value={from} />
      <Field name="to" id="picture-to" type="date" label={say('pictures.to')} value={to} />
      <div className="lib__do gap-2 flex md:col-[auto]">
        <Button icon="search">{say('pictures.doFind')}</Button>
        {clearHref !== null && (
          <ButtonLink kind="quiet" href={clearHref}>
            {say('pictures.clearFind')}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
