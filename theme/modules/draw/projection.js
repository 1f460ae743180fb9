/**
 * From longitude and latitude to places in a drawing: flat, and narrower the further north.
 *
 * @typedef {[number, number]} Point
 * @typedef {import("../data.js").Geometry} Geometry
 * @typedef {{ west: number, south: number, east: number, north: number }} Box
 * @typedef {(lon: number, lat: number) => Point} Projection
 */

/**
 * The rings of a (multi)polygon.
 *
 * @param {Geometry} geometry
 * @returns {Point[][]}
 */
export function rings(geometry) {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/**
 * The smallest box around the geometries.
 *
 * @param {Iterable<Geometry>} geometries
 * @returns {Box}
 */
export function around(geometries) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const geometry of geometries) {
    for (const ring of rings(geometry)) {
      for (const [lon, lat] of ring) {
        if (lon < box.west) box.west = lon;
        if (lon > box.east) box.east = lon;
        if (lat < box.south) box.south = lat;
        if (lat > box.north) box.north = lat;
      }
    }
  }
  return box;
}

/**
 * The projection that fits a box into a width, and the height that it then takes.
 *
 * @param {Box} box
 * @param {number} width
 * @param {number} highest
 * @returns {{ project: Projection, height: number }}
 */
export function fitted(box, width, highest) {
  const narrow = Math.cos((box.south + box.north) / 360 * Math.PI);
  const [wide, high] = [(box.east - box.west) * narrow, box.north - box.south];
  const size = Math.min(width / wide, highest / high);
  const left = (width - wide * size) / 2;
  /** @type {Projection} */
  const project = (lon, lat) => [
    left + (lon - box.west) * narrow * size,
    (box.north - lat) * size,
  ];
  return { project, height: high * size };
}

/**
 * An outline as the path of a drawing, in tenths.
 *
 * @param {Geometry} geometry
 * @param {Projection} project
 * @returns {string}
 */
export function path(geometry, project) {
  let drawn = "";
  for (const ring of rings(geometry)) {
    let join = "M";
    for (const [lon, lat] of ring) {
      const [x, y] = project(lon, lat);
      drawn += `${join}${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
      join = "L";
    }
    drawn += "Z";
  }
  return drawn;
}
