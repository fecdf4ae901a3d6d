const FIRST_LINE = /^(?:GET|HEAD) (\/[\x21-\x7e\x80-\xff]*) HTTP\/1\.[01]\r?\n/;

/**
 * Where a request leads whose address is written in letters and not in their escapes, as `curl` sends a Bengali one:
 * Node's parser refuses such bytes. `packet` is what it was given. Undefined for what is wrong in another way.
 */
export function escapedTarget(packet: Buffer | undefined): string | undefined {
  const target = FIRST_LINE.exec(packet?.subarray(0, 8192).toString('latin1') ?? '')?.[1];
  // `//elsewhere` would lead to another house.
  if (!target || !/[\x80-\xff]/.test(target) || /^\/[/\\]/.test(target)) return undefined;
  return target.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
