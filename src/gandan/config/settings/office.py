"""What an office decides for itself where the law was not read here, or leaves it to the office."""

from __future__ import annotations

import os

# Luật 136/2025/QH15 is said to forbid heads to leave the reception of people to deputies; its text was
# not verified, so it is off until the office says "no".
GANDAN_RECEPTION_BY_DEPUTIES = os.environ.get("GANDAN_RECEPTION_BY_DEPUTIES", "yes") != "no"
