import type { Connection, ReadDb } from './client';

const ATTEMPTS = 5;
const PAUSE_MS = 50;

/**
 * Copies the write-ahead log into the database file and cuts it to nothing, so that no older state of a page is left in
 * it. False while another connection reads an older state, as a replicator or a long report does: try again later.
 */
export async function truncateLog(db: ReadDb): Promise<boolean> {
  const { $client } = db as Connection;
  if ($client.memory) return true;
  for (let attempt = 1; ; attempt += 1) {
    if (triesToTruncate($client)) return true;
    if (attempt === ATTEMPTS) return false;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Without SQLite's own waiting, which would stop this thread and keep every other writer out for as long. */
function triesToTruncate($client: Connection['$client']): boolean {
  const timeoutMs = $client.pragma('busy_timeout', { simple: true });
  $client.pragma('busy_timeout = 0');
  try {
    const [result] = $client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  } finally {
    $client.pragma(`busy_timeout = ${timeoutMs}`);
  }
}
