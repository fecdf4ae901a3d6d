import type { Division, PlaceMap } from '@/lib/places/reading';
import type { Say } from '@/lib/site/labels';

interface BangladeshMapProps {
  map: PlaceMap;
  divisions: readonly Division[];
  say: Say;
}

/**
 * The country as links: a division's land and name, a dot for each district's town. Names of districts stand where
 * the map is wide enough for them; on a small one each shows its own when it is pointed at or focused.
 */
export function BangladeshMap({ map, divisions, say }: BangladeshMapProps) {
  const nameOf = new Map(divisions.map(({ code, name }) => [code, say('nav.divisionOf', { name })]));
  const alone = map.shapes.filter(({ divisions: of }) => of.length === 1);
  const shared = map.shapes.filter(({ divisions: of }) => of.length > 1);
  // The names of the sources are read aloud in their own language.
  const [before, after] = say('places.mapSource', { source: '|' }).split('|');
  return (
    <figure className="map">
      <a className="skip" href="#places">
        {say('places.skipMap')}
      </a>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups within a drawing */}
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-label={say('places.map')}>
        {shared.map(({ divisions: of, path }) => (
          <path key={of.join()} className="map__land" d={path} />
        ))}
        {/* The land of the others belongs to their names below: one link, one place to stop. */}
        {divisions.map(({ code, name }) => {
          const label = map.labels[code];
          const land = alone.find(({ divisions: of }) => of[0] === code);
          if (!label) return null;
          return (
            <a key={code} className="map__division" href={`/district/${code}`}>
              <title>{nameOf.get(code)}</title>
              {land && <path className="map__land" d={land.path} />}
              <text x={label[0]} y={label[1]}>
                {name}
              </text>
            </a>
          );
        })}
        <Towns map={map} divisions={divisions} say={say} />
      </svg>
      <figcaption className="meta">
        {before}
        <span lang="en">{map.source}</span>
        {after}
      </figcaption>
    </figure>
  );
}

function Towns({ map, divisions, say }: BangladeshMapProps) {
  return divisions.flatMap(({ districts }) =>
    districts.map(({ code, name }) => {
      const town = map.towns[code];
      if (!town) return null;
      const beside = town.name ?? { x: town.x + 5, y: town.y + 3, anchor: 'start' };
      return (
        <a
          key={code}
          className={town.name ? 'map__town' : 'map__town map__town--close'}
          href={`/district/${code}`}
        >
          <title>{say('nav.districtOf', { name })}</title>
          <circle className="map__target" cx={town.x} cy={town.y} r="8" />
          <circle className="map__dot" cx={town.x} cy={town.y} r="2.6" />
          <text x={beside.x} y={beside.y} textAnchor={beside.anchor}>
            {name}
          </text>
        </a>
      );
    }),
  );
}
