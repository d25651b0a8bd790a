"""`libyagraph actors review`: asks a person which names are one actor."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.text import Text

from graph.actors.names import key, words
from graph.claims.clusters import DECISIONS_FILE, Decision, DecisionFile, DecisionsError, Party, is_unknown
from graph.cli.console import WrongUsageError, with_exit_codes
from graph.sources import one_line

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph actors review graph"
_KEYS = {"s": "same", "d": "different", "k": "skip", "b": "back", "q": "quit"}
_ANSWERS = {"": "skip", **_KEYS, **{answer: answer for answer in _KEYS.values()}}
_PROMPT = "[s]ame  [d]ifferent  s[k]ip  [b]ack  [q]uit > "


@with_exit_codes
def command(
    where: Annotated[Path, typer.Argument(metavar="DIR|FILE", help="A folder that `libyagraph build` wrote, or decisions.yaml.")],
    *,
    decisions: Annotated[Path | None, typer.Option(metavar="FILE", help="The file of decisions, where it is not in DIR.")] = None,
    only_list: Annotated[bool, typer.Option("--list", help="Print the open pairs as TSV and ask nothing.")] = False,
) -> None:
    """Ask which names are one actor, pair by pair; every answer is saved at once, and the next build obeys it."""
    file = DecisionFile(_path(where, decisions))
    asked = [entry for entry in file.read() if entry.decision is None]
    if not asked:
        typer.echo("No names to decide.", err=only_list)
    elif only_list:
        for entry in asked:
            typer.echo(_row(entry))
    else:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        _Review(file, asked).run(sys.stdin)


def _path(where: Path, given: Path | None) -> Path:
    for path in (where, given or where):
        if not path.exists():
            raise WrongUsageError(f"{path}: no such file or folder")
    if given or not where.is_dir():
        return given or where
    if not any((where / name).exists() for name in (DECISIONS_FILE, "manifest.json")):
        raise WrongUsageError(f"{where}: neither a build nor decisions are here")
    return where / DECISIONS_FILE


def _row(entry: Decision) -> str:
    parties = (field for party in (entry.one, entry.other) for field in (party.id, party.label, party.type))
    return "\t".join(map(one_line, (*parties, entry.reason)))


class _Review:
    """One walk through the open pairs, forward and back."""

    def __init__(self, file: DecisionFile, asked: Sequence[Decision]) -> None:
        self._file = file
        self._asked = list(asked)
        self._console = Console()

    def run(self, answers: TextIO) -> None:
        """Ask until all is asked, the person quits, or no more answers come."""
        at = 0
        while at < len(self._asked):
            self._show(at)
            answer = self._answer(answers)
            if answer in (None, "quit"):
                break
            if answer == "back":
                at = max(0, at - 1)
            elif answer == "skip" or self._decided(at, answer or ""):
                at += 1
        self._end()

    def _answer(self, answers: TextIO) -> str | None:
        """Return what is to be done, None where the input has ended."""
        self._say(_PROMPT, end="")
        while line := answers.readline():
            if not answers.isatty():
                self._say(line.strip())
            answer = _ANSWERS.get(line.strip().casefold())
            if answer:
                return answer
            self._say(f"One of {', '.join(_KEYS)} > ", end="")
        self._say("")
        return None

    def _decided(self, at: int, verdict: str) -> bool:
        """Save an answer; False where it cannot be."""
        entry = self._asked[at].model_copy(update={"decision": verdict, "decided_on": dt.date.today().isoformat()})
        try:
            self._file.decide(entry)
        except DecisionsError as error:
            self._say(f"Not saved: {error}", style="red")
            return False
        self._asked[at] = entry
        return True

    def _left(self) -> int:
        return sum(entry.decision is None for entry in self._asked)

    def _show(self, at: int) -> None:
        entry = self._asked[at]
        said = f", you said: {entry.decision}" if entry.decision else ""
        self._say("")
        self._say(f"{at + 1} of {len(self._asked)}, {self._left()} left: {entry.reason or 'may be one actor'}{said}", style="dim")
        for side, party in (("one", entry.one), ("other", entry.other)):
            self._say(f"  {party.label}", style="bold", end="")
            self._say(f"  {party.type}, {party.id}")
            for context in entry.contexts:
                if context.of == side:
                    self._context(party, f"    {context.article}, {context.date or 'undated'}: ", context.sentence)
            if not is_unknown(party.id):
                self._say(f"    of the base; see: libyagraph actors show {party.id}", style="dim")

    def _context(self, party: Party, source: str, sentence: str) -> None:
        shown = Text(one_line(sentence))
        if not shown.highlight_words([one_line(party.label)], "bold reverse", case_sensitive=False):
            parts = [word.text for word in words(party.label) if word.folded in key(party.label)]
            shown.highlight_words(parts, "bold reverse", case_sensitive=False)
        self._console.print(Text.assemble((one_line(source), "dim"), shown), soft_wrap=True)

    def _end(self) -> None:
        answered = len(self._asked) - self._left()
        self._say(f"{answered} decided, {self._left()} left, in {self._file.path}. The next build obeys.")

    def _say(self, text: str, style: str = "", end: str = "\n") -> None:
        self._console.print(Text(one_line(text), style=style), soft_wrap=True, end=end)
