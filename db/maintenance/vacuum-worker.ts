/** The thread that `vacuum.ts` starts: VACUUM would stop every other request of the thread that it runs in. */
import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const { file } = workerData as { file: string };
const connection = new Database(file, { fileMustExist: true });
connection.pragma('busy_timeout = 5000');
connection.pragma('synchronous = FULL');
connection.pragma('secure_delete = ON');
connection.exec('vacuum');
connection.close();
