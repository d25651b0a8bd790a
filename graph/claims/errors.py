"""The error that reading and writing claims raises."""

from __future__ import annotations

from pydantic import ValidationError

__all__ = ["ClaimStoreError", "first_breach"]


class ClaimStoreError(ValueError):
    """Stored claims that cannot be used; the message is one line that names the file."""


def first_breach(error: ValidationError) -> str:
    """Say in one line what is wrong with a record, and in which field."""
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]
