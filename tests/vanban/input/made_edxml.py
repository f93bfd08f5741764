"""edXML envelopes made for the tests (QCVN 102:2016/BTTTT)."""

import base64

SPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
FIELDS = """
<edXML:From><edXML:OrganId>000.00.00.H99</edXML:OrganId>
<edXML:OrganName>Sở Nội vụ tỉnh X</edXML:OrganName></edXML:From>
<edXML:To><edXML:OrganName>UBND xã Y</edXML:OrganName></edXML:To>
<edXML:DocumentId>000.00.00.H99,2026/03/02,12/KH-SNV</edXML:DocumentId>
<edXML:Code><edXML:CodeNumber>12</edXML:CodeNumber>
<edXML:CodeNotation>KH-SNV</edXML:CodeNotation></edXML:Code>
<edXML:PromulgationInfo><edXML:Place>X</edXML:Place>
<edXML:PromulgationDate>2026/03/02</edXML:PromulgationDate></edXML:PromulgationInfo>
<edXML:DocumentType><edXML:Type>10</edXML:Type><edXML:TypeName>Kế hoạch</edXML:TypeName></edXML:DocumentType>
<edXML:Subject>Tổ chức đối thoại</edXML:Subject>
<edXML:SignerInfo><edXML:Competence>KT.</edXML:Competence>
<edXML:Position>PHÓ GIÁM ĐỐC</edXML:Position><edXML:FullName>Trần Văn Mẫu</edXML:FullName></edXML:SignerInfo>
<edXML:ToPlaces><edXML:Place>Như trên</edXML:Place><edXML:Place>Lưu: VT</edXML:Place></edXML:ToPlaces>
"""


def envelope(files: list[tuple[str, bytes]], fields: str = FIELDS) -> bytes:
    attached = "".join(
        f"<Attachment><ContentId>cid:{at}</ContentId><AttachmentName>{name}</AttachmentName>"
        f"<ContentType>application/octet-stream</ContentType><ContentTransferEncoded>"
        f"{base64.b64encode(data).decode()}</ContentTransferEncoded></Attachment>"
        for at, (name, data) in enumerate(files)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><edXML xmlns="{SPACE}" xmlns:edXML="{SPACE}">'
        f"<edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader>{fields}"
        "</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope>"
        f"<AttachmentEncoded>{attached}</AttachmentEncoded></edXML>"
    ).encode()
