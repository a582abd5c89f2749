const stageCategory = 'category';

/**
 * The address that a meeting's stage loads. The category stands in its query, which Teams passes on; what is behind a #
 * it need not.
 */
export function stageAddress(base: string, categoryId: string): URL {
  const address = new URL('.', base);
  address.searchParams.set(stageCategory, categoryId);
  return address;
}

/** The category that such an address says. */
export function stageCategoryOf(query: string): string | undefined {
  return new URLSearchParams(query).get(stageCategory) ?? undefined;
}
