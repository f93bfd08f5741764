"""Small Word files made for the tests: a body and parts in WordprocessingML, zipped."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def docx(body: str, **parts: str) -> bytes:
    """A .docx with this body; each part ("numbering", "styles"…) is linked from the document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relations({"document": "word/document.xml"}, "office"))
        links = {name: f"{name}.xml" for name in parts}
        archive.writestr("word/_rels/document.xml.rels", _relations(links, ""))
        root = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", root)
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f"<?xml version='1.0'?>{xml}")
    return out.getvalue()


def p(text: str = "", properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, *numbers: str) -> str:
    """One abstract list and the lists that use it; each number gives its overrides."""
    nums = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
        for at, overrides in enumerate(numbers or ("",), start=1)
    )
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}'
        f"</w:abstractNum>{nums}</w:numbering>"
    )


def table(*rows: list[str], lines: bool = True) -> str:
    borders = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if lines else ""
    drawn = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{drawn}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def _relations(links: dict[str, str], kind: str) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{R}/{"officeDocument" if kind else _kind(name)}"'
        f' Target="{target}"/>'
        for name, target in links.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def _kind(name: str) -> str:
    return name.rstrip("0123456789")
