"""The same request is found again in other words, and a text that only shares a phrase is not."""

import random

import numpy as np
import pytest

from gandan.domain.petitions import actions, remembering
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.memory.batch import same_requests
from gandan.domain.petitions.memory.compare import SAME, compare
from gandan.domain.petitions.memory.index import PrintIndex
from gandan.domain.petitions.memory.words import coded, words

from ...conftest import NOW, TODAY
from .conftest import ROAD


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


def test_words_have_no_accents_and_one_form_of_unicode():
    assert words("Đường HOÀ Bình, số 12!") == ["duong", "hoa", "binh", "so", "12"]
    assert words("Đường") == words("Đường")  # the second is decomposed


def test_boilerplate_does_not_make_two_petitions_alike():
    left = coded(
        "Cử tri đề nghị Ủy ban nhân dân tỉnh quan tâm xem xét giải quyết nước sạch bản Mây"
    )
    right = coded(
        "Cử tri đề nghị Ủy ban nhân dân tỉnh quan tâm xem xét giải quyết trường học xã Núi"
    )
    assert compare(left, right).score < 0.5


def test_places_of_today_are_compared():
    text = coded(ROAD)
    assert compare(text, text, "00001", "00097").why.endswith("sau sáp nhập")
    assert compare(text, text, "00097", "00004").score < compare(text, text, "00097", "00097").score


def made_up(count, chance):
    heads = ["b", "c", "d", "đ", "g", "h", "l", "m", "n", "ph", "th", "tr", "ch"]
    tails = ["a", "an", "ao", "e", "en", "i", "iên", "o", "on", "ông", "u", "uôn", "ư", "ươn", "ây"]
    syllables = [head + tail for head in heads for tail in tails]
    return [
        " ".join(chance.choices(syllables, k=chance.randint(15, 50))) for _ in range(count)
    ], syllables


def paraphrase(text, share, syllables, chance):
    out = []
    for word in text.split():
        how = chance.random()
        if how > share:
            out.append(word)
        elif how > share * 0.3:
            out.append(chance.choice(syllables))
        elif how > share * 0.15:
            out += [word, chance.choice(syllables)]
    return " ".join(out)


def test_planted_paraphrases_are_found_in_a_batch():
    chance = random.Random(3)
    texts, syllables = made_up(3_000, chance)
    truth = set()
    for n in range(300):
        truth.add((n, len(texts)))
        texts.append(paraphrase(texts[n], chance.uniform(0.02, 0.2), syllables, chance))
    found = {(left, right) for left, right, _ in same_requests(texts, processes=1)}
    assert len(found & truth) / len(truth) >= 0.97
    assert len(found & truth) / len(found) >= 0.95


def test_the_index_gives_the_nearest_and_survives_a_cut_off_record(tmp_path):
    index = PrintIndex(tmp_path / "prints")
    chance = random.Random(4)
    texts, syllables = made_up(500, chance)
    index.add(enumerate(texts, 1))
    with index.path.open("ab") as file:
        file.write(b"\x01" * 33)
    assert len(index) == 500
    index.add([(501, "một văn bản khác hẳn")])
    assert index.last_keys(1) == [501]
    asked = coded(paraphrase(texts[42], 0.15, syllables, chance))
    assert index.nearest(asked, least=0.1, most=5)[0].key == 43


def test_what_was_entered_a_moment_ago_is_found(petition, clerk):
    said = "Đề nghị UBND tỉnh sớm sửa cầu treo qua suối Nậm Hon vì mùa mưa học sinh không qua được"
    (found,) = remembering.similar(said, visible_petitions(clerk, TODAY))
    assert found.petition == petition
    assert found.score >= SAME
    assert "trùng" in found.why


def test_what_somebody_may_not_see_is_not_proposed_to_them(petition, office):
    assert remembering.similar(ROAD, visible_petitions(office.other_head, TODAY)) == []


def test_the_file_of_prints_can_be_thrown_away(petition, clerk, office):
    for n in range(3):
        actions.receive(
            f"{ROAD} Lần {n}.", Origin("note"), said_on=TODAY, unit=office.home_affairs,
            actor=clerk, at=NOW,
        )  # fmt: skip
    before = remembering.similar(ROAD, visible_petitions(clerk, TODAY))
    assert remembering.rebuild() == 4
    assert remembering.similar(ROAD, visible_petitions(clerk, TODAY)) == before
    assert remembering.catch_up() == 0


def test_pairs_name_the_petitions_by_their_keys(petition, clerk, office):
    other = actions.receive(
        ROAD.replace("mùa mưa", "khi mưa"), Origin("note"), said_on=TODAY, unit=office.home_affairs,
        actor=clerk, at=NOW,
    )  # fmt: skip
    pairs = remembering.duplicates(visible_petitions(clerk, TODAY), processes=1)
    assert [pair[:2] for pair in pairs] == [(petition.pk, other.pk)]


def test_nothing_and_one_are_no_pairs():
    assert same_requests([], processes=1) == []
    assert same_requests(["một"], processes=1) == []
    assert np.all(coded("") == np.empty(0, np.uint32))
