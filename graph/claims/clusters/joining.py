"""Joins names to groups: what people decided always holds, and no two names they told apart meet through a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import Generic, TypeVar

__all__ = ["Groups", "join_alike"]

_Name = TypeVar("_Name", bound=Hashable)
Tie = tuple[_Name, _Name]


class Groups(Generic[_Name]):
    """Names in groups, and the groups that must not meet.

    Examples
    --------
    >>> groups = Groups()
    >>> groups.part("Saleh", "Salah"), groups.join("Salih", "Saleh"), groups.join("Salih", "Salah")
    (True, True, False)
    """

    def __init__(self) -> None:
        self._up: dict[_Name, _Name] = {}
        self._foes: dict[_Name, set[_Name]] = defaultdict(set)
        self._anchors: dict[_Name, _Name] = {}

    def find(self, name: _Name) -> _Name:
        """Return the name that stands for the group of a name."""
        root = name
        while root in self._up:
            root = self._up[root]
        while name != root:
            self._up[name], name = root, self._up[name]
        return root

    def anchor(self, name: _Name) -> None:
        """Take a name for one that no other anchored name can be."""
        self._anchors[self.find(name)] = name

    def anchor_of(self, name: _Name) -> _Name | None:
        """Return the anchored name in a name's group."""
        return self._anchors.get(self.find(name))

    def parted(self, one: _Name, other: _Name) -> bool:
        """Whether two names must not meet."""
        first, second = self.find(one), self.find(other)
        return second in self._foes.get(first, ()) or (first != second and first in self._anchors and second in self._anchors)

    def part(self, one: _Name, other: _Name) -> bool:
        """Keep two names apart from now on; False where they are in one group already."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return False
        self._foes[first].add(second)
        self._foes[second].add(first)
        return True

    def join(self, one: _Name, other: _Name) -> bool:
        """Put two names into one group; False, and nothing done, where they must not meet."""
        first, second = self.find(one), self.find(other)
        if self.parted(first, second):
            return False
        if first != second:
            self._up[second] = first
            self._inherit(first, second)
        return True

    def clash(self, roots: Set[_Name]) -> bool:
        """Whether some of these groups, each given by the name that stands for it, must not meet."""
        return sum(root in self._anchors for root in roots) > 1 or any(not roots.isdisjoint(self._foes.get(r, ())) for r in roots)

    def _inherit(self, first: _Name, second: _Name) -> None:
        if second in self._anchors:
            self._anchors[first] = self._anchors.pop(second)
        for foe in self._foes.pop(second, set()):
            self._foes[foe].discard(second)
            self._foes[foe].add(first)
            self._foes[first].add(foe)


def join_alike(groups: Groups[_Name], ties: Sequence[Tie[_Name]]) -> list[Tie[_Name]]:
    """Join the names that are surely alike, and return the ties that were left open.

    A name that is like two others which are not like each other ("Gharbli" beside "Gharabli" and "Gharibli") belongs to
    neither for sure; nor do names whose ties would bring together what was told apart. No order changes what is joined.
    """
    allowed = [tie for tie in ties if not groups.parted(*tie)]
    torn = _torn(groups, allowed)
    faulty = _faulty(groups, [tie for tie in allowed if torn.isdisjoint(tie)])
    left = {tie: None for tie in allowed if not torn.isdisjoint(tie) or groups.find(tie[0]) in faulty}
    for tie in allowed:
        if tie not in left:
            groups.join(*tie)
    return list(left)


def _torn(groups: Groups[_Name], ties: Iterable[Tie[_Name]]) -> set[_Name]:
    """Return the names that are alike with two that are not."""
    near: dict[_Name, set[_Name]] = defaultdict(set)
    for one, other in ties:
        near[one] |= {one, other}
        near[other] |= {one, other}
    shared: dict[frozenset[_Name], frozenset[_Name]] = {}
    closed = {name: shared.setdefault(frozenset(others), frozenset(others)) for name, others in near.items()}
    return {name for name in closed if _is_torn(groups, closed, name)}


def _is_torn(groups: Groups[_Name], near: Mapping[_Name, frozenset[_Name]], name: _Name) -> bool:
    own = near[name]
    differing = (other for other in own if near[other] is not own)  # spares large groups of equals a cubic comparison
    return any(groups.find(third) != groups.find(other) for other in differing for third in own - near[other])


def _faulty(groups: Groups[_Name], ties: Sequence[Tie[_Name]]) -> set[_Name]:
    """Return the groups that the ties would chain together although some of them must not meet."""
    chained: Groups[_Name] = Groups()
    for one, other in ties:
        chained.join(groups.find(one), groups.find(other))
    chains: dict[_Name, set[_Name]] = defaultdict(set)
    for root in {groups.find(name) for tie in ties for name in tie}:
        chains[chained.find(root)].add(root)
    return {root for chain in chains.values() if groups.clash(chain) for root in chain}
