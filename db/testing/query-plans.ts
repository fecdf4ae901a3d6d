import type { Db } from '../client';

/** How SQLite goes about each SELECT that `work` makes, as in `SEARCH comments USING INDEX …`; one text a query. */
export async function queryPlans(db: Db, work: () => Promise<unknown>): Promise<string[]> {
  const { $client } = db;
  const prepare = $client.prepare;
  const asked: string[] = [];
  $client.prepare = ((source: string) => {
    asked.push(source);
    return prepare.call($client, source);
  }) as typeof prepare;
  try {
    await work();
  } finally {
    $client.prepare = prepare;
  }
  return asked.map((source) => {
    const unbound = Array.from({ length: source.split('?').length - 1 }, () => null);
    const steps = $client.prepare(`explain query plan ${source}`).all(...unbound) as { detail: string }[];
    return steps.map((step) => step.detail).join('\n');
  });
}
