"""Points spread over a gemeente: closer together near its centre, grouped by wijk."""

import numpy as np
import numpy.typing as npt
import shapely

Points = npt.NDArray[np.float64]
Sizes = npt.NDArray[np.int64]

PULL = 0.65  # the power of a uniform draw: 0.5 spreads evenly over a disc, more pulls inwards


def scatter(
    around: shapely.Geometry,
    centre: tuple[float, float],
    chance: np.random.Generator,
    *,
    fewest: int,
) -> Points:
    """Return at least `fewest` chance points inside a shape, denser towards its centre."""
    shapely.prepare(around)
    corners = shapely.get_coordinates(around)
    reach = float(np.hypot(*(corners - centre).T).max())
    found: Points = np.empty((0, 2))
    while len(found) < fewest:
        size = 2 * fewest
        radius = reach * chance.random(size) ** PULL
        angle = 2 * np.pi * chance.random(size)
        points = np.column_stack((np.cos(angle), np.sin(angle))) * radius[:, None] + centre
        found = np.concatenate((found, points[shapely.contains_xy(around, points)]))
    return found


def spread(samples: Points, centre: tuple[float, float], *, sizes: Sizes) -> Points:
    """Return one seed for each buurt; `sizes` is the number of buurten of each wijk.

    Shape:  the seeds of the first wijk first, which lies around the centre; those of one wijk
            lie together.
    Units:  RD metres.
    Errors: IndexError with fewer samples than buurten.
    """
    ordered = samples[np.argsort(np.hypot(*(samples - centre).T), kind="stable")]
    core = max(1, round(len(samples) * int(sizes[0]) / int(sizes.sum())))
    wijken = [ordered[:core]]
    if len(sizes) > 1:
        wijken += _divide(ordered[core:], sizes[1:])
    seeds = [
        group.mean(axis=0)
        for wijk, size in zip(wijken, sizes, strict=True)
        for group in _divide(wijk, np.ones(size, dtype=np.int64))
    ]
    return np.array(seeds)


def _divide(points: Points, shares: Sizes) -> list[Points]:
    """Return the points in groups that lie together, as large as their shares."""
    if len(shares) == 1:
        return [points]
    half = len(shares) // 2
    left, total = int(shares[:half].sum()), int(shares.sum())
    cut = round(len(points) * left / total)
    axis = int(np.argmax(np.ptp(points, axis=0)))
    points = points[np.argsort(points[:, axis], kind="stable")]
    return [*_divide(points[:cut], shares[:half]), *_divide(points[cut:], shares[half:])]
