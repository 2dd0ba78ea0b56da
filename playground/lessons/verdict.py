"""Claims that learners may have read elsewhere, and what the visitor's own experiment says about each, as words."""

from collections.abc import Sequence

Claim = tuple[str, bool, str]
"""What is claimed, whether it holds, and because of what."""


def verdict(claim: str, holds: bool, because: str) -> str:
    """Whether a claim holds here, and why."""
    sign = ":holds: **holds here**" if holds else ":fails: **does not hold here**"
    return f"“{claim}”: {sign}. {because}"


def verdicts(guess: str | None, claims: Sequence[Claim]) -> str:
    """The verdict on each claim, once there is a guess."""
    if guess is None:
        return ""
    return "\n\n".join(verdict(*claim) for claim in claims)
