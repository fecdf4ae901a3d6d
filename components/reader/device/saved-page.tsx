import type { Say } from '@/lib/site/labels';

/** Empty lists, which the device fills. */
export function SavedPage({ say }: { say: Say }) {
  const lists = [
    { name: 'saved', title: say('device.saved'), none: say('device.noSaved') },
    { name: 'reading', title: say('device.reading'), none: say('device.noReading') },
    { name: 'topics', title: say('device.topics'), none: say('device.noTopics') },
  ];
  return (
    <div className="mine">
      <h1>{say('device.title')}</h1>
      <p className="meta">{say('device.where')}</p>
      <p data-plain>{say('device.needsScript')}</p>
      {lists.map(({ name, title, none }) => (
        <section key={name} data-list={name} data-enhanced aria-labelledby={name}>
          <h2 id={name}>{title}</h2>
          <p data-none>{none}</p>
          <ul className="kept" />
        </section>
      ))}
      <KeptRow say={say} />
    </div>
  );
}

/** What a row of such a list is made of. */
export function KeptRow({ say }: { say: Say }) {
  return (
    <template data-row>
      <li>
        {/* biome-ignore lint/a11y/useAnchorContent: the device knows what it is called, and where it leads */}
        <a href="/" />
        <button className="btn" type="button">
          {say('device.drop')}
        </button>
      </li>
    </template>
  );
}
