/** A step of the work, one line each, with the seconds since the start. */
const started = Date.now();

export function step(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(3);
  console.log(`[${seconds} s] ${text}`);
}

/** Something that a person can mend: a sentence, no stack. */
export class Plain extends Error {}

/** Runs the script; what goes wrong is said in a sentence, and the exit code is 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Plain ? `\n${error.message}` : sentenceFor(error));
    process.exitCode = 1;
  }
}

function sentenceFor(error) {
  if (error?.code === 'ENOSPC')
    return '\nThe disk is full. Make some room (about 2 GB), then start this again.';
  return error?.stack ?? String(error);
}
