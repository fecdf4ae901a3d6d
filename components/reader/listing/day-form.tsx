import type { LabelKey, Say } from '@/lib/site/labels';

/** Leads to a day of the archive; a plain GET. */
export function DayForm({
  dateInput,
  fault,
  say,
}: {
  dateInput: string;
  fault: LabelKey | undefined;
  say: Say;
}) {
  return (
    <form className="dayform" action="/archive">
      <label className="field">
        <span>{say('date.goTo')}</span>
        <input
          className="input"
          // What is no day could not be shown, nor corrected, in a date field.
          type={fault ? 'text' : 'date'}
          name="date"
          defaultValue={dateInput}
          required
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault && 'date-fault'}
        />
      </label>
      <button className="btn btn--main" type="submit">
        {say('date.go')}
      </button>
      {fault && (
        <p className="err" id="date-fault">
          {say(fault)}
        </p>
      )}
    </form>
  );
}
