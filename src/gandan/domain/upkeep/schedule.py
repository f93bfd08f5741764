"""The jobs of every day, in the order in which they are run, and when each is due. Pure.

An hour is that of the office (Vietnam). What writes to people has an office's hours and days; what
only puts things in order is done at night, or as soon as the machine is on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

_NIGHT = time(0, 10)
_LONGEST_HOLIDAY = 30  # days without one working day: more than any calendar has


@dataclass(frozen=True, slots=True)
class Job:
    """`opens` to `closes` (None: midnight) is when the job may begin by itself."""

    key: str
    name: str
    does: str
    opens: time = _NIGHT
    closes: time | None = None
    only_working_days: bool = False


JOBS = (
    Job(
        "hand-over",
        "Chuyển việc của đơn vị đã kết thúc",
        "Việc đang mở của đơn vị sáp nhập sang đơn vị kế thừa, từ ngày có hiệu lực.",
    ),
    Job(
        "periods",
        "Tạo kỳ của nhiệm vụ lặp lại",
        "Kỳ đã bắt đầu thì có việc, có hạn riêng.",
    ),
    Job(
        "publications",
        "Công khai kiến nghị đến ngày",
        "Bản công khai đã duyệt và hẹn ngày được hiện ở trang của người dân.",
    ),
    Job(
        "search",
        "Cập nhật chỉ mục tìm kiếm",
        "Chỉ mục của cán bộ và của người dân theo kịp nhật ký, để lần tìm đầu ngày không phải chờ.",
    ),
    Job(
        "audit",
        "Soát và chốt nhật ký",
        "Soát chuỗi sự kiện, chốt các ngày đã qua, ghi tệp chot-nhat-ky.tsv trong thư mục dữ liệu.",
        opens=time(0, 30),
    ),
    Job(
        "sessions",
        "Xóa phiên đăng nhập hết hạn",
        "Phiên đã hết hạn không còn nằm trong cơ sở dữ liệu.",
        opens=time(0, 30),
    ),
    Job(
        "reminders",
        "Gửi thư nhắc việc",
        "Mỗi người một thư mỗi ngày làm việc: quá hạn, đến hạn, sắp đến hạn, chờ duyệt.",
        opens=time(7, 30),
        closes=time(17, 0),
        only_working_days=True,
    ),
)
_BY_KEY = {job.key: job for job in JOBS}


def job_named(key: str) -> Job | None:
    return _BY_KEY.get(key)


def is_due(job: Job, at: datetime, is_working_day: Callable[[date], bool]) -> bool:
    """Whether the job may begin by itself at a moment, if it was not run on that day."""
    local = timezone.localtime(at)
    hour = local.time()
    if hour < job.opens or (job.closes is not None and hour >= job.closes):
        return False
    return not job.only_working_days or is_working_day(local.date())


def next_opening(
    job: Job, after: datetime, is_working_day: Callable[[date], bool]
) -> datetime | None:
    """The first moment from `after` on at which the job opens; None: no working day is in sight."""
    local = timezone.localtime(after)
    for ahead in range(_LONGEST_HOLIDAY):
        day = local.date() + timedelta(days=ahead)
        opening = datetime.combine(day, job.opens, local.tzinfo)
        if opening >= local and (not job.only_working_days or is_working_day(day)):
            return opening
    return None
