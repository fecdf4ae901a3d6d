/** Pictures of one network in an hour: more than a street sends, less than would keep a press from its work. */
const mostOfNetwork = 60;
const windowMs = 3_600_000;

const uploads = new Map<string, number[]>();

/** Whether one more picture of this network is unpacked now; counts it if so. Kept in memory: a restart forgives. */
export function mayUploadPicture(network: string, now: Date): boolean {
  if (network === '') return true;
  const since = now.getTime() - windowMs;
  if (uploads.size > 5_000) {
    for (const [known, times] of uploads) if ((times.at(-1) ?? 0) < since) uploads.delete(known);
  }
  const lately = (uploads.get(network) ?? []).filter((at) => at >= since);
  if (lately.length >= mostOfNetwork) return false;
  uploads.set(network, [...lately, now.getTime()]);
  return true;
}
