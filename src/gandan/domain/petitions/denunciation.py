"""Whether a text denounces a person: then it is not kept here."""

from __future__ import annotations

from gandan.kernel.refusal import Refused
from vanban.rules import rules

HOW_TO_FILE = (
    "Nội dung này giống đơn tố cáo một người nên không được lưu ở đây. Chưa lưu gì. "
    "Để được giữ kín tên, hãy gửi tố cáo bằng đơn trong phong bì dán kín, hoặc đến nơi tiếp công dân "
    "để trình bày (Luật Tố cáo 25/2018/QH14 Điều 22)."
)
AT_THE_DESK = (
    f"{HOW_TO_FILE} Nếu không phải tố cáo, hãy đánh dấu “Đây không phải tố cáo” rồi ghi lại."
)


def denounces(text: str) -> bool:
    """By rows of `denunciation.toml`: content decides, whatever the text calls itself."""
    return any(rule.pattern.search(text) for rule in rules("denunciation"))


def refuse_denunciation(text: str, sentence: str = HOW_TO_FILE) -> None:
    """Raise Refused if the text looks like a denunciation."""
    if denounces(text):
        raise Refused(sentence)
