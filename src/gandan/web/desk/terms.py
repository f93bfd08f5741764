"""Words of the domain that pages show, listed so that they can be translated.

The domain speaks Vietnamese: labels of kinds, roles, steps, and the verbs of events. A label that
is missing here would be shown in Vietnamese on an English page; a test compares the lists.
"""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

LABELS = (
    # roles
    _("quản trị"), _("văn thư"), _("lãnh đạo đơn vị"), _("chuyên viên"), _("người đọc"),
    # kinds of units
    _("cấp ủy"), _("ban, cơ quan của Đảng"), _("Hội đồng nhân dân"), _("Ủy ban nhân dân"),
    _("cơ quan chuyên môn"), _("Mặt trận Tổ quốc"), _("tổ chức chính trị - xã hội"),
    _("lực lượng vũ trang"), _("đơn vị sự nghiệp"), _("Đoàn đại biểu Quốc hội"),
    _("ban chỉ đạo, hội đồng"), _("doanh nghiệp"), _("thôn, tổ dân phố"), _("đơn vị hành chính"),
    _("nhóm đơn vị"),
    _("khác"),
    # levels
    _("trung ương"), _("tỉnh"), _("huyện (đến 30/6/2025)"), _("xã"), _("thôn"),
    # names and the history of units
    _("tên chính thức"), _("tên gọi khác"), _("tên viết tắt"), _("thành lập"), _("đổi tên"),
    _("hợp nhất, sáp nhập"), _("chia, tách"), _("chuyển cơ quan chủ quản"), _("giải thể"),
    # documents and facts
    _("thường"), _("lưu hành nội bộ"), _("thể thức"), _("nhiệm vụ"), _("chế độ báo cáo"),
    _("viện dẫn"), _("hội nghị, tiếp xúc"), _("kiến nghị"), _("số liệu"), _("điểm cần soát"),
    _("căn cứ"), _("thực hiện"),
    # tasks: urgency, period, the steps that are buttons, the six
    _("khẩn"), _("thượng khẩn"), _("hỏa tốc"), _("một lần"), _("thường xuyên"), _("hằng tuần"),
    _("hằng tháng"), _("hằng quý"), _("6 tháng"), _("hằng năm"), _("khi có việc"),
    _("Giao việc"), _("Nhận việc"), _("Từ chối"), _("Bắt đầu làm"), _("Tạm chờ"), _("Làm tiếp"),
    _("Trình duyệt"), _("Duyệt hoàn thành"), _("Trả lại"), _("Hủy việc"), _("Mở lại"),
    _("giao cho đơn vị"), _("gia hạn"), _("nhắc việc"),
    _("Rõ người"), _("Rõ việc"), _("Rõ thời gian"), _("Rõ trách nhiệm"), _("Rõ thẩm quyền"),
    _("Rõ kết quả"), _("Chưa rõ ai làm"), _("Chưa rõ việc gì"), _("Chưa rõ hạn"),
    _("Chưa rõ đơn vị chủ trì"), _("Chưa rõ ai quyết định"), _("Chưa rõ sản phẩm"),
    # the clock: kinds of days, habits of the week, units of terms
    _("ngày lễ, Tết"), _("nghỉ bù"), _("nghỉ hoán đổi"), _("làm bù (hoán đổi)"),
    _("như ngày thường"), _("mở cửa nửa ngày, không tính vào thời hạn"),
    _("làm việc cả ngày, tính vào thời hạn"), _("nghỉ"), _("ngày"), _("ngày làm việc"), _("tháng"),
    _("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật"),
    # petitions: states, sources, levels, answers, steps, what is thought of an answer, publication
    _("tiếp nhận"), _("phân loại"), _("chuyển"), _("trả lời"), _("theo dõi"), _("kết thúc"),
    _("tiếp xúc cử tri"), _("đơn thư"), _("cổng thông tin"), _("ghi qua điện thoại"),
    _("Mặt trận giám sát"), _("văn bản"), _("đối thoại, hội nghị"),
    _("đã giải quyết"), _("đã ban hành văn bản"), _("hứa có thời hạn"), _("giải trình"),
    _("không tiếp nhận, có lý do"), _("Theo dõi"), _("Kết thúc"), _("Kết thúc, không trả lời"),
    _("Yêu cầu trả lời lại"), _("đạt yêu cầu"), _("chưa đạt yêu cầu"), _("trả lời chung chung"),
    _("chờ duyệt công khai"), _("trả lại bản nháp"), _("đã duyệt công khai"), _("đang công khai"),
    _("đã rút"), _("gộp"), _("hỏi tại cuộc họp"), _("phiếu lấy ý kiến"), _("khiếu nại"),
    _("tố cáo"), _("kiến nghị, phản ánh"), _("nội dung khác"),
    # meetings: kinds, tiers, modes, reports
    _("tiếp xúc cử tri trước kỳ họp"), _("tiếp xúc cử tri sau kỳ họp"),
    _("tiếp xúc cử tri vận động bầu cử"), _("đối thoại của người đứng đầu với Nhân dân"),
    _("tiếp công dân"), _("giao ban, trực báo"), _("hội nghị lấy ý kiến"), _("sơ kết, tổng kết"),
    _("tập huấn, bồi dưỡng"), _("kiểm tra, giám sát"), _("Quốc hội"), _("HĐND tỉnh"),
    _("HĐND huyện"), _("HĐND xã"), _("trực tiếp"), _("trực tuyến"), _("kết hợp"),
    _("niêm yết/phát thanh"),
    _("Báo cáo tổ chức và tổng hợp ý kiến, kiến nghị cử tri của một đợt tiếp xúc"),
)  # fmt: skip

REFERENCE_ROLES = {"basis": _("Căn cứ"), "implement": _("Thực hiện"), "cite": _("Viện dẫn")}

EVENTS = {
    "petition.receive": _("Tiếp nhận kiến nghị"),
    "petition.load": _("Nạp tệp kiến nghị"),
    "petition.classify": _("Phân loại kiến nghị"),
    "petition.transfer": _("Chuyển kiến nghị"),
    "petition.answer": _("Ghi trả lời kiến nghị"),
    "petition.follow": _("Theo dõi kiến nghị"),
    "petition.close": _("Kết thúc kiến nghị"),
    "petition.reopen": _("Mở lại kiến nghị"),
    "petition.join": _("Gộp kiến nghị trùng"),
    "petition.part": _("Tách kiến nghị đã gộp"),
    "petition.publish": _("Công khai kiến nghị"),
    "petition.withdraw": _("Rút bản công khai"),
    "petition.show": _("Bản công khai đến ngày được hiện"),
    "petition.withdraw_answer": _("Rút trả lời công khai"),
    "petition.draft": _("Soạn bản công khai"),
    "petition.return_draft": _("Trả lại bản công khai"),
    "petition.attach": _("Đính kèm tệp"),
    "petition.rate": _("Người dân đánh giá câu trả lời"),
    "petition.note_rating": _("Ghi đánh giá của cử tri"),
    "petition.assess": _("Đánh giá việc trả lời"),
    "petition.retract": _("Hoàn lại việc đưa vào kiến nghị"),
    "petition.undo": _("Hoàn lại việc làm loạt"),
    "visit.enter": _("Ghi sổ tiếp công dân"),
    "visit.settle": _("Ghi kết quả tiếp công dân"),
    "visit.identify": _("Xem người đến"),
    "reception.announce": _("Lên lịch tiếp công dân"),
    "reception.post": _("Niêm yết lịch tiếp công dân"),
    "reception.call_off": _("Hủy buổi tiếp công dân"),
    "reception.hold": _("Kết thúc buổi tiếp công dân"),
    "task.settle": _("Xong vì kiến nghị đã trả lời"),
    "task.ask_again": _("Mở lại vì phải trả lời lại"),
    "petition.identify": _("Xem người nêu kiến nghị"),
    "campaign.open": _("Mở đợt tiếp xúc"),
    "campaign.require": _("Quy định số cuộc tối thiểu"),
    "campaign.delegate": _("Thêm người của đợt"),
    "campaign.load": _("Nạp bảng các cuộc"),
    "meeting.record": _("Ghi kết quả một cuộc"),
    "meeting.conclude": _("Đưa kết luận vào"),
    "meeting.minutes": _("Gắn biên bản"),
    "meeting.opinions": _("Ghi ý kiến từ biên bản"),
    "meeting.promise": _("Ghi lời hứa"),
    "file.receive": _("Nhận tệp và đọc"),
    "document.restrict": _("Đổi độ mật"),
    "fact.accept": _("Duyệt một dữ kiện"),
    "fact.correct": _("Sửa một dữ kiện"),
    "fact.reject": _("Bỏ một dữ kiện"),
    "fact.undo": _("Hoàn lại việc duyệt"),
    "task.assign": _("Giao việc"),
    "task.edit": _("Sửa nhiệm vụ"),
    "task.due": _("Thêm hạn"),
    "task.extend": _("Gia hạn"),
    "task.recount": _("Tính lại hạn theo lịch, thời hạn mới"),
    "petition.recount": _("Tính lại hạn trả lời"),
    "meeting.recount": _("Tính lại hạn kết luận"),
    "clock.day": _("Sửa một ngày của lịch"),
    "clock.habit": _("Sửa ngày làm việc trong tuần"),
    "clock.year": _("Xác nhận lịch nghỉ của năm"),
    "clock.disputed": _("Bật, tắt ngày nghỉ chưa rõ căn cứ"),
    "clock.switch": _("Bật, tắt một thời hạn"),
    "clock.own": _("Đặt thời hạn của cơ quan"),
    "task.meet": _("Xong một hạn"),
    "task.cascade": _("Giao nhiều đơn vị"),
    "task.ask": _("Đề nghị gia hạn"),
    "task.refuse": _("Không đồng ý gia hạn"),
    "task.comment": _("Gửi trao đổi"),
    "task.follow": _("Theo dõi"),
    "task.unfollow": _("Bỏ theo dõi"),
    "task.progress": _("Ghi tiến độ"),
    "task.evidence": _("Gắn minh chứng"),
    "task.pass": _("Chuyển cho đơn vị kế thừa"),
    "task.hand_over": _("Bàn giao cho người kế nhiệm"),
    "task.withdraw": _("Hoàn lại việc duyệt"),
    "task.receive": _("Nhận việc"),
    "task.decline": _("Từ chối"),
    "task.start": _("Bắt đầu làm"),
    "task.wait": _("Tạm chờ"),
    "task.resume": _("Làm tiếp"),
    "task.submit": _("Trình duyệt"),
    "task.approve": _("Duyệt hoàn thành"),
    "task.return": _("Trả lại"),
    "task.cancel": _("Hủy việc"),
    "task.reopen": _("Mở lại"),
    "part.start": _("Bắt đầu phần phối hợp"),
    "part.receive": _("Nhận phần phối hợp"),
    "part.wait": _("Tạm chờ phần phối hợp"),
    "part.resume": _("Làm tiếp phần phối hợp"),
    "part.submit": _("Trình phần phối hợp"),
    "part.approve": _("Duyệt phần phối hợp"),
    "part.return": _("Trả lại phần phối hợp"),
    "part.cancel": _("Hủy phần phối hợp"),
    "part.reopen": _("Mở lại phần phối hợp"),
}


def say_event(verb: str) -> str:
    """What an event remembers, in words; its code if nobody has given it words."""
    return gettext(EVENTS[verb]) if verb in EVENTS else verb
