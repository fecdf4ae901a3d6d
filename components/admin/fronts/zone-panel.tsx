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
    <section className="zone" aria-labelledby={`zone-${zone.id}`}>
      <header className="zone__head">
        <h2 id={`zone-${zone.id}`}>{zone.name}</h2>
        {!zone.isFixed && (
          <div className="slot__do">
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
      <ul className={zone.isFixed ? 'slots lead4' : 'slots row4'}>{children}</ul>
    </section>
  );
}

function ZoneFields({ zone, layouts, say }: Omit<ZonePanelProps, 'children'>) {
  return (
    <details className="zone__look">
      <summary>{layouts.find(({ value }) => value === zone.layout)?.label}</summary>
      <div className="zone__fields" data-kept>
        <label className="field">
          <span>{say('fronts.layout')}</span>
          <select className="select" name={`${zone.id} layout`} key={zone.layout} defaultValue={zone.layout}>
            <Options options={layouts} />
          </select>
        </label>
        <label className="field">
          <span>{say('fronts.title')}</span>
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
    <section className="zone" aria-labelledby="new-container">
      <h2 id="new-container">{say('fronts.newContainer')}</h2>
      <div className="zone__fields">
        <label className="field">
          <span>{say('fronts.layout')}</span>
          <select className="select" name="newLayout" defaultValue="three-cards">
            <Options options={layouts} />
          </select>
        </label>
        <label className="field">
          <span>{say('fronts.ofSection')}</span>
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
