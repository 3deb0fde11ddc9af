"""Checks a graph folder whole: are its files those that were written, and what is doubtful."""

from dataclasses import dataclass
from pathlib import Path

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import Progress
from filmgraph.build.manifest import Manifest, read_manifest, torn_files
from filmgraph.build.shacl import Report
from filmgraph.build.shapes import check_store
from filmgraph.errors import DamagedGraph
from filmgraph.intake.store import read_records

__all__ = ["CheckReport", "check_graph"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    Attributes
    ----------
    manifest : Manifest
    torn : tuple of str
        Files whose bytes are not those that were written.
    shapes : Report, optional
        What does not fit the ontology's shapes; None where files are torn.
    doubts : tuple of str
        Doubtful matches, one a line: kind, one, other, reason; none where files are torn.
    """

    manifest: Manifest
    torn: tuple[str, ...]
    shapes: Report | None
    doubts: tuple[str, ...]

    def __str__(self) -> str:
        files = len(self.manifest.files)
        lines = [f"Files      {files - len(self.torn)} of {files} are whole"]
        lines += [f"           torn: {name}" for name in self.torn]
        if self.shapes is None:
            return "\n".join(lines)
        lines.append(
            f"Shapes     {'all statements fit' if self.shapes.conforms else 'not all fit:'}"
        )
        if not self.shapes.conforms:
            lines.append(str(self.shapes))
        lines.append(
            f"Doubts     {len(self.doubts):,} matches stayed apart or were made with a note"
        )
        return "\n".join(lines)


def check_graph(folder: GraphFolder, progress: Progress | None = None) -> CheckReport:
    """Read everything in a graph folder and compare it with what was written.

    Raises
    ------
    DamagedGraph
        If there is nothing that could be checked.
    """
    tell = progress or (lambda *_: None)
    build = folder.current_build()
    manifest = read_manifest(build)
    tell("files", 0, 0)
    torn = torn_files(build, manifest)
    tell("records", 0, 0)
    torn += [file.name for file in folder.record_files() if not _whole(file)]
    if torn:  # what is in torn files need not be read
        return CheckReport(manifest, tuple(torn), None, ())
    tell("shapes", 0, 0)
    shapes = check_store(build / "rdf", [entry.source.name for entry in manifest.sources])
    doubts = (build / "doubts.tsv").read_text(encoding="utf-8").splitlines()
    return CheckReport(manifest, (), shapes, tuple(doubts))


def _whole(file: Path) -> bool:
    try:
        for _ in read_records(file):
            pass
    except DamagedGraph:
        return False
    return True
