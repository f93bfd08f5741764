"""What `gandan read --json` prints is what the contract says, and survives JSON."""

import json
from datetime import date

from vanban.model import (
    Document,
    Duty,
    Header,
    Meeting,
    Petition,
    Reading,
    Reference,
    ReportDuty,
    Signer,
    Span,
    Sum,
)
from vanban.output.contract import to_contract

TEXT = "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, hoàn thành trong Quý II/2026." * 2

READING = Reading(
    source="plan.txt",
    sha256="0" * 64,
    media="text/plain",
    text=TEXT,
    documents=(
        Document(
            span=Span(0, len(TEXT)),
            header=Header(
                kind="kế hoạch",
                number="05/KH-UBND",
                issued_on=date(2026, 1, 5),
                signers=(Signer("Hoàng Văn Mẫu", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
                spans={"number": Span(0, 4)},
            ),
            references=(Reference(Span(0, 4), "Giao", "Kế hoạch", "05/KH-UBND", rule="r"),),
            duties=(
                Duty(
                    span=Span(0, len(TEXT)),
                    text=TEXT,
                    lead=("Sở Y tế",),
                    cooperating=("Sở Tài chính",),
                    time_text="Quý II/2026",
                    due=(date(2026, 6, 30),),
                    rule="duty.assigned",
                ),
            ),
            report_duties=(ReportDuty(Span(0, 4), "Giao", "Sở Y tế", period="6 tháng"),),
            meetings=(Meeting(Span(0, 4), "Giao", "HĐND xã", 3, {"trực tiếp": 3}),),
            petitions=(Petition(Span(0, 4), "Giao", "địa phương", asked_of=("Sở Y tế",)),),
            sums=(Sum(Span(0, 4), "Giao", 5, (2, 4), holds=False),),
        ),
    ),
)


def test_every_key_of_the_contract_is_there():
    document = json.loads(json.dumps(to_contract(READING)))["documents"][0]
    assert document["span"] == [0, len(TEXT)]
    assert document["header"]["issued_on"] == "2026-01-05"
    assert document["header"]["signers"] == [
        {"name": "Hoàng Văn Mẫu", "title": "PHÓ CHỦ TỊCH", "authority": "TM. ỦY BAN NHÂN DÂN"}
    ]
    assert document["references"][0]["number"] == "05/KH-UBND"
    task = document["tasks"][0]
    assert task["lead"] == ["Sở Y tế"]
    assert task["due"] == ["2026-06-30"]
    assert task["recurrence"] == "none"
    report = document["report_duties"][0]
    assert (report["who"], report["to"], report["due"]) == ("Sở Y tế", None, None)
    assert document["meetings"][0]["by_mode"] == {"trực tiếp": 3}
    assert document["petitions"][0]["asked_of"] == ["Sở Y tế"]
    assert document["sums"][0] == document["sums"][0] | {
        "total": 5,
        "parts": [2, 4],
        "holds": False,
    }


def test_what_the_text_does_not_say_is_null_never_a_guess():
    header = to_contract(READING)["documents"][0]["header"]
    assert header["place"] is None
    assert header["subject"] is None
    assert header["filing"] is None


def test_a_statement_is_shown_by_its_first_eighty_characters():
    task = to_contract(READING)["documents"][0]["tasks"][0]
    assert task["text"] == " ".join(TEXT[:80].split())
    assert TEXT[task["start"] : task["end"]] == TEXT
