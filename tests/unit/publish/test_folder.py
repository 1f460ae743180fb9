import errno
import os
import resource
import signal
import subprocess
import sys
import textwrap
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.unit.publish.conftest import FILES, build, tree
from zicht.model.errors import BuildError
from zicht.model.page import OutputFile
from zicht.publish import Folder, swap, write_file

ROOT = Path(__file__).parents[3]
PAGE = OutputFile("index.html", b"new")


def beside(site):
    """What lies in the folder of the site; a good build leaves no litter."""
    return sorted(path.name for path in site.parent.iterdir())


def fill(site, files, *, fault=None):
    with Folder(site) as folder:
        for file in files:
            folder.write(file)
        if fault is not None:
            raise fault


def run(code, *arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


def test_a_new_site_takes_the_place_of_the_old(site):
    build(site, FILES[:2])
    assert tree(site).keys() == {"index.html", "404.html", "manifest.json"}
    assert beside(site) == ["dist"]


def test_the_first_site_makes_the_folders_above_it(tmp_path):
    build(tmp_path / "a" / "b" / "dist")
    assert (tmp_path / "a" / "b" / "dist" / "index.html").exists()


def test_an_empty_folder_may_be_replaced(tmp_path):
    (tmp_path / "dist").mkdir()
    build(tmp_path / "dist")
    assert (tmp_path / "dist" / "index.html").exists()


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit, BuildError])
def test_a_build_that_stops_leaves_the_old_site(site, fault):
    before = tree(site)
    with pytest.raises(fault):
        fill(site, [PAGE], fault=fault)
    assert tree(site) == before
    assert beside(site) == ["dist"]


def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_succeeds(site):
    before = tree(site)
    killed = run(
        """
        import os, signal, sys
        from pathlib import Path
        from zicht.model.page import OutputFile
        from zicht.publish import Folder
        with Folder(Path(sys.argv[1])) as folder:
            for number in range(100):
                folder.write(OutputFile(f"a/{number}.html", b"x" * 1000))
            os.kill(os.getpid(), signal.SIGKILL)
        """,
        site,
    )
    assert killed.returncode == -signal.SIGKILL
    assert beside(site) == ["dist", "dist.new"]
    assert tree(site) == before
    build(site, FILES[:1])
    assert tree(site).keys() == {"index.html", "manifest.json"}
    assert beside(site) == ["dist"]


def test_a_second_build_to_the_same_folder_is_refused(site):
    with Folder(site) as folder:
        folder.write(PAGE)
        with pytest.raises(BuildError, match="Another build"), Folder(site):
            pass
        folder.write(OutputFile("manifest.json", b"{}"))
    assert tree(site).keys() == {"index.html", "manifest.json"}


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "../x", "a/../x", "a/..", "./a", "a//b", "a/", "", ".", "..", "a\\b", "a b",
        "a\n", "a?b", "a#b", "a%20b", "é.html", "a\0b", "C:x",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_one_is_refused(tmp_path, path):
    with pytest.raises(BuildError, match="cannot be the address"):
        write_file(tmp_path / "new", OutputFile(path, b""))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("path", ["..a", "a..b", ".well-known/security.txt", "_headers", "a~1-B_"])
def test_an_unusual_address_is_fine(tmp_path, path):
    write_file(tmp_path, OutputFile(path, b"x"))
    assert tree(tmp_path) == {path: b"x"}


@pytest.mark.parametrize(("one", "other"), [("a", "a"), ("a/b", "a/b"), ("a", "a/b"), ("a/b", "a")])
def test_two_files_with_one_address_are_refused(site, one, other):
    before = tree(site)
    with pytest.raises(BuildError, match="Two files"):
        fill(site, [OutputFile(one, b"1"), OutputFile(other, b"2")])
    assert tree(site) == before


def test_two_processes_that_write_one_address_are_caught(tmp_path):
    with get_context("spawn").Pool(2) as pool:
        pool.apply(write_file, (tmp_path, PAGE))
        with pytest.raises(BuildError) as refused:
            pool.apply(write_file, (tmp_path, PAGE))
    assert refused.value.problems[0].where == "index.html"


@pytest.mark.parametrize(("one", "other"), [("A.html", "a.html"), ("B/a.html", "b/c.html")])
def test_addresses_that_differ_only_by_case_are_refused(site, one, other):
    before = tree(site)
    with pytest.raises(BuildError, match="differ only by case"):
        fill(site, [OutputFile(one, b""), OutputFile(other, b"")])
    assert tree(site) == before
    assert beside(site) == ["dist"]


def test_a_folder_that_holds_something_else_is_not_replaced(tmp_path):
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(BuildError, match=r"something else than a site[\s\S]*--out"):
        build(tmp_path)
    assert tree(tmp_path) == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("told", [b"[]", b'{"name": "an extension"}', b"\xff"])
def test_a_manifest_of_something_else_makes_no_site(tmp_path, told):
    (tmp_path / "manifest.json").write_bytes(told)
    with pytest.raises(BuildError, match="something else"):
        build(tmp_path)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "dist").write_bytes(b"")
    with pytest.raises(BuildError, match="is a file"):
        build(tmp_path / "dist")


def test_a_folder_under_a_file_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BuildError, match="could not be written"):
        build(tmp_path / "file" / "dist")


def test_the_root_of_the_disk_is_not_replaced():
    with pytest.raises(BuildError):
        build(Path("/"))


def test_a_link_to_a_site_stays_a_link(site):
    link = site.parent / "current"
    link.symlink_to(site)
    build(link, FILES[:1])
    assert link.is_symlink()
    assert tree(site).keys() == {"index.html", "manifest.json"}


def test_what_a_link_in_place_of_the_new_folder_points_to_is_not_emptied(site, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_bytes(b"x")
    (site.parent / "dist.new").symlink_to(precious)
    with pytest.raises(BuildError):
        build(site)
    assert tree(precious) == {"file": b"x"}


def test_without_an_atomic_exchange_the_folders_still_change_places(site, monkeypatch):
    monkeypatch.setattr(swap, "_exchange_at_once", lambda *_: errno.ENOSYS)
    build(site, FILES[:2])
    assert tree(site).keys() == {"index.html", "404.html", "manifest.json"}
    assert beside(site) == ["dist"]


def test_a_crash_between_the_renames_is_mended(site):
    before = tree(site)
    site.rename(site.parent / "dist.old")
    with pytest.raises(KeyboardInterrupt):
        fill(site, [PAGE], fault=KeyboardInterrupt)
    assert tree(site) == before


def test_a_file_beyond_the_limit_of_the_system_is_told(site):
    before = tree(site)
    done = run(
        """
        import sys
        from pathlib import Path
        from zicht.model.errors import BuildError
        from zicht.model.page import OutputFile
        from zicht.publish import Folder
        try:
            with Folder(Path(sys.argv[1])) as folder:
                folder.write(OutputFile("big.html", b"x" * 1_000_000))
        except BuildError as error:
            sys.exit(str(error))
        """,
        site,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "ulimit" in done.stderr
    assert tree(site) == before
    assert beside(site) == ["dist"]


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte, where the tests may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can only be mounted by root, with the right to mount")
    yield disk
    subprocess.run(["/bin/umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_leaves_the_old_site(small_disk):
    site = small_disk / "dist"
    build(site)
    before = tree(site)
    with pytest.raises(BuildError, match=r"No space left[\s\S]*Make room"):
        build(site, [OutputFile(f"{number}.html", b"x" * 10_000) for number in range(200)])
    assert tree(site) == before
    assert beside(site) == ["dist"]


def test_a_disk_of_its_own_cannot_be_swapped(small_disk):
    with pytest.raises(BuildError, match="disk of its own"):
        build(small_disk)


def test_a_disk_that_may_only_be_read_is_told(small_disk):
    build(small_disk / "dist")
    subprocess.run(["/bin/mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(BuildError, match="Read-only file system"):
        build(small_disk / "dist")


def test_a_folder_that_we_may_not_write_is_told(tmp_path):
    if not os.geteuid():
        pytest.skip("root may write everywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(BuildError, match="Permission denied"):
        build(tmp_path / "dist")
