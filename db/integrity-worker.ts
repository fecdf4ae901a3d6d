/** The thread that `integrity.ts` starts. One connection that only reads, and leaves the log to the others. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const { file } = workerData as { file: string };
const connection = new Database(file, { fileMustExist: true, readonly: true });
connection.pragma('busy_timeout = 5000');
const fault = connection.pragma('quick_check(1)', { simple: true });
connection.close();
parentPort?.postMessage(String(fault).slice(0, 500));
