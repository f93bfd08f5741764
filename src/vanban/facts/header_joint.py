"""Whether the bodies of a letterhead issue a document together, or one stands above the other."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.facts.header_letterhead import ORGAN
from vanban.layout.component import begins_body
from vanban.rules.pattern import compiled
from vanban.text.bare import bare

# Collective leaderships are named with the organisation they lead.
LEADERSHIP = compiled(r"(?:BAN\s+)?THƯỜNG\s+TRỰC|BAN\s+(?:CHẤP\s+HÀNH|THƯỜNG\s+VỤ)")
_LETTERS = compiled(r"\s*[-–]\s*")
# «MTTQ», «TNCS» inside a name: letters already.
_ABBREVIATION = compiled(r"[bcdghklmnpqrstvx]{2,}|ubnd|ubmttq")


def sign_together(names: Sequence[str], letters: str) -> bool:
    """Whether the symbol names each of the bodies by its first letters ("CTr/HNDT-SNNMT")."""
    before, _, after = letters.rpartition("/")
    # «512/MTTQ-BTT»: the leadership of a body signs with both, and is one issuer.
    leads = any(map(LEADERSHIP.fullmatch, names[1:]))
    return len(names) > 1 and not leads and any(_name_each(side, names) for side in (after, before))


def _name_each(letters: str, names: Sequence[str]) -> bool:
    """ "QCLN-TAND-VKSND", "01-TANDTC-VKSNDTC": a number or the letters of the kind may come first."""
    parts = _LETTERS.split(letters.strip())
    parts = parts[1:] if len(parts) == len(names) + 1 else parts
    return len(parts) == len(names) and all(map(_abbreviates, parts, names))


def _abbreviates(part: str, name: str) -> bool:
    words = [word for word in bare(name).replace(",", "").split() if word not in ("va", "-", "–")]
    initials = "".join(word if _ABBREVIATION.fullmatch(word) else word[0] for word in words)
    return len(part) > 1 and initials.startswith(bare(part))


def are_peers(names: Sequence[str]) -> bool:
    """Whether each is a body of its own, none the leadership or an organ of the one above it."""
    within = [LEADERSHIP.match(name) or ORGAN.match(name) for name in names]
    return len(names) > 1 and all(map(begins_body, names)) and not any(within)
