"""Descriptions that lean only on what the news is about: "the prime minister", "the government", "the interior ministry"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.actors import Actor, base
from graph.actors.describe import governments
from graph.actors.offices import holders, home, normal_title
from graph.extraction.coreference.discourse import Discourse
from graph.extraction.relations.syntax import children

__all__ = ["government_here", "holder_here", "ministry_here"]

_WITHIN, _NEAR = 40, 1


def holder_here(title: str, token: Token, discourse: Discourse) -> Actor | None:
    """Return who has an office in the one government, or at the head of the one body, that the article is about."""
    wanted = normal_title(title)
    if (not wanted.endswith(" minister") and title != "speaker") or children(token, "relcl", "acl"):
        return None
    if wanted != "prime minister" and _is_abroad(token, discourse):
        return None
    date = discourse.reading.article.date
    kind = "PoliticalBody" if title == "speaker" else "Government"
    named = {m.entity.id for _, m, _ in discourse.named(_WITHIN) if m.entity.type == kind}
    bodies = [b for b in named if (body := base().get(b)) is not None and body.country in (home(), None)]
    found = holders(base(), title, bodies or [g.id for g in _governments(discourse)], date)
    return found[0].holder if len(found) == 1 else None


def government_here(token: Token, discourse: Discourse) -> Actor | None:
    """Return the government of the country that the article is about, where it names none, nor another country close by."""
    found = [] if _is_abroad(token, discourse) else _governments(discourse)
    return found[0] if len(found) == 1 else None


def ministry_here(title: str, token: Token, discourse: Discourse) -> Actor | None:
    """Return the ministry of the country that the article is about ("the interior ministry"), unless another is close by."""
    here = base().get(home())
    if here is None or not here.adjectives or _is_abroad(token, discourse):
        return None
    found = {alias.actor.id: alias.actor for alias in base().lookup(f"{here.adjectives[0]} {title}")}
    return next(iter(found.values())) if len(found) == 1 else None


def _governments(discourse: Discourse) -> list[Actor]:
    here = base().get(home())
    return governments(base(), here, discourse.reading.article.date) if here is not None else []


def _is_abroad(token: Token, discourse: Discourse) -> bool:
    """Whether another state is named in this sentence or the one before."""
    around = [m for _, m, _ in discourse.named(_NEAR)]
    around += [m for t in token.sent for m in discourse.reading.at(t)]
    return any(m.entity.type == "State" and m.entity.id != home() for m in around)
