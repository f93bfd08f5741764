"""The program tracks duties of the state towards people, never people."""

import re

from architecture.sources import SRC, model_fields, modules

NEVER = re.compile(
    r"(^|_)(ethnic\w*|race|religio\w*|faith|creed|mood|sentiment|attitude|ideolog\w*|political\w*|"
    r"dan_toc|ton_giao|tam_trang|thai_do|risk_score|trust_score|loyalty|reliability)(_|$)",
    re.I,
)
# A figure of opinions may be counted for a meeting, never kept on a person.
NEVER_ON_PERSONS = re.compile(
    r"(^|_)(opinion\w*|score|rating|tag|tags|watch\w*|risk|profile)(_|$)", re.I
)
PERSON = re.compile(
    r"Person|Citizen|Petitioner|Complainant|Denouncer|User|Account|Participant|Visitor"
)
# domain/law.md §4: the identity of a denouncer is a sealed envelope on paper; only its number is kept.
DENOUNCER = re.compile(
    r"denouncer_(name|address|phone|email|identity|handwriting|citizen_id)", re.I
)


def offending(path):
    for kind, field, _ in model_fields(path):
        if (
            NEVER.search(field)
            or DENOUNCER.search(field)
            or (PERSON.search(kind) and NEVER_ON_PERSONS.search(field))
        ):
            yield f"{path.parent.name}/{path.name}: {kind}.{field}"


def test_no_table_holds_ethnicity_religion_opinion_or_mood():
    """NĐ 356/2025 Điều 4(1) lists them as sensitive; this program has no use for them on persons."""
    assert [wrong for path in modules(SRC / "gandan") for wrong in offending(path)] == []


def test_a_planted_field_is_seen(tmp_path):
    planted = tmp_path / "models.py"
    planted.write_text(
        "class Person(models.Model):\n"
        "    religion = models.CharField()\n"
        "    tags = models.JSONField()\n"
        "    full_name = models.CharField()\n"
        "class Case(models.Model):\n"
        "    denouncer_name = models.CharField()\n"
    )
    seen = [line.split(": ")[1] for line in offending(planted)]
    assert seen == ["Person.religion", "Person.tags", "Case.denouncer_name"]
