from vanban.facts.context import Context
from vanban.layout.page import Layout
from vanban.model import ReportDuty


def find(page: Layout, context: Context) -> tuple[ReportDuty, ...]:
    return ()
