"""Keep a secret in the database so that the database alone does not give it away."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from gandan.kernel.refusal import Refused


def seal(words: str) -> str:
    return _box().encrypt(words.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """Refused if the key of this installation is not the one it was sealed with."""
    try:
        return _box().decrypt(sealed.encode("ascii")).decode()
    except InvalidToken as error:
        raise Refused(
            "Khóa bí mật của chương trình đã đổi nên mã xác thực cũ không đọc được. "
            "Hãy nhờ người quản trị tắt mã xác thực rồi bật lại."
        ) from error


def _box() -> Fernet:
    key = hashlib.sha256(b"gandan.second-factor:" + str(settings.SECRET_KEY).encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
