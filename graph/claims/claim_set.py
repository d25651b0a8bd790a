"""ClaimSet: claims by id in the order they came, with the articles they were read in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from graph.claims.articles import ArticleInfo
from graph.claims.conditions import Condition, at_least, has, involves, says, within
from graph.claims.edges import Edge, group_edges
from graph.model import Claim, Entity, Modality, Polarity
from graph.ontology import RELATIONS

__all__ = ["ClaimSet"]


class ClaimSet:
    r"""An insertion-ordered set of claims by id, the metadata of their articles, and a notice to readers.

    Parameters
    ----------
    claims
        Where two share an id, the one with the higher confidence is kept.
    articles
        Metadata of the articles that were read, with or without claims.
    notice
        What every reader of the set must be told, such as that its articles are invented.

    Examples
    --------
    >>> from graph.claims import ArticleInfo, ClaimSet
    >>> read = ClaimSet(articles=[ArticleInfo(id="a1")], notice="Sample.")
    >>> read.merge(ClaimSet(notice="Draft.")).notice
    'Sample.\nDraft.'
    """

    def __init__(self, claims: Iterable[Claim] = (), *, articles: Iterable[ArticleInfo] = (), notice: str | None = None) -> None:
        self._claims: dict[str, Claim] = {}
        self._articles: dict[str, ArticleInfo] = {}
        self.notice = notice or None
        for claim in claims:
            self.add(claim)
        for article in articles:
            self.add_article(article)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims.values())

    def __len__(self) -> int:
        return len(self._claims)

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._claims

    def __getitem__(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def __repr__(self) -> str:
        return f"<ClaimSet: {len(self._claims)} claims, {len(self._articles)} articles>"

    @property
    def articles(self) -> tuple[ArticleInfo, ...]:
        """Metadata of the articles, in the order they came."""
        return tuple(self._articles.values())

    def add(self, claim: Claim) -> None:
        """Add a claim; a known one is replaced in place where the new one has the higher confidence."""
        known = self._claims.get(claim.id)
        if known is None or claim.confidence > known.confidence:
            self._claims[claim.id] = claim

    def add_article(self, article: ArticleInfo) -> None:
        """Add an article's metadata; a known article stays as it is."""
        self._articles.setdefault(article.id, article)

    def merge(self, other: ClaimSet) -> ClaimSet:
        """Return the union of two sets by id; each notice is kept once, one a line."""
        lines = [line for notice in (self.notice, other.notice) if notice for line in notice.splitlines()]
        merged = ClaimSet(self, articles=self.articles, notice="\n".join(dict.fromkeys(lines)))
        for claim in other:
            merged.add(claim)
        for article in other.articles:
            merged.add_article(article)
        return merged

    def filter(
        self,
        *,
        actor: str | None = None,
        relation: str | Collection[str] | None = None,
        polarity: Polarity | None = None,
        modality: Modality | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        article: str | None = None,
        outlet: str | None = None,
        min_confidence: float | None = None,
    ) -> ClaimSet:
        """Return the claims that meet every condition given, with their articles and the notice.

        Parameters
        ----------
        actor
            Id of an entity that is subject or object.
        relation
            One relation or several.
        polarity, modality, article, outlet
            Exact value.
        since, until
            Days, both included, that the claim's time overlaps; the date of its evidence counts where it has no time.
        min_confidence
            Lowest confidence kept.

        Raises
        ------
        ValueError
            When the ontology has no such relation.
        """
        exact = [has("polarity", polarity), has("modality", modality), has("article", article), self._published_by(outlet)]
        asked = [*exact, involves(actor), says(relation), within(since, until), at_least(min_confidence)]
        conditions = [condition for condition in asked if condition is not None]
        return self._subset([claim for claim in self if all(condition(claim) for condition in conditions)])

    def entities(self) -> dict[str, Entity]:
        """Return all subjects and objects by id, in order of first appearance, as they first appear."""
        found: dict[str, Entity] = {}
        for claim in self:
            for side in (claim.subject, claim.object):
                if side.id not in found:
                    found[side.id] = Entity(id=side.id, label=side.label, type=side.type)
        return found

    def edges(self) -> list[Edge]:
        """Group the claims that say the same; a symmetric relation is one edge whichever side comes first."""
        return group_edges(self, self.entities())

    def contradictions(self) -> list[tuple[Edge, Edge]]:
        """Pair each affirmed edge with the negated edge of the same relation between the same two entities."""
        edges = self.edges()
        negated = {_ends(edge): edge for edge in edges if edge.polarity == "negated"}
        return [(edge, negated[_ends(edge)]) for edge in edges if edge.polarity == "affirmed" and _ends(edge) in negated]

    def _published_by(self, outlet: str | None) -> Condition | None:
        known = {article.id: article.outlet for article in self.articles}
        return None if outlet is None else lambda claim: outlet == (claim.evidence.outlet or known.get(claim.article))

    def _subset(self, claims: list[Claim]) -> ClaimSet:
        ids = {claim.article for claim in claims}
        return ClaimSet(claims, articles=(a for a in self.articles if a.id in ids), notice=self.notice)


def _ends(edge: Edge) -> tuple[str, tuple[str, str]]:
    sides = (edge.subject.id, edge.object.id)
    return edge.relation, (min(sides), max(sides)) if RELATIONS[edge.relation].symmetric else sides
