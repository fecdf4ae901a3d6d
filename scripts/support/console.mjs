const started = Date.now();

/** Prints a progress line with the seconds since the start. */
export function step(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(3);
  console.log(`[${seconds} s] ${text}`);
}

/** An error that the user can act on: its message is printed without a stack. */
export class UserError extends Error {}

/** Runs a script; an error is printed, and the exit code is 1. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : sentenceFor(error));
    process.exitCode = 1;
  }
}

function sentenceFor(error) {
  if (error?.code === 'ENOSPC') return '\nThe disk is full. Free about 2 GB and try again.';
  return error?.stack ?? String(error);
}
