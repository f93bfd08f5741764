"""How a sentence opens before it comes to its subject."""

from __future__ import annotations

import regex

from vanban.rules.pattern import placed

#: Words that join a sentence to the one before it.
OPENING = placed(
    r"(?:\([^()\n]{2,30}\)\s*[-–]\s*)?[\s(“\"*+•–-]*(?:(?:đồng\s+thời|bên\s+cạnh\s+đó|ngoài\s+ra|trước\s+mắt|trong\s+đó|theo\s+đó|mặt\s+khác|riêng(?:\s+đối\s+với)?)\s*,?\s+)?",
    regex.IGNORECASE,
)
#: A clause with which a sentence may open before it comes to its subject.
INTRODUCES = placed(
    r"(?:nhận\s+được|tại(?=\s+(?:cuộc|buổi|hội\s+nghị|phiên|kỳ|lễ))|kết\s+luận\s+(?:cuộc|buổi|hội\s+nghị|phiên)|(?:công\s+văn|công\s+điện|chỉ\s+thị|văn\s+bản|thông\s+báo|kế\s+hoạch)\s+(?:cũng\s+)?nêu(?:\s+rõ)?|trên\s+đây|quá\s+trình|để|đề\s+(?!nghị|xuất|cao)|nhằm|căn\s+cứ|trên\s+cơ\s+sở|theo(?!\s+dõi)|thực\s+hiện(?=\s+(?-i:\p{Lu}))|trong|tùy|tuỳ|đối\s+với|khi|nếu|trường\s+hợp|sau|trước|hằng|hàng|định\s+kỳ|từ|năm|quý|tháng|với|qua|thông\s+qua|cùng\s+với|nhân|chậm\s+nhất|thời\s+gian\s+tới|về|ngay|xét|hiện\s+nay|kết\s+thúc|hết|đến|ngoài|bên\s+cạnh|cùng|hưởng\s+ứng|chào\s+mừng)\b",
    regex.IGNORECASE,
)
#: «Việc …», «Những …», «Nghị quyết này thay thế …»: a sentence about a matter, whose commas part no clause with a doer.
NOMINAL = placed(
    r"(?:việc|những|về\s+(?:hình\s+thức|nội\s+dung|thành\s+phần|kinh\s+phí)"
    r"|(?:\p{L}+\s+){1,3}này\s+(?:thay\s+thế|có\s+hiệu\s+lực|bãi\s+bỏ|quy\s+định|áp\s+dụng|được|gồm|đã))\b",
    regex.IGNORECASE,
)
