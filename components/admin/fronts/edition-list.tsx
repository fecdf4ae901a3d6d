import { Button } from '@/components/ui/button';
import type { Board } from '@/lib/forms/front-form-state';
import type { FrontSay } from './front-labels';

/** The published editions of the front, each of which can be restored. */
export function EditionList({ editions, say }: { editions: Board['editions']; say: FrontSay }) {
  if (editions.length === 0) return null;
  return (
    <section className="mb-4 p-3 border border-rule bg-wash" aria-labelledby="editions">
      <h2 className="text-base/[1.6]" id="editions">
        {say('fronts.editions')}
      </h2>
      <ul className="editions">
        {editions.map(({ number, text, isLive }) => (
          <li
            className="py-[0.4rem] gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
            key={number}
          >
            <span>{text}</span>
            {isLive ? (
              <span className="pill pill--ok">{say('fronts.isLive')}</span>
            ) : (
              <Button name="do" value={`edition ${number}`} icon="undo" about={text}>
                {say('fronts.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
