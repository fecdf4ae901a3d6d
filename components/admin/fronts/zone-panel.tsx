import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { FrontZone } from '@/lib/forms/front-form-state';
import type { FrontOption, FrontSay } from './front-labels';

interface ZonePanelProps {
  zone: FrontZone;
  layouts: readonly FrontOption[];
  say: FrontSay;
  /** Its slots. */
  children: ReactNode;
}

/** One container of the front: its heading and layout, and its slots. */
export function ZonePanel({ zone, layouts, say, children }: ZonePanelProps) {
  return (
    <section className="mb-4 p-3 border border-rule bg-wash" aria-labelledby={`zone-${zone.id}`}>
      <header className="gap-4 flex items-center justify-between">
        <h2 className="text-base/[1.6]" id={`zone-${zone.id}`}>
          {zone.name}
        </h2>
        {!zone.isFixed && (
          <div className="slot__do gap-[0.1rem] flex flex-wrap [&_.btn:hover]:border-control [&_.btn[aria-pressed='true']]:border-control">
            <Button name="do" value={`container-up ${zone.id}`} icon="up" about={zone.name}>
              <span className="vh">{say('fronts.up')}</span>
            </Button>
            <Button name="do" value={`container-down ${zone.id}`} icon="down" about={zone.name}>
              <span className="vh">{say('fronts.down')}</span>
            </Button>
            <Button name="do" value={`remove-container ${zone.id}`} icon="cross" about={zone.name}>
              <span className="vh">{say('fronts.remove')}</span>
            </Button>
          </div>
        )}
      </header>
      {!zone.isFixed && <ZoneFields zone={zone} layouts={layouts} say={say} />}
      <ul
        className={
          zone.isFixed
            ? 'slots mt-2 gap-[0.6rem] grid lg:grid-cols-[5fr_3fr_3fr]'
            : 'slots row4 mt-2 gap-[0.6rem] grid md:grid-cols-[repeat(2,minmax(0,1fr))] lg:grid-cols-[repeat(4,minmax(0,1fr))] max-md:[&_.slot]:gap-x-[0.7rem] max-md:[&_.slot]:grid max-md:[&_.slot]:grid-cols-[5.5rem_minmax(0,1fr)] max-md:[&_.slot]:content-start'
        }
      >
        {children}
      </ul>
    </section>
  );
}

function ZoneFields({ zone, layouts, say }: Omit<ZonePanelProps, 'children'>) {
  return (
    <details className="zone__look">
      <summary className="text-(length:--text-meta) inline-flex items-center min-h-7 text-ink-2 underline underline-offset-[0.2em] cursor-pointer">
        {layouts.find(({ value }) => value === zone.layout)?.label}
      </summary>
      <div
        className="pt-[0.4rem] pb-[0.6rem] gap-[0.6rem] grid items-end md:grid-cols-[1fr_1fr_auto] [&_.btn]:justify-self-start"
        data-kept
      >
        <label className="field">
          <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">
            {say('fronts.layout')}
          </span>
          <select className="select" name={`${zone.id} layout`} key={zone.layout} defaultValue={zone.layout}>
            <Options options={layouts} />
          </select>
        </label>
        <label className="field">
          <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">
            {say('fronts.title')}
          </span>
          <input
            className="input"
            name={`${zone.id} title`}
            key={zone.title}
            defaultValue={zone.title}
            maxLength={60}
            autoComplete="off"
          />
        </label>
        <Button name="do" value="save">
          {say('fronts.save')}
        </Button>
      </div>
    </details>
  );
}

interface NewZoneProps {
  layouts: readonly FrontOption[];
  sections: readonly FrontOption[];
  say: FrontSay;
}

/** Adds a container at the end of the front. */
export function NewZone({ layouts, sections, say }: NewZoneProps) {
  return (
    <section className="mb-4 p-3 border border-rule bg-wash" aria-labelledby="new-container">
      <h2 className="text-base/[1.6]" id="new-container">
        {say('fronts.newContainer')}
      </h2>
      <div className="pt-[0.4rem] pb-[0.6rem] gap-[0.6rem] grid items-end md:grid-cols-[1fr_1fr_auto] [&_.btn]:justify-self-start">
        <label className="field">
          <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">
            {say('fronts.layout')}
          </span>
          <select className="select" name="newLayout" defaultValue="three-cards">
            <Options options={layouts} />
          </select>
        </label>
        <label className="field">
          <span className="mb-[0.2rem] text-(length:--text-meta) font-medium block">
            {say('fronts.ofSection')}
          </span>
          <select className="select" name="newSection" defaultValue="">
            <option value="">{say('fronts.ofAll')}</option>
            <Options options={sections} />
          </select>
        </label>
        <Button name="do" value="add-container" icon="plus">
          {say('fronts.addContainer')}
        </Button>
      </div>
    </section>
  );
}

export function Options({ options }: { options: readonly FrontOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
