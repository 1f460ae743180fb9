/** The postcodes of an index: ranges of four digits and where each lies. */

/**
 * @typedef {import("./places.js").Place} Place
 * @typedef {{ low: number, high: number, place: Place }} Range
 */

/**
 * For each gemeente its lowest postcode and, after each other, ranges counted from it: those of
 * the gemeente itself and of each of its wijken, as in "0-2 5;;3-4".
 *
 * @param {readonly [number, string][]} told as many as there are gemeenten, or none
 * @param {readonly Place[]} places
 * @returns {Range[]}
 */
export function postcodesOf(told, places) {
  /** @type {Map<Place | null, Place[]>} */
  const wijken = new Map();
  for (const place of places) {
    if (place.kind !== "wijk") continue;
    const others = wijken.get(place.around);
    if (others) others.push(place);
    else wijken.set(place.around, [place]);
  }
  const gemeenten = places.filter((place) => place.kind === "gemeente").slice(0, told.length);
  return gemeenten.flatMap((gemeente, at) => {
    const [lowest, text] = told[at] ?? [0, ""];
    const parts = text.split(";");
    return [gemeente, ...wijken.get(gemeente) ?? []].flatMap((place, nth) =>
      (parts[nth] || "").split(" ").filter(Boolean).map((range) => {
        const [low = 0, high = low] = range.split("-").map(Number);
        return { low: lowest + low, high: lowest + high, place };
      })
    );
  });
}
