"""The narrative knowledge graph of film."""

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    # Reading the metadata of installed packages takes longer than everything else here.
    if name == "__version__":
        from importlib.metadata import version

        return version("filmgraph")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
