"""What a browser loads when a reader turns to a chart."""

from collections.abc import Mapping

from zicht.draw.kinds import Kinds


def browser_assets(kinds: Kinds) -> Mapping[str, bytes]:
    """Return the files by name: the runtime as a classic script, and every kind in Vega.

    The script makes one object, `zichtVega`, and evaluates no text: fit for a strict policy.
    """
    members = (f'"{kind}":{specification}' for kind, specification in sorted(kinds.vega.items()))
    return {
        "kinds.json": f"{{{','.join(members)}}}".encode(),
        "vega.js": kinds.runtime.encode(),
    }
