"""`gandan petitions similar|duplicates|classify|train|index`: questions to what is stored."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from gandan.domain.directory import actions as directory
from gandan.domain.directory.access import Standing, standing
from gandan.domain.directory.queries import match
from gandan.domain.petitions import finding, remembering
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.petitions.classification import load_model, propose, save
from gandan.domain.petitions.classification import train as learn
from gandan.domain.petitions.queries import corrected_by_people, name_of


def model_file() -> Path:
    return Path(settings.GANDAN_DATA) / "derived" / "petition-classifier.npz"


def machine() -> Standing:
    """Who may run a command here owns the data: commands see what the machine's account sees."""
    return standing(directory.machine_account(timezone.now()), timezone.localdate())


def similar(args: argparse.Namespace) -> int:
    who = machine()
    found = remembering.similar(args.text, visible_petitions(who, who.on), args.place)
    if args.json:
        rows = [{"id": one.petition.pk, "score": one.score, "why": one.why} for one in found]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for one in found:
        day = one.petition.said_on.strftime("%d/%m/%Y")
        print(f"{one.score:.2f}  {one.petition.pk}  {day}  {one.petition.text[:90]}  ({one.why})")
    if not found:
        print("Chưa có kiến nghị nào giống nội dung này.")
    return 0


def duplicates(args: argparse.Namespace) -> int:
    who = machine()
    pairs = remembering.duplicates(visible_petitions(who, who.on))
    for first, later, score in pairs:
        if args.json:
            print(json.dumps({"id": first, "other": later, "score": score}))
        else:
            print(f"{score:.2f}  {first}  {later}")
    return 0


def classify(args: argparse.Namespace) -> int:
    said = propose(args.text, load_model(model_file()))
    named = match(said.department, timezone.localdate()).unit if said.department else None
    answer = {
        "field": said.field,
        "field_name": name_of(said.field) if said.field else "",
        "level": said.level,
        "unit": named.code if named else said.department,
        "confidence": said.confidence,
        "automatic": said.is_automatic,
        "reasons": list(said.reasons),
    }
    if args.json:
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    print(f"{answer['field_name'] or 'chưa rõ lĩnh vực'} ({said.confidence:.0%})")
    for reason in said.reasons:
        print(f"  {reason}")
    return 0


def train(args: argparse.Namespace) -> int:
    del args
    rows = list(corrected_by_people().values_list("text", "field"))
    trained = learn([text for text, _ in rows], [field for _, field in rows])
    digest = save(trained, model_file())
    print(
        f"Đã học từ {trained.learnt} kiến nghị; đúng {trained.right}/{trained.held_out} "
        f"({trained.accuracy:.1%}) trên phần để riêng. Mô hình {digest[:12]}."
    )
    return 0


def index(args: argparse.Namespace) -> int:
    del args
    kept = remembering.rebuild()
    finding.rebuild()
    print(f"Đã dựng lại bộ nhớ ({kept} kiến nghị) và chỉ mục tìm kiếm.")
    return 0
