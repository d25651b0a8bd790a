"""The file `decisions.yaml`: read and written so that nothing a person wrote is lost."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import yaml

from graph.actors import ActorBase
from graph.claims.atomic import replacing
from graph.claims.clusters.decisions import Decision, contradiction
from graph.claims.clusters.unknowns import Key, is_unknown
from graph.datafiles import DataFileError, load_yaml

__all__ = ["DECISIONS_FILE", "DecisionFile", "DecisionsError"]

DECISIONS_FILE = "decisions.yaml"
_PACKAGE = "graph.claims.clusters"
_HEADER = """\
# Are these names one actor? Write `same` or `different` behind `decision:`, or answer with: libyagraph actors review
# Every build obeys what is decided and keeps it; it adds and drops open questions (`null`) as names come and go.
# A build writes this file anew: put remarks into a field `note:`, for comments are lost.
"""


class DecisionsError(ValueError):
    """A file of decisions that cannot be used; the message is one line that names it."""


class DecisionFile:
    """The decisions in one file, which people and other programs may change at any time.

    Parameters
    ----------
    path
        The file; where there is none, nothing is decided.

    Examples
    --------
    >>> DecisionFile(Path("no/such/decisions.yaml")).read()
    []
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: tuple[int, ...] | None = None
        self._entries: list[Decision] = []

    def read(self, actors: ActorBase | None = None) -> list[Decision]:
        """Return all entries, one for each pair of names.

        Parameters
        ----------
        actors
            The base in which names that are not unknown must be found; not looked up where none is given.

        Raises
        ------
        DecisionsError
            When the file cannot be read, breaks the schema, contradicts itself, or names an actor that the base does not have.
        """
        try:
            stamp = self._stamp_now()
            if stamp != self._stamp:
                self._entries = self._checked(load_yaml(self.path, package=_PACKAGE, schema="decisions.schema.json"))
                self._stamp = stamp
        except FileNotFoundError:
            self._entries, self._stamp = [], None
        except DataFileError as error:
            first, *others = str(error).split("\n")
            raise DecisionsError(first + (f" (and {len(others)} more)" if others else "")) from error
        except OSError as error:
            raise DecisionsError(f"{self.path}: {error.strerror}") from error
        if actors is not None:
            self._fail_if(_stranger(self._entries, actors))
        return list(self._entries)

    def update(self, questions: Iterable[Decision]) -> list[Decision]:
        """Bring the open questions up to date, and return all entries.

        A person may have answered while a build ran: no decision is lost. Where nothing changes, the disk is not touched.

        Raises
        ------
        DecisionsError
            When the file cannot be used; it is left as it is.
        OSError
            When it cannot be written.
        """
        known = self.read()
        entries = _once([*(each for each in known if each.decision), *questions])
        if entries != known:
            self._write(entries)
        return entries

    def decide(self, answered: Decision) -> None:
        """Put one answer in; errors as in `update`.

        Raises
        ------
        DecisionsError
            Also when the answer contradicts other decisions.
        """
        entries = _once([*(each for each in self.read() if each.pair != answered.pair), answered])
        self._fail_if(contradiction(entries))
        self._write(entries)

    def _stamp_now(self) -> tuple[int, ...]:
        status = self.path.stat()
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _checked(self, data: dict[str, list[object] | None]) -> list[Decision]:
        found = [Decision.model_validate(each) for each in data["decisions"] or ()]
        self._fail_if(contradiction(found))
        return _once(found)

    def _fail_if(self, wrong: str | None) -> None:
        if wrong:
            raise DecisionsError(f"{self.path}: {wrong}")

    def _write(self, entries: list[Decision]) -> None:
        body = "decisions:\n" + "\n".join(map(_block, entries)) if entries else "decisions: []\n"
        with replacing(self.path) as temporary:
            temporary.write_text(_HEADER + body, encoding="utf-8", newline="\n")
        self._entries, self._stamp = entries, self._stamp_now()


def _stranger(decisions: Iterable[Decision], actors: ActorBase) -> str | None:
    parties = (decision.other for decision in decisions if decision.decision == "same" and not is_unknown(decision.other.id))
    lost = next((party for party in parties if actors.get(party.id) is None), None)
    return f"no actor has the id {lost.id!r}; find ids with: libyagraph resolve NAME" if lost else None


def _once(decisions: Iterable[Decision]) -> list[Decision]:
    """Keep one entry for each pair, a decided one where there is one, in the order of the file."""
    found: dict[frozenset[Key], Decision] = {}
    for decision in sorted(decisions, key=lambda decision: (decision.decision is None, *_place(decision))):
        found.setdefault(decision.pair, decision)
    return sorted(found.values(), key=_place)


def _place(decision: Decision) -> tuple[str, ...]:
    return decision.one.id, decision.other.id, decision.one.type, decision.other.type


@lru_cache(maxsize=1 << 16)
def _block(entry: Decision) -> str:
    fields = entry.model_dump(mode="json", exclude_none=True)
    ordered = {"one": fields.pop("one"), "other": fields.pop("other"), "decision": entry.decision, **fields}
    return str(yaml.dump([ordered], Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=120))
