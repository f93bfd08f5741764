from vanban.facts.context import Context
from vanban.layout.page import Layout
from vanban.model import Petition


def find(page: Layout, context: Context) -> tuple[Petition, ...]:
    return ()
