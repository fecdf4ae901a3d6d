import { Face } from '@/components/reader/people/face';
import type { Say } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/for-readers/reading';

/** Who wrote the story, below it: persons of whom the newsroom says something. A desk's line says all there is. */
export function AuthorBox({ bylines, say }: { bylines: Story['bylines']; say: Say }) {
  const persons = bylines.filter(
    ({ kind, role, bio, portrait }) => kind === 'person' && (role !== '' || bio !== '' || portrait !== null),
  );
  if (persons.length === 0) return null;
  return (
    <aside className="story about" aria-labelledby="about">
      <h2 className="vh" id="about">
        {say(persons.length === 1 ? 'people.aboutWriter' : 'people.aboutWriters')}
      </h2>
      {persons.map((person) => (
        <div key={person.id} className="who">
          <Face name={person.name} portrait={person.portrait} sizes="3rem" />
          <div>
            <h3>
              <a href={`/byline/${person.slug}`}>{person.name}</a>
            </h3>
            {person.role && <p className="by">{person.role}</p>}
            {person.bio && <p>{person.bio}</p>}
            <p>
              <a className="more" href={`/byline/${person.slug}`}>
                {say('people.allBy', { name: person.name })}
              </a>
            </p>
          </div>
        </div>
      ))}
    </aside>
  );
}
