"""How often one address may ask: counted in memory, forgotten with its window, never kept with a case."""

from __future__ import annotations

import time
from ipaddress import ip_address, ip_network
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac


class Pace(NamedTuple):
    """So many times in so many seconds."""

    most: int
    seconds: int


# One address may be a whole village behind one operator: these stop a machine, not a neighbourhood.
PACES = {
    "look-up": Pace(60, 300),
    "search": Pace(120, 300),
    "send": Pace(30, 3600),
    "rate": Pace(120, 3600),
}


def slowed(request: HttpRequest, what: str) -> HttpResponse | None:
    """The page that asks to wait, if this address asked too often; else None, and this time counts."""
    pace = PACES[what]
    window = int(time.time() // pace.seconds)
    key = f"pace:{what}:{window}:{_visitor(request)}"
    cache.add(key, 0, pace.seconds)
    try:
        times = cache.incr(key)
    except ValueError:  # it was pushed out in between
        return None
    if times <= pace.most:
        return None
    wait = pace.seconds - int(time.time() % pace.seconds)
    answer = render(request, "portal/slow.html", {"minutes": -(-wait // 60)}, status=429)
    answer["Retry-After"] = str(wait)
    return answer


def _visitor(request: HttpRequest) -> str:
    """A sealed mark of the address, not the address: of IPv6 the network, which one house has."""
    said = address_of(request)
    try:
        address = ip_address(said)
    except ValueError:
        return "unknown"
    if address.version == 6:
        said = str(ip_network(f"{said}/64", strict=False))
    return salted_hmac("gandan.web.portal.pace", said).hexdigest()[:32]


def address_of(request: HttpRequest) -> str:
    """Who asks: behind `GANDAN_PROXIES` proxies of the office, what the outermost of them saw."""
    proxies = settings.GANDAN_PROXIES
    passed = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(passed) >= proxies:
        return passed[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
