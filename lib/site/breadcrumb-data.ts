/** schema.org BreadcrumbList of a page. `site` has no slash at its end; the page itself, the last step, needs no address. */
export function breadcrumbData(
  site: string,
  siteName: string,
  steps: readonly { name: string; href?: string }[],
): object {
  const breadcrumbs = [{ name: siteName, href: '/' }, ...steps];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: breadcrumbs.map(({ name, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      ...(href === undefined ? {} : { item: `${site}${href}` }),
    })),
  };
}
