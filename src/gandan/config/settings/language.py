"""Vietnamese first, English second; dates and numbers as Vietnamese offices write them."""

from __future__ import annotations

from pathlib import Path

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = "gandan.config.formats"
# Off, or a year would print as 2.026 and the key of a row as 1.234: a count that people read is
# grouped where it is shown (`intcomma`, which uses the formats of the language).
USE_THOUSAND_SEPARATOR = False
LOCALE_PATHS = [Path(__file__).resolve().parents[2] / "web" / "locale"]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
