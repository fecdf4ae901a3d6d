'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { untouched, wasRefused } from '@/lib/forms/form-state';
import type { RecoveryCodesState } from './recovery-codes-state';

interface SecondFactorPanelProps {
  action: (state: RecoveryCodesState, form: FormData) => Promise<RecoveryCodesState>;
  isOn: boolean;
  /** The app's secret, in base32, while it waits for its first code; `qrImage`: an address for `<img>`. */
  setup: { secret: string; qrImage: string } | null;
  labels: Record<
    'title' | 'state' | 'begin' | 'scan' | 'qr' | 'code' | 'confirm' | 'newCodes' | 'remove',
    string
  >;
}

/** Two-step sign-in of one's own: off, being set up, or on. One state for all its forms, so that codes outlast the step. */
export function SecondFactorPanel({ action, isOn, setup, labels }: SecondFactorPanelProps) {
  const [state, send] = useActionState(action, untouched as RecoveryCodesState);
  const router = useRouter();
  // With scripts an action answers its state only; the page around is read anew.
  useEffect(() => {
    if (state !== untouched && !wasRefused(state)) router.refresh();
  }, [state, router]);
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h2 id="second-factor">{labels.title}</h2>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {state.recoveryCodes && <RecoveryCodes codes={state.recoveryCodes} />}
      {!setup && <p>{labels.state}</p>}
      <form action={send} className="plain-form" noValidate>
        {isOn ? (
          <div className="gap-2 flex flex-wrap">
            <Button name="do" value="new-codes">
              {labels.newCodes}
            </Button>
            <Button name="do" value="remove" kind="no">
              {labels.remove}
            </Button>
          </div>
        ) : setup ? (
          <>
            <p>{labels.scan}</p>
            {/* biome-ignore lint/performance/noImgElement: a data address, made for this one answer. */}
            <img src={setup.qrImage} alt={labels.qr} width={192} height={192} />
            <code className="text-base/[1.5] break-all [user-select:all]">
              {setup.secret.replace(/.{4}(?!$)/g, '$& ')}
            </code>
            <Field
              name="code"
              label={labels.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              error={state.errors.code}
              required
            />
            <Button kind="ink" name="do" value="confirm">
              {labels.confirm}
            </Button>
          </>
        ) : (
          <Button kind="ink" name="do" value="begin">
            {labels.begin}
          </Button>
        )}
      </form>
    </section>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ol className="my-3 gap-x-6 gap-y-1 grid grid-cols-2 w-fit text-base/[1.5] [font-family:ui-monospace,monospace] [user-select:all]">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  );
}
