"""Arrays that are not whole, or not of this build: always an error that says so."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.arrays.written import SOURCES, arrays_of

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.edge_columns import EdgeColumns
from filmgraph.arrays.graph_files import open_arrays, write_arrays
from filmgraph.arrays.reading import Reader
from filmgraph.errors import DamagedGraph, NewerGraph, StorageError
from filmgraph.statements.projection import EDGES


def rewrite_json(folder: Path, **fields: object) -> None:
    path = folder / "arrays.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **fields}))


def remove(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def shift_bytes(path: Path) -> None:
    path.write_bytes(b"\0" + path.read_bytes()[:-1])


def replace_by_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + path.read_bytes()[4:])


def replace_by_other_numbers(path: Path) -> None:
    numbers = np.load(path)
    np.save(path, numbers.view(np.float32) if numbers.dtype == np.int32 else numbers)


HARMS = (
    remove,
    empty,
    shorten,
    lengthen,
    shift_bytes,
    replace_by_zip,
    replace_by_other_numbers,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of arrays, to be copied."""
    folder = tmp_path_factory.mktemp("whole")
    arrays_of(folder, SOURCES, "this build")
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A copy of one's own to break."""
    return Path(shutil.copytree(whole, tmp_path / "arrays"))


@pytest.mark.parametrize("harm", HARMS)
def test_a_file_that_is_not_whole_is_damage_that_is_named(
    folder: Path, harm: Callable[[Path], None]
) -> None:
    for path in sorted(folder.glob("*.npy")):
        content = path.read_bytes()
        harm(path)
        with pytest.raises(DamagedGraph, match=r"filmgraph build") as caught:
            open_arrays(folder)
        assert path.name in str(caught.value)
        path.write_bytes(content)
    open_arrays(folder)


def test_a_file_of_another_build_is_damage_even_if_it_is_as_long(
    folder: Path, tmp_path: Path
) -> None:
    arrays_of(tmp_path / "other", SOURCES, "another build")
    for path in sorted(folder.glob("*.npy")):
        content = path.read_bytes()
        shutil.copyfile(tmp_path / "other" / path.name, path)
        with pytest.raises(DamagedGraph, match=rf"{path.name} is torn, or of another build"):
            open_arrays(folder)
        path.write_bytes(content)


def test_a_column_in_the_place_of_another_is_damage(folder: Path) -> None:
    shutil.copyfile(folder / "node_kind.npy", folder / "node_rank.npy")
    with pytest.raises(DamagedGraph, match=r"node_rank\.npy is torn"):
        open_arrays(folder)


def test_a_list_of_the_arrays_that_the_build_does_not_know_is_damage(folder: Path) -> None:
    with pytest.raises(DamagedGraph, match=r"arrays\.json is torn, or of another build"):
        open_arrays(folder, "0" * 64)


def test_arrays_of_a_newer_version_say_so(folder: Path) -> None:
    rewrite_json(folder, version=99, forms="another structure")
    with pytest.raises(NewerGraph, match="version 99"):
        open_arrays(folder)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"version": "one"}', b'{"version": 1}', b"\xff", b'{"x":' * 100_000],
)
def test_a_list_of_something_else_is_damage(folder: Path, content: bytes) -> None:
    (folder / "arrays.json").write_bytes(content)
    with pytest.raises(DamagedGraph, match="filmgraph build"):
        open_arrays(folder)


def test_a_folder_without_the_list_is_damage(folder: Path) -> None:
    (folder / "arrays.json").unlink()
    with pytest.raises(DamagedGraph, match=r"arrays\.json"):
        open_arrays(folder)


@pytest.mark.parametrize(
    "fields",
    [
        {"forms": {}},
        {"forms": {"iris": ["no type", [1]], "iris_ends": ["<i8", [1]]}},
        {"kinds": ["film"]},
        {"edges": sorted(EDGES)},
        {"stamp": "another build"},
    ],
)
def test_a_list_that_says_something_else_is_damage(folder: Path, fields: dict[str, object]) -> None:
    rewrite_json(folder, **fields)
    with pytest.raises(DamagedGraph, match="filmgraph build"):
        open_arrays(folder)


def test_numpy_reads_the_files_too(folder: Path) -> None:
    files = open_arrays(folder)
    assert (np.load(folder / "slot_other.npy") == files.slot_other).all()
    assert (np.load(folder / "end.npy", mmap_mode="r") == files.end).all()


def test_the_arrays_cannot_be_written_to(folder: Path) -> None:
    files = open_arrays(folder)
    with pytest.raises(ValueError, match="read-only"):
        files.slot_other[0] = 0


def test_a_disk_that_does_not_take_them_is_told(tmp_path: Path) -> None:
    (tmp_path / "arrays").write_text("a file")
    with pytest.raises(StorageError, match="arrays"):
        write_arrays(tmp_path / "arrays", [], EdgeColumns())


def test_a_changed_byte_is_read_as_something_else_or_is_damage_but_never_a_crash(
    folder: Path,
) -> None:
    told = 0
    for path in sorted(folder.glob("*.npy")):
        content = path.read_bytes()
        for place in range(128, len(content) - 16, max(1, len(content) // 40)):
            changed = bytearray(content)
            changed[place] ^= 0xFF
            path.write_bytes(changed)
            told += not all(read_all(folder))
        path.write_bytes(content)
    assert told > 100
    assert all(read_all(folder))


def read_all(folder: Path) -> Iterator[bool]:
    """Read every entity and every edge; whether each could be read."""
    try:
        reader = Reader(Adjacency(open_arrays(folder), "ending"))
    except DamagedGraph:
        yield False
        return
    files = reader.graph.files
    for read, count in ((reader.entity, len(files.node_kind)), (reader.edge, len(files.edge_kind))):
        for number in range(count):
            try:
                read(number)
            except DamagedGraph as error:
                assert "filmgraph check" in str(error)
                yield False
            else:
                yield True
