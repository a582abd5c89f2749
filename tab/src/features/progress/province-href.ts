/** Where the list of the submissions of one province is. */
export function provinceHref(province: string): string {
  const at = new URLSearchParams({ province }).toString();
  return `#${new URLSearchParams({ screen: 'submissions', at }).toString()}`;
}
