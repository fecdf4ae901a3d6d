/** A module that the page's first script fetches once the page is drawn (`late-modules.enhance.ts`). */
export function LateModule({ address }: { address: string | undefined }) {
  return address && <template data-module={address} />;
}
