/** How many addresses a text holds, with or without their scheme. */
export function linksIn(text: string): number {
  return (
    text.match(
      /\bhttps?:\/\/|(?<!\/)\bwww\.[\p{L}\p{N}]|(?<![\p{L}\p{N}@./-])[a-z0-9-]{2,63}\.(?:com|net|org|info|xyz|top|site|online|shop|club|live|me|ly|gl|io|app|bd)\b(?=[/\s]|$)/giu,
    )?.length ?? 0
  );
}
