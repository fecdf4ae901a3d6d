import { Button } from '@/components/ui/button';
import type { FrontSlotView } from '@/lib/forms/front-form-state';
import type { FrontOption, FrontSay } from './front-labels';
import { Options } from './zone-panel';

interface SlotFieldsProps {
  slot: FrontSlotView;
  about: string;
  error: string | undefined;
  sources: readonly FrontOption[];
  unsavedValue: (field: string) => string | undefined;
  say: FrontSay;
}

/** What fills the slot, and of a pinned story its own headline and end, folded away. */
export function SlotFields({ slot, about, sources, say, ...pin }: SlotFieldsProps) {
  return (
    <details>
      <summary className="text-(length:--text-meta) inline-flex items-center min-h-7 text-ink-2 underline underline-offset-[0.2em] cursor-pointer">
        {say('fronts.more')}
        <span className="vh"> {about}</span>
      </summary>
      <div className="py-[0.3rem] gap-[0.6rem] grid [&_.btn]:justify-self-start" data-kept>
        <label className="field">
          <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">
            {say('fronts.from')}
          </span>
          <select className="select" name={`${slot.place} from`} key={slot.from} defaultValue={slot.from}>
            <Options options={sources} />
          </select>
        </label>
        {(slot.isPinned || slot.trouble) && <PinFields slot={slot} say={say} {...pin} />}
        <Button name="do" value="save">
          {say('fronts.save')}
        </Button>
      </div>
    </details>
  );
}

function PinFields({
  slot,
  error,
  unsavedValue,
  say,
}: Pick<SlotFieldsProps, 'slot' | 'error' | 'unsavedValue' | 'say'>) {
  const { place } = slot;
  const errorId = `${place.replace(' ', '-')}-error`;
  const headline = unsavedValue(`${place} headline`) ?? slot.headline;
  const until = unsavedValue(`${place} until`) ?? slot.until;
  return (
    <>
      <label className="field">
        <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">
          {say('fronts.headline')}
        </span>
        <input
          className="input"
          name={`${place} headline`}
          data-typed-as={`headline of ${slot.pin}`}
          key={`headline ${headline}`}
          defaultValue={headline}
          maxLength={120}
          autoComplete="off"
        />
      </label>
      <label className="field">
        <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">{say('fronts.until')}</span>
        <input
          className="input"
          type="datetime-local"
          name={`${place} until`}
          data-typed-as={`until of ${slot.pin}`}
          key={`until ${until}`}
          defaultValue={until}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
        {error && (
          <span className="err mb-[0.2rem] text-(length:--text-meta) font-medium block" id={errorId}>
            {error}
          </span>
        )}
      </label>
    </>
  );
}
