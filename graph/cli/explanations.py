"""How `libyagraph extract --explain` shows an explanation: as lines of text, plain and coloured alike, or as JSON.

The words are those of articles: nothing in them is taken for markup, and nothing reaches a terminal that could steer it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from graph.extraction.explaining import Explanation, Fired, Miss, Word
from graph.model import Claim
from graph.sources import one_line

__all__ = ["as_json", "as_text"]

_COLOURS = {"subject": "green", "trigger": "yellow", "object": "cyan"}
_MOST_ROWS = 3
_KINDS = {"agent": "noun", "event": "noun", "mutual": "noun"}


def as_json(told: Explanation) -> str:
    r"""Return an explanation as one line of JSON, in which whatever is not printable is escaped.

    Examples
    --------
    >>> empty = {"words": (), "mentions": (), "claims": (), "misses": ()}
    >>> told = Explanation(article="a", number=1, start=0, end=2, sentence="\x9b!", **empty)
    >>> '"sentence":"\\u009b!"' in as_json(told)
    True
    """
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in told.model_dump_json())


def as_text(told: Explanation) -> Iterator[Text]:
    """Yield an explanation as lines to read."""
    date = f", {told.date}" if told.date else ""
    yield _line(f"{told.article}, sentence {told.number}{date}", "bold")
    yield _line(told.sentence)
    yield from _section("parse", _columns(map(_word, told.words)))
    yield from _section("mentions", _columns(_mentions(told)))
    yield from _section("claims", (line for fired in told.claims for line in _claim(fired, told)))
    yield from _section("no claim", map(_miss, told.misses))
    yield Text()


def _line(text: str, style: str = "") -> Text:
    return Text(one_line(text), style=style)


def _section(title: str, lines: Iterable[Text]) -> Iterator[Text]:
    shown = list(lines)
    yield Text(f"  {title}" if shown else f"  {title}: none", style="dim")
    yield from (Text.assemble("    ", line) for line in shown)


def _columns(rows: Iterable[Sequence[str]]) -> Iterator[Text]:
    """Yield rows with their fields under each other."""
    cells = [[one_line(field) for field in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (field + " " * (width - cell_len(field)) for field, width in zip(row, widths, strict=True))
        yield Text("  ".join(padded).rstrip())


def _word(word: Word) -> Sequence[str]:
    head = f"of {word.head} {word.head_text}" if word.head else ""
    return f"{word.number:3d}", word.text, word.lemma, word.pos, word.tag, word.label, head


def _mentions(told: Explanation) -> Iterator[Sequence[str]]:
    for named in told.mentions:
        yield named.text, named.id, named.label, named.type, named.kind, f"{named.score:.2f}", named.how


def _claim(fired: Fired, told: Explanation) -> Iterator[Text]:
    claim = fired.claim
    yield _line(f"{claim.subject.label} {claim.relation} {claim.object.label}: {', '.join(_qualities(claim))}", "green")
    frame = f", frame {fired.row}, line {fired.line}" if fired.row else ""
    yield _line(f"  by {claim.rule}{frame}")
    yield Text.assemble("  ", _marked(claim, told))


def _qualities(claim: Claim) -> Iterator[str]:
    said = claim.attributed_to
    yield claim.polarity
    yield f"{claim.modality} by {said.label or said.text}" if said else claim.modality
    yield f"confidence {claim.confidence:.2f}"
    if claim.role:
        yield f"as {claim.role}"
    if claim.time:
        ends = [str(end) if end else "" for end in dict.fromkeys((claim.time.start, claim.time.end))]
        yield f"{' to '.join(ends).strip()} (from the {claim.time.source})"


def _marked(claim: Claim, told: Explanation) -> Text:
    """Return the sentence with the claim's sides and trigger in brackets; a side of another sentence stands behind it."""
    evidence = claim.evidence
    spans = {"subject": evidence.subject_span, "trigger": evidence.trigger_span, "object": evidence.object_span}
    inside = {name: span for name, span in spans.items() if told.start <= span[0] and span[1] <= told.end}
    signs = [(end, 0, -start, f" :{name}]", name) for name, (start, end) in inside.items()]
    signs += [(start, 1, -end, "[", name) for name, (start, end) in inside.items()]
    shown, at = Text(), told.start
    for place, _, _, sign, name in sorted(signs):
        shown.append(one_line(told.sentence[at - told.start : place - told.start]))
        shown.append(sign, style=_COLOURS[name])
        at = place
    shown.append(one_line(told.sentence[at - told.start :]))
    elsewhere = {"subject": claim.subject.mention, "object": claim.object.mention}
    for name in elsewhere.keys() - inside.keys():
        shown.append(one_line(f" [in another sentence: {elsewhere[name]} :{name}]"), style=_COLOURS[name])
    return shown


def _miss(miss: Miss) -> Text:
    reasons = "; ".join(miss.reasons)
    pair = f"{miss.subject.label} -> {miss.object.label}: "
    if miss.row is None:
        return Text.assemble((one_line(pair), "bold"), (one_line(reasons), "dim"))
    kind = _KINDS.get(miss.kind or "", miss.kind)
    more = ", ..." if len(miss.alike) > _MOST_ROWS else ""
    near = f"; as near: {', '.join(miss.alike[:_MOST_ROWS])}{more}" if miss.alike else ""
    pattern = f"{miss.relation} ({kind} {miss.lemma!r}, frame {miss.row}, line {miss.line}): "
    return Text.assemble((one_line(pair), "bold"), (one_line(pattern), "yellow"), one_line(reasons + near))
