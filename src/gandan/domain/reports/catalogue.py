"""Which reports the program writes."""

from __future__ import annotations

REPORTS = {
    "voter-contact": "Báo cáo tổ chức và tổng hợp ý kiến, kiến nghị cử tri của một đợt tiếp xúc",
    "petition-answers": "Báo cáo kết quả giải quyết, trả lời kiến nghị cử tri của một kỳ, một đợt",
}
