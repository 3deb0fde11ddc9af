"""What every shipped loader promises: bad files are said, never a crash, and never a loss."""

import gzip
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filmgraph.errors import InputError, SourceError
from filmgraph.intake import Loader, LoadReport, find_loader, load, read_records, read_source

SAMPLES = Path(__file__).parent / "samples"
NAMES = ("records", "theme-ontology", "wikipedia-films")


@pytest.fixture(params=NAMES)
def loader(request: pytest.FixtureRequest) -> Loader:
    return find_loader(str(request.param))


@pytest.fixture
def sample(loader: Loader) -> Path:
    return SAMPLES / loader.name


@pytest.fixture
def main_file(sample: Path) -> Path:
    return max(sample.iterdir(), key=lambda file: file.stat().st_size)


@pytest.fixture
def loaded(loader: Loader, sample: Path, tmp_path: Path) -> Path:
    target = tmp_path / "loaded.jsonl.gz"
    load(loader, [sample], target)
    return target


def whole(report: LoadReport) -> bool:
    return report.read == report.loaded + report.refused_count


def test_its_sample_is_read_without_a_refusal(loader: Loader, sample: Path, tmp_path: Path) -> None:
    report = load(loader, [sample], tmp_path / "x.jsonl.gz", strict=True)
    assert whole(report)
    assert report.loaded == len(list(read_records(tmp_path / "x.jsonl.gz"))) > 2


def test_loading_twice_gives_the_same_bytes(loader: Loader, sample: Path, loaded: Path) -> None:
    before = loaded.read_bytes()
    load(loader, [sample], loaded)
    assert loaded.read_bytes() == before


def test_the_order_of_the_files_changes_nothing(
    loader: Loader, sample: Path, loaded: Path, tmp_path: Path
) -> None:
    files = sorted((file for file in sample.iterdir()), reverse=True)
    load(loader, files, tmp_path / "other.jsonl.gz")
    ours, theirs = (
        {
            record.key if "key" in record.__struct_fields__ else record.name  # type: ignore[union-attr]
            for record in read_records(file)
        }
        for file in (loaded, tmp_path / "other.jsonl.gz")
    )
    assert ours == theirs


def test_the_same_file_named_twice_is_read_once(
    loader: Loader, sample: Path, loaded: Path, tmp_path: Path
) -> None:
    load(loader, [sample, sample], tmp_path / "other.jsonl.gz")
    assert (tmp_path / "other.jsonl.gz").read_bytes() == loaded.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        '{"title": "Amélie"}'.encode("latin-1"),
        "Alien\n=====\n".encode("utf-16"),
        b"x" * 2**20,
        b"[" * 100_000,
        b"{}",
        b"null",
        gzip.compress(b"{}")[:-5],
    ],
    ids=[
        "empty",
        "blank",
        "png",
        "latin-1",
        "utf-16",
        "one word",
        "brackets",
        "object",
        "null",
        "torn gzip",
    ],
)
def test_a_file_that_is_something_else_is_said_and_nothing_is_lost(
    loader: Loader, main_file: Path, loaded: Path, tmp_path: Path, content: bytes
) -> None:
    before = loaded.read_bytes()
    bad = tmp_path / f"bad{''.join(main_file.suffixes)}"
    bad.write_bytes(content)
    with pytest.raises(InputError) as caught:
        load(loader, [bad], loaded)
    assert "bad" in str(caught.value) or "No film" in str(caught.value)
    assert loaded.read_bytes() == before


def test_a_missing_file_is_said(loader: Loader, loaded: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file or folder"):
        load(loader, [tmp_path / "none.txt"], loaded)


def test_a_folder_without_its_files_is_said(loader: Loader, loaded: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="holds no file ending in"):
        load(loader, [tmp_path / "empty"], loaded)


def test_a_file_cut_anywhere_is_read_in_part_or_said(
    loader: Loader, main_file: Path, tmp_path: Path
) -> None:
    content = main_file.read_bytes()
    cut = tmp_path / f"cut{''.join(main_file.suffixes)}"
    for end in range(0, len(content), 97):
        cut.write_bytes(content[:end])
        try:
            assert whole(load(loader, [cut], tmp_path / "x.jsonl.gz"))
        except InputError:
            continue


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(place=st.integers(0, 3_000), bad=st.binary(max_size=8), length=st.integers(0, 40))
def test_bytes_changed_anywhere_never_crash_a_load(
    loader: Loader,
    sample: Path,
    main_file: Path,
    tmp_path: Path,
    place: int,
    bad: bytes,
    length: int,
) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(sample, folder, dirs_exist_ok=True)
    content = main_file.read_bytes()
    (folder / main_file.name).write_bytes(content[:place] + bad + content[place + length :])
    try:
        assert whole(load(loader, [folder], tmp_path / "x.jsonl.gz"))
    except InputError as error:
        assert str(error)


def test_its_source_is_named_dated_and_licensed(
    loader: Loader, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_source(loaded)
    assert source.as_of
    assert source.licence
    assert source.name
