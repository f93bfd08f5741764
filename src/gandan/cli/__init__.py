"""The command `gandan`: one module of this package per command.

A command's module offers `arguments(parser)` and `run(args) -> int` (the exit code). It is imported
only when asked for, so that `gandan read` starts without Django.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = {
    "read": "đọc văn bản, in ra nhiệm vụ, thời hạn, viện dẫn, kiến nghị",
    "check": "soát văn bản: thể thức, viện dẫn, số liệu, 6 rõ, chính tả",
    "due": "tính hạn theo luật và giải thích từng bước",
    "import": "đưa tệp và thư mục vào kho văn bản",
    "reread": "đọc lại văn bản đang giữ bằng bản trình đọc mới",
    "territories": "nạp tỉnh, xã theo mã của Quyết định 19/2025/QĐ-TTg, cả trước 1/7/2025",
    "units": "tra đơn vị, đơn vị kế thừa; nhập, xuất danh bạ đơn vị",
    "people": "nhập, xuất danh bạ người và chức vụ",
    "petitions": "nạp, tìm trùng, phân loại kiến nghị của người dân; các thời hạn của vụ việc",
    "search": "tìm trong kiến nghị, văn bản, nhiệm vụ",
    "samples": "nạp tỉnh mẫu để dùng thử",
    "meetings": "nạp bảng các cuộc tiếp xúc, đối thoại của một đợt",
    "report": "viết báo cáo từ các việc đã ghi",
    "audit": "soát, chốt và khóa nhật ký: không ai sửa được việc đã ghi",
    "tasks": "liệt kê nhiệm vụ theo đơn vị, văn bản, trạng thái, quá hạn",
    "remind": "tạo kỳ của nhiệm vụ lặp lại và gửi thư nhắc việc trong ngày",
    "work": "làm những việc của mỗi ngày khi đến giờ (gandan serve tự chạy kèm)",
    "migrate": "tạo hoặc nâng cấp cơ sở dữ liệu",
    "serve": "chạy chương trình trên máy này",
}


# What a shell gives for a program that ended because nobody read on (128 + SIGPIPE).
_ENOUGH = 141
_NO_FILE = 1


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="gandan", description="Gần Dân: từ văn bản đến việc làm xong"
    )
    _keep_patterns()
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", required=True)
    given = list(sys.argv[1:] if argv is None else argv)
    for name, summary in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, description=summary)
        if given[:1] == [name]:
            module = importlib.import_module(f"gandan.cli.{name.replace('-', '_')}_command")
            module.arguments(sub)
            sub.set_defaults(run=module.run)
    args = parser.parse_args(given)
    try:
        done = int(args.run(args))
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough («gandan tasks | head»); Python must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _ENOUGH
    except OSError as error:
        if error.filename is None:
            raise
        print(
            f"Không đọc hoặc ghi được {error.filename} ({error.strerror}). Hãy xem lại đường dẫn.",
            file=sys.stderr,
        )
        return _NO_FILE
    return done


def _keep_patterns() -> None:
    """Let the reader keep its compiled patterns between runs, where this user keeps such things."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111  Path raises where there is no home
    os.environ.setdefault("VANBAN_CACHE", str(Path(cache, "gandan")))
