"""All articles of the files and folders that a user names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.model import Article
from graph.sources.errors import SourceError
from graph.sources.readers import READERS
from graph.sources.sidecar import Sidecars, is_sidecar

__all__ = ["Sources"]


class Sources:
    """The articles of files and folders, read one by one while iterating.

    Nothing that is wrong with one input keeps the others from being read: each fault becomes one `SourceError` in `errors`.

    Parameters
    ----------
    paths
        Files and folders; folders are walked, without hidden files, and everything is read in the order of its path.
    skip
        A folder to pass over while walking, for instance the one that results go to.
    wanted
        Tells which articles to yield; all where it is None.

    Attributes
    ----------
    files
        The files to read.
    errors
        What was wrong, complete when the iteration has ended.
    paths
        The file of each article read, by article id.
    skipped
        How many of the articles read were not wanted.

    Examples
    --------
    >>> sources = Sources(["no/such/file.txt"])
    >>> list(sources), [str(error) for error in sources.errors]
    ([], ['no/such/file.txt: no such file or folder'])
    """

    def __init__(
        self, paths: Iterable[Path | str], *, skip: Path | None = None, wanted: Callable[[Article], bool] | None = None
    ) -> None:
        self.errors: list[SourceError] = []
        self.paths: dict[str, Path] = {}
        self.skipped = 0
        self._wanted = wanted
        self._skip = skip.resolve() if skip else None
        roots = [Path(path) for path in paths]
        self._sidecars = Sidecars(roots, self.errors.append)
        found = (file for root in roots for file in self._files_of(root))
        self.files = tuple({file.resolve(): file for file in found}.values())

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles; a second article of the same id is an error, for claims name their article by it."""
        for path in self.files:
            try:
                for article in READERS[path.suffix.lower()].read(path, self.errors.append):
                    if not self._is_new(article.id, path):
                        continue
                    whole = self._sidecars.completed(article, path.parent)
                    if self._wanted is None or self._wanted(whole):
                        yield whole
                    else:
                        self.skipped += 1
            except SourceError as error:
                self.errors.append(error)

    @property
    def count(self) -> int | None:
        """The number of articles, where it is known before reading."""
        return len(self.files) if all(READERS[file.suffix.lower()].single for file in self.files) else None

    @property
    def notice(self) -> str | None:
        """The notices (`NOTICE.txt`) of the folders that the articles read so far lie in."""
        return self._sidecars.notice

    def _is_new(self, name: str, path: Path) -> bool:
        if name in self.paths:
            self.errors.append(SourceError(path, f"the article id {name!r} is taken by {self.paths[name]}; passed over"))
            return False
        self.paths[name] = path
        return True

    def _files_of(self, path: Path) -> list[Path]:
        if path.is_dir():
            files = sorted(file for file in self._walked(path) if file.suffix.lower() in READERS and not is_sidecar(file))
            reason = f"no articles in this folder (it is searched for {_suffixes()})"
        else:
            files = [path] if path.exists() and path.suffix.lower() in READERS else []
            reason = f"no reader for this kind of file (known: {_suffixes()})" if path.exists() else "no such file or folder"
        if not files:
            self.errors.append(SourceError(path, reason))
        return files

    def _walked(self, folder: Path) -> Iterator[Path]:
        for here, folders, names in os.walk(folder, onerror=self._unreadable):
            folders[:] = [name for name in folders if not name.startswith(".") and (Path(here) / name).resolve() != self._skip]
            yield from (Path(here) / name for name in names if not name.startswith("."))

    def _unreadable(self, error: OSError) -> None:
        self.errors.append(SourceError(Path(error.filename), error.strerror or "cannot be read"))


def _suffixes() -> str:
    return ", ".join(sorted(READERS))
