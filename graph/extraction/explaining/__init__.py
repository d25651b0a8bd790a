"""Why the patterns made the claims they made of a sentence, and what kept them from making others."""

from graph.extraction.explaining.call import explain
from graph.extraction.explaining.records import Explanation, Fired, Miss, Named, Party, Word

__all__ = ["Explanation", "Fired", "Miss", "Named", "Party", "Word", "explain"]
