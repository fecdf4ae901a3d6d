/**
 * How Node is told to be the door. Left alone it lets what is young grow to 134 MB under readers, and glibc keeps what
 * was given back: 385 MB after three minutes of the bench's mix (docs/performance.md).
 */
const flags = ['--max-semi-space-size=4'];
const allocator = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  // So much and more goes back to the system as soon as it is free, wherever it lay: a packed page is 9 to 12 kB, and of
  // what glibc itself had taken for them 61 of 102 MB lay free after a quarter of an hour.
  MALLOC_MMAP_THRESHOLD_: '8192',
};

/**
 * Becomes the same program, so told: the same process, by execve(2), for a process more would cost 40 MB. What an operator
 * has said stays. Nothing happens where it is so already, and where processes cannot be replaced (Windows).
 */
export function lean() {
  const { execve, execPath, execArgv, argv, env, platform } = process;
  if (typeof execve !== 'function' || platform === 'win32' || execArgv.includes(flags[0])) return;
  execve(execPath, [execPath, ...flags, ...execArgv, ...argv.slice(1)], { ...allocator, ...env });
}
