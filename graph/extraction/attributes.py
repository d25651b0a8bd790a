"""The rules of spaCy's attribute ruler, looked up by word: the ruler itself tries each of its rules at each token."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

__all__ = ["NAME", "Attributes"]

NAME = "libyagraph_attributes"
_LOOKED_UP = ("TAG", "LOWER", "DEP")
_Key = tuple[int, int, int]


class Attributes:
    """Sets parts of speech, features and lemmas exactly as an attribute ruler does.

    Rules for one token that name nothing but its tag, word and dependency are looked up; the others go to a matcher.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._attrs, self._indices = ruler.attrs, ruler.indices
        self._strings = ruler.vocab.strings
        self._rules: dict[_Key, list[int]] = defaultdict(list)
        self._matcher = Matcher(ruler.vocab)
        rules: list[Any] = ruler.patterns
        for number, rule in enumerate(rules):
            others = [pattern for pattern in rule["patterns"] if not self._keep(number, pattern)]
            if others:
                self._matcher.add(str(number), others)
        self._words = frozenset(word for _, word, _ in self._rules)
        self._labels = frozenset(label for _, _, label in self._rules)
        self._settled: dict[_Key, tuple[int, ...]] = {}

    def _keep(self, number: int, pattern: Any) -> bool:
        """Keep a rule to be looked up, where it is of that kind; 0 stands for any tag, word or label."""
        keys = list(_keys(pattern[0])) if len(pattern) == 1 else []
        for key in keys:
            tag, word, label = (self._strings.add(part) if part else 0 for part in key)
            self._rules[tag, word, label].append(number)
        return bool(keys)

    def __call__(self, doc: Doc) -> Doc:
        """Apply to each token the rules that fit it, in the ruler's order: the later ones count."""
        matched = self._matched(doc)
        for token, (tag, word, label) in zip(doc, doc.to_array(list(_LOOKED_UP)).tolist(), strict=True):
            key = (tag, word if word in self._words else 0, label if label in self._labels else 0)
            numbers = self._settled.get(key)
            if numbers is None:
                numbers = self._settled[key] = self._fitting(key)
            if token.i in matched:
                numbers = tuple(sorted((*numbers, *matched[token.i])))
            for number in numbers:
                set_token_attrs(token, self._attrs[number])
        return doc

    def _fitting(self, key: _Key) -> tuple[int, ...]:
        ways: Iterator[_Key] = product({key[0], 0}, {key[1], 0}, {key[2], 0})
        return tuple(sorted({number for way in ways for number in self._rules.get(way, ())}))

    def _matched(self, doc: Doc) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for name, start, end in self._matcher(doc, allow_missing=True):
            number = int(self._strings[name])
            found[doc[start:end][self._indices[number]].i].append(number)
        return found


def _keys(token: Mapping[str, Any]) -> Iterator[tuple[str | None, ...]]:
    """Yield the tags, words and labels that a rule's token may have; none where it says more than a list of them."""
    if set(token) <= set(_LOOKED_UP):
        yield from product(*(_listed(token[field]) if field in token else [None] for field in _LOOKED_UP))


def _listed(wanted: str | Mapping[str, Any]) -> Sequence[str]:
    """The words that a condition lists; none where it is of another kind."""
    listed = [wanted] if isinstance(wanted, str) else wanted["IN"] if set(wanted) == {"IN"} else []
    return listed if all(listed) else []


@Language.factory(NAME)
def make_attributes(nlp: Language, name: str) -> Attributes:
    """Create the component for a pipeline that has an attribute ruler."""
    return Attributes(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
