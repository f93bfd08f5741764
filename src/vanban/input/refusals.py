"""Every reason to refuse a file, each as the one sentence that its sender reads."""

from __future__ import annotations

from vanban.input.source import Rejected

_SENTENCES = {
    "empty": "Tệp rỗng, không có chữ nào; chưa lưu gì, hãy mở tệp gốc kiểm tra rồi gửi lại.",
    "too-large": "Tệp lớn {size} MB, quá giới hạn {limit} MB; chưa lưu gì, hãy tách tệp hoặc giảm"
    " độ phân giải bản quét rồi gửi lại.",
    "binary": "Tệp chỉ gồm dữ liệu nhị phân, không phải văn bản; chưa lưu gì, hãy xuất lại từ phần"
    " mềm đã tạo ra tệp (DOCX, PDF hoặc TXT) rồi gửi lại.",
    "unknown-encoding": "Không nhận ra bảng mã chữ của tệp (không phải UTF-8, UTF-16, TCVN3 hay"
    " VNI); chưa lưu gì, hãy lưu lại tệp với mã UTF-8 rồi gửi lại.",
    "not-what-it-says": "Tệp có đuôi {suffix} nhưng nội dung không phải định dạng ấy, có thể đã"
    " hỏng khi tải; chưa lưu gì, hãy lấy lại tệp gốc rồi gửi lại.",
    "damaged": "Tệp {kind} bị hỏng hoặc thiếu, không đọc được; chưa lưu gì, hãy mở bằng phần mềm"
    " soạn thảo, lưu lại thành tệp mới rồi gửi lại.",
    "bomb": "Tệp nén bung ra quá lớn so với cỡ của nó, có thể là tệp phá hoại; chưa lưu gì, hãy xin"
    " lại tệp từ nơi gửi.",
    "macro": "Tệp chứa macro (mã lệnh tự chạy) nên không được nhận; chưa lưu gì, hãy lưu lại thành"
    " DOCX không macro hoặc PDF rồi gửi lại.",
    "encrypted": "Tệp được đặt mật khẩu nên không đọc được; chưa lưu gì, hãy gỡ mật khẩu rồi gửi"
    " lại.",
    "unsupported": "Chưa đọc được định dạng {kind}; chưa lưu gì, hãy lưu lại thành DOCX, PDF hoặc"
    " TXT rồi gửi lại.",
    "too-many-pages": "Tệp có {pages} trang, quá giới hạn {limit} trang; chưa lưu gì, hãy tách"
    " thành nhiều tệp rồi gửi lại.",
    "too-many-pixels": "Ảnh có {pixels} triệu điểm, quá giới hạn {limit} triệu; chưa lưu gì, hãy"
    " quét lại ở 300 dpi rồi gửi lại.",
    "no-text": "Không tìm thấy chữ nào trong tệp; chưa lưu gì, hãy kiểm tra tệp gốc hoặc quét lại"
    " rõ hơn rồi gửi lại.",
    "scan-without-ocr": "Tệp là bản quét, không có lớp chữ, mà việc nhận dạng chữ đang tắt; chưa"
    " lưu gì, hãy bật nhận dạng chữ hoặc gửi bản có lớp chữ.",
    "needs-tesseract": "Tệp là ảnh hoặc bản quét nhưng máy chưa có chương trình nhận dạng chữ; chưa"
    " lưu gì, hãy cài tesseract-ocr và tesseract-ocr-vie rồi gửi lại, hoặc gửi bản có lớp chữ.",
    "needs-office": "Cần {tool} để đọc tệp {kind} mà máy chưa có; chưa lưu gì, hãy cài chương trình"
    " này, hoặc lưu lại tệp thành DOCX rồi gửi lại.",
    "too-slow": "Đọc tệp quá {seconds} giây nên đã dừng; chưa lưu gì, hãy tách tệp hoặc lưu lại"
    " thành tệp mới rồi gửi lại.",
    "too-heavy": "Đọc tệp cần quá nhiều bộ nhớ nên đã dừng; chưa lưu gì, hãy tách tệp hoặc lưu lại"
    " thành tệp mới rồi gửi lại.",
    "crashed": "Chương trình đọc tệp đã dừng đột ngột vì tệp bất thường; chưa lưu gì, hãy lưu lại"
    " thành tệp mới rồi gửi lại.",
    "several-files": "Tệp nén chứa nhiều văn bản; chưa lưu gì, hãy nhập cả tệp nén ở mục nhập tệp"
    " hoặc giải nén rồi gửi từng văn bản.",
    "nothing-inside": "Tệp nén không chứa văn bản nào đọc được; chưa lưu gì, hãy kiểm tra tệp gốc"
    " rồi gửi lại.",
    "no-such-page": "Tệp không có trang {page}; hãy chọn một trang từ 1 đến {pages}.",
    "no-picture": "Tệp không có hình trang để xem; hãy xem phần chữ của văn bản.",
}


def refused(code: str, **details: object) -> Rejected:
    """The error to raise for a reason; `details` fill the blanks of its sentence."""
    return Rejected(code, _SENTENCES[code].format(**details))


def codes() -> frozenset[str]:
    """Every stable code that a `Rejected` may carry."""
    return frozenset(_SENTENCES)
