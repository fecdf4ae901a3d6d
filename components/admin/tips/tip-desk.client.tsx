'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area.client';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { basisOf, type DeskFormState, untouched, wasRefused } from '@/lib/forms/form-state';

type TipAction = (state: DeskFormState, form: FormData) => Promise<DeskFormState>;

interface Tip {
  id: number;
  version: number;
  state: 'new' | 'read' | 'used' | 'discarded';
  isMine: boolean;
  note: string;
}

/** The buttons of a tip, with the note that goes along with each. */
export function TipWork({ tip, action }: { tip: Tip; action: TipAction }) {
  const say = useSay();
  const [state, send, isSending] = useRetrySafeForm<DeskFormState>(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  const router = useRouter();
  useEffect(() => {
    if (state.notice && !state.isUnanswered) router.refresh();
  }, [state, router]);
  const note = wasRefused(state) ? (state.values.note ?? '') : tip.note;
  return (
    <form ref={form} action={send} className="plain-form" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <input type="hidden" name="tipId" value={tip.id} />
      <input type="hidden" name="basedOn" value={basisOf(state, tip.version)} />
      <TextArea
        key={note}
        name="note"
        id="tip-note"
        label={say('tips.note')}
        hint={state.theirs?.note}
        error={state.errors.note}
        value={note}
        rows={3}
      />
      <div className="gap-2 flex flex-wrap">
        <Button kind="ink" name="do" value="note">
          {say('tips.saveNote')}
        </Button>
        <Button name="do" value={tip.isMine ? 'leave' : 'take'}>
          {say(tip.isMine ? 'tips.letGo' : 'tips.takeOn')}
        </Button>
        {tip.state !== 'read' && (
          <Button name="do" value="read" icon="check">
            {say('tips.toRead')}
          </Button>
        )}
        {tip.state !== 'new' && (
          <Button name="do" value="new">
            {say('tips.toNew')}
          </Button>
        )}
        {tip.state !== 'discarded' && (
          <Button kind="no" name="do" value="discard">
            {say('tips.toDiscarded')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface StoryProps {
  tip: Pick<Tip, 'id' | 'version'>;
  pictures: readonly { id: number; thumb: string; large: string; label: string }[];
  sections: readonly { value: string; label: string }[];
  action: TipAction;
}

/** Which of the pictures go into the draft, and where it lies. */
export function TipStory({ tip, pictures, sections, action }: StoryProps) {
  const say = useSay();
  const [state, send] = useRetrySafeForm<DeskFormState>(action, untouched);
  return (
    <form action={send} className="plain-form" noValidate>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <input type="hidden" name="tipId" value={tip.id} />
      <input type="hidden" name="basedOn" value={tip.version} />
      {pictures.length > 0 && (
        <fieldset className="m-0 p-0 border-0">
          <legend className="label">{say('tips.choosePictures')}</legend>
          <ul className="gap-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
            {pictures.map((picture) => (
              <li key={picture.id}>
                <a href={picture.large}>
                  {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
                  <img
                    className="w-full h-auto aspect-3/2 object-cover"
                    src={picture.thumb}
                    alt={picture.label}
                    width="320"
                    height="213"
                    loading="lazy"
                  />
                </a>
                <label className="check">
                  <input type="checkbox" name="pictureId" value={picture.id} defaultChecked />
                  <span>{picture.label}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <Select
        name="section"
        id="tip-section"
        label={say('tips.section')}
        error={state.errors.section}
        value={state.values.section ?? sections[0]?.value}
        options={sections}
      />
      <p className="hint">{say('tips.makeStoryHint')}</p>
      <Button kind="ink" icon="plus">
        {say('tips.makeStory')}
      </Button>
    </form>
  );
}
