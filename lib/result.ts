/** What a command answers: done, with a value or without, or refused for a reason that is somebody's input. */
export type Result<Value, Code extends string> =
  | { ok: true; value: Value }
  | { ok: false; code: Code; field?: string };

export type Refused<Code extends string> = Extract<Result<never, Code>, { ok: false }>;

export function done(): { ok: true; value: undefined };
export function done<Value>(value: Value): { ok: true; value: Value };
export function done(value?: unknown): { ok: true; value: unknown } {
  return { ok: true, value };
}

/** `field` is the name of the form field that the reason stands at, if there is one. */
export function refused<const Code extends string>(code: Code, field?: string): Refused<Code> {
  return field === undefined ? { ok: false, code } : { ok: false, code, field };
}
