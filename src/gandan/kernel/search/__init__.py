"""Full-text search over whatever apps give it. Derived: it can be thrown away and built again."""

from gandan.kernel.search.asking import Found, Hit, ask, facets
from gandan.kernel.search.index import Entry, SearchIndex

__all__ = ["Entry", "Found", "Hit", "SearchIndex", "ask", "facets"]
