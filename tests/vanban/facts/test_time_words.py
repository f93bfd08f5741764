"""A time is written such that it is read back as the same time."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vanban.facts.time import Piece, Time, parse
from vanban.facts.time_clock import Clock, end_of_month
from vanban.facts.time_value import Term, When
from vanban.facts.time_words import say
from vanban.model import Span

ISSUED = date(2026, 3, 2)
ONES = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín"]
AFTER_TEN = [word.replace("năm", "lăm") for word in ONES]
SPELLED = dict(
    enumerate(
        [
            *(f"mồng {word}" for word in ONES),
            "mồng mười",
            *(f"mười {word}" for word in AFTER_TEN),
            "hai mươi",
            *(f"hai mươi {word}" for word in AFTER_TEN),
            "ba mươi",
            "ba mươi mốt",
        ],
        1,
    )
)
MONTHS = [*ONES, "mười", "mười một", "mười hai"]
YEARS = st.integers(2020, 2040)
DATES = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def several(days):
    return st.lists(days, min_size=1, max_size=3, unique=True).map(lambda d: tuple(sorted(d)))


@st.composite
def windows(draw):
    first, last = sorted(draw(st.lists(DATES, min_size=2, max_size=2)))
    return When((last,), first, "day")


@st.composite
def yearly(draw):
    named = sorted(
        draw(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 28)), min_size=1, max_size=2))
    )
    due = sorted(Clock(ISSUED).first_after_issue(month, day) for month, day in named)
    beat = "half-yearly" if len(named) == 2 else "yearly"
    return When(tuple(due), None, "day", beat, tuple(named))


@st.composite
def months_of_every_year(draw):
    """Months whose end comes first after the issue, in the order of those ends."""
    months = draw(st.sets(st.integers(1, 12), min_size=1, max_size=2))
    due = sorted(Clock(ISSUED).first_month_end_after_issue(month) for month in months)
    return When(tuple(due), None, "month", "yearly")


MONTH_ENDS = st.builds(end_of_month, YEARS, st.integers(1, 12))
QUARTER_ENDS = st.builds(end_of_month, YEARS, st.sampled_from((3, 6, 9, 12)))
WHENS = st.one_of(
    several(DATES).map(lambda due: When(due, None, "day")),
    several(MONTH_ENDS).map(lambda due: When(due, None, "month")),
    several(QUARTER_ENDS).map(lambda due: When(due, None, "quarter")),
    st.builds(end_of_month, YEARS, st.sampled_from((6, 12))).map(
        lambda d: When((d,), None, "half")
    ),
    YEARS.map(lambda year: When((date(year, 12, 31),), None, "year")),
    windows(),
    yearly(),
    months_of_every_year(),
    st.integers(1, 28).map(lambda day: When(recurrence="monthly", days=((0, day),))),
    st.integers(1, 28).map(lambda day: When(recurrence="quarterly", days=((0, day),))),
    st.builds(
        lambda beat, place: When(recurrence=beat, workday=place),
        st.sampled_from(("weekly", "monthly", "quarterly", "yearly")),
        st.sampled_from((1, -1)),
    ),
    st.sampled_from(
        ("khi có ý kiến của Ban Thường vụ Tỉnh ủy", "sau khi được Sở Nội vụ thẩm định")
    ).map(lambda event: When(recurrence="on-event", waits_for=event)),
    st.sampled_from(("weekly", "monthly", "quarterly", "yearly", "half-yearly", "continuous")).map(
        lambda beat: When(recurrence=beat)
    ),
    st.builds(
        Term,
        st.integers(1, 90),
        st.sampled_from(("hour", "day", "week", "month")),
        st.booleans(),
        st.sampled_from((None, "ngày nhận đơn", "khi kết thúc hội nghị")),
    ).map(lambda term: When(term=term)),
)


@given(st.lists(WHENS, min_size=1, max_size=3))
def test_what_is_said_is_read_back(whens):
    """`parse(say(x)) == x`, whatever x is: no piece is lost, none is added to another."""
    pieces = tuple(Piece(Span(at, at + 1), "", "", when) for at, when in enumerate(whens))
    read = parse(say(Time(pieces)), ISSUED)
    assert tuple(piece.when for piece in read.shown) == tuple(whens)


@given(st.integers(1, 12), st.integers(1, 31), YEARS)
def test_a_day_spelled_out_is_the_day_in_figures(month, day, year):
    """«ngày mồng ba tháng tư năm 2026» is 3/4/2026, and no such day gives none."""
    words = f"trước ngày {SPELLED[day]} tháng {MONTHS[month - 1]} năm {year}"
    figures = f"trước ngày {day} tháng {month} năm {year}"
    assert parse(words, ISSUED).due == parse(figures, ISSUED).due


def test_a_quarter_is_said_with_roman_figures():
    assert say(parse("quý 2 năm 2026")) == "Quý II/2026"
