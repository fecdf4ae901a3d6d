import { type Connection, listenToStatements } from '../client';

/** The text of each statement that `work` runs, in order. */
export async function statementsIn(db: Connection, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = listenToStatements(db, (text) => statements.push(text));
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}

/** How SQLite goes about each SELECT that `work` makes, as in `SEARCH comments USING INDEX …`; one text a query. */
export async function queryPlans(db: Connection, work: () => Promise<unknown>): Promise<string[]> {
  const statements = await statementsIn(db, work);
  return statements.map((source) => {
    const unbound = Array.from({ length: source.split('?').length - 1 }, () => null);
    const steps = db.$client.prepare(`explain query plan ${source}`).all(...unbound) as { detail: string }[];
    return steps.map((step) => step.detail).join('\n');
  });
}
