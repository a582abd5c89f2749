/** The first of `categorie-1`, `categorie-2`, … that is not taken: an id stands in links and never changes. */
export function newId(beginning: string, taken: readonly (string | undefined)[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `${beginning}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
