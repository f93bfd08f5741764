"""The picture of a page, shown beside the facts on the review page."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageOps

from vanban.input.limits import Limits
from vanban.input.readers import KINDS
from vanban.input.refusals import refused
from vanban.input.scan import weigh
from vanban.input.source import Rejected

_LEAST_DPI, _MOST_DPI = 36, 300


def picture(data: bytes, media: str, page: int, dpi: int, limits: Limits) -> bytes:
    """Page `page` (from 1) as PNG. Raises `Rejected` where the file has no such page or picture."""
    draw = {"pdf": _of_pdf, "image": _of_image}.get(media)
    if draw is None:
        raise refused("no-picture")
    try:
        return _png(draw(data, page, max(_LEAST_DPI, min(dpi, _MOST_DPI)), limits))
    except Rejected:
        raise
    except MemoryError as error:
        raise refused("too-heavy") from error
    except Exception as error:
        # As in `readers.read`: whatever a parser raises, the file is damaged to its sender.
        raise refused("damaged", kind=KINDS[media]) from error


def _of_pdf(data: bytes, page: int, dpi: int, limits: Limits) -> Image.Image:
    from vanban.input.pdf.reader import opened

    document = opened(data)
    if not 1 <= page <= len(document):
        raise refused("no-such-page", page=page, pages=len(document))
    width, height = document[page - 1].get_size()
    weigh(width * dpi / 72, height * dpi / 72, limits)
    drawn: Image.Image = document[page - 1].render(scale=dpi / 72).to_pil()
    return drawn


def _of_image(data: bytes, page: int, dpi: int, limits: Limits) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # weighed below
    file: Any = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
    frames = getattr(file, "n_frames", 1)
    if not 1 <= page <= frames:
        raise refused("no-such-page", page=page, pages=frames)
    file.seek(page - 1)
    weigh(file.width, file.height, limits)
    image: Image.Image = ImageOps.exif_transpose(file).convert("RGB")
    # As wide as an A4 page at this resolution, never enlarged.
    wide = round(8.27 * dpi)
    if image.width > wide:
        image = image.resize((wide, round(image.height * wide / image.width)))
    return image


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
