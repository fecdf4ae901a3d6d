/**
 * Readers who come so often and no oftener, whatever the answers take: a process of its own, so that nothing else that a
 * bench does keeps it from its clock.
 *
 *   node bench/support/paced.mjs URL ANSWERS_A_SECOND SECONDS
 *
 * Each waits from the moment at which it was due, not from the one at which it was sent: a server that stands still is not
 * let off. Prints `{answers, failed, p50, p99, last}`, in ms, as JSON.
 */
import { Agent, request } from 'node:http';

const [url, perSecond, seconds] = process.argv.slice(2);
const { hostname, port, pathname } = new URL(url);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const waits = [];
let failed = 0;
let under = 0;

const began = performance.now() + 100;
const all = Number(perSecond) * Number(seconds);
const dueAt = (number) => began + (1000 * number) / Number(perSecond);
let sent = 0;

const timer = setInterval(() => {
  for (; sent < all && dueAt(sent) <= performance.now(); sent++) read(dueAt(sent));
  if (sent === all) clearInterval(timer);
}, 1);

function read(due) {
  under++;
  const done = () => {
    waits.push(performance.now() - due);
    if (--under === 0 && sent === all) tell();
  };
  const asked = request({ hostname, port, path: pathname, agent, headers: { 'accept-encoding': 'gzip' } });
  asked.once('response', (answer) => {
    if (answer.statusCode !== 200) failed++;
    answer.resume().once('end', done);
  });
  asked.once('error', () => {
    failed++;
    done();
  });
  asked.end();
}

function tell() {
  agent.destroy();
  waits.sort((a, b) => a - b);
  const at = (part) => waits[Math.floor((waits.length - 1) * part)];
  console.log(JSON.stringify({ answers: waits.length, failed, p50: at(0.5), p99: at(0.99), last: at(1) }));
}
