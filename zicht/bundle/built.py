"""A built site as its bytes tell it: which files it has, and where it stands."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from zicht.model.errors import BuildError, Problem

_STANDS = re.compile(r"^Canonical: (\S+)\.well-known/security\.txt$", re.MULTILINE)
_TODO = "Build the site again; nobody edits a built site."


@dataclass(frozen=True, slots=True)
class Built:
    """A site in a folder: the checksum of each file by its path, and the address of the site."""

    dist: Path
    checksums: Mapping[str, str]
    base_url: str

    @classmethod
    def read(cls, dist: Path) -> "Built":
        """Return the site in a folder.

        Errors: BuildError when it holds no site.
        """
        try:
            files = json.loads((dist / "manifest.json").read_bytes())["files"]
            checksums = {str(path): str(told["sha256"]) for path, told in files.items()}
            stands = _STANDS.search((dist / ".well-known/security.txt").read_text())
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            what = "This is no site: no manifest, or no security.txt."
            todo = "Give the folder of a site that was built."
            raise BuildError(Problem(what, str(dist), todo)) from error
        if stands is None:
            what = "Nothing says where this site stands."
            raise BuildError(Problem(what, str(dist / ".well-known/security.txt"), _TODO))
        return cls(dist, checksums, stands[1])

    def under(self, *folders: str) -> list[str]:
        """Return the paths of the files in these folders, sorted."""
        return sorted(path for path in self.checksums if path.startswith(folders))

    def contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the files by path, as they were built.

        Errors: BuildError with every file that is absent or other than the manifest says.
        """
        contents, problems = {}, []
        for path in paths:
            place = self.dist / path
            content = place.read_bytes() if place.is_file() else b""
            if hashlib.sha256(content).hexdigest() != self.checksums.get(path):
                what = "A file of the site is absent or not what the manifest says."
                problems.append(Problem(what, str(place), _TODO))
            contents[path] = content
        if problems:
            raise BuildError(*problems)
        return contents
