import { cacheTagsMeta } from '@barta/edge/cache-tags';
import { counterValue } from '../../store.mjs';

export const dynamic = 'force-dynamic';

let renders = 0;

export default async function CounterPage({ params }) {
  const { name } = await params;
  return (
    <main>
      <meta {...cacheTagsMeta({ tags: [`counter:${name}`] })} />
      <h1>{`${name}: ${counterValue(name)}`}</h1>
      <p>{`Render ${++renders} of this process`}</p>
      <form method="post" action={`/api/increment?name=${encodeURIComponent(name)}`}>
        <button type="submit">Add one</button>
      </form>
    </main>
  );
}
