"""What is kept of an article once its claims are drawn: its metadata, not its text."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from graph.model import Article, Text

__all__ = ["ArticleInfo"]


class ArticleInfo(BaseModel):
    """An article's publication data, the file it was read from and the SHA-256 of its text.

    Examples
    --------
    >>> ArticleInfo.of(Article(id="a1", text="Italy backs the GNA.")).sha256[:8]
    '89f351d8'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Text = Field(min_length=1)
    date: dt.date | None = None
    title: Text | None = None
    url: Text | None = None
    outlet: Text | None = None
    path: Text | None = None
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")

    @classmethod
    def of(cls, article: Article, path: str | None = None) -> Self:
        """Describe an article that was read from `path`."""
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        return cls(path=path, sha256=digest, **article.model_dump(exclude={"text"}))
