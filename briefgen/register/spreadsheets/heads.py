"""What the heads of columns mean, in English, Vietnamese and Chinese."""

import re
from collections.abc import Mapping
from typing import Literal

from briefgen.register.spreadsheets.spelling import HAN, letters

Meaning = Literal[
    "number",
    "name",
    "name-en",
    "name-vi",
    "name-zh",
    "honorific",
    "office",
    "party",
    "organisation",
    "role",
    "email",
    "telephone",
    "mode",
    "status",
    "left-out",
]
HEADS: Mapping[Meaning, str] = {
    "number": "No. | No | # | Number | STT | TT | Số thứ tự | 序号 | 序號 | 编号 | 編號",
    "name": (
        "Name | Full name | Delegate | Participant | Name of delegate | Họ tên | Họ và tên | Tên"
        " | Họ và tên đại biểu | 姓名 | 名字 | 代表姓名"
    ),
    "name-en": (
        "Name in English | English name | Name (English) | Tên tiếng Anh | 英文姓名 | 英文名"
    ),
    "name-vi": (
        "Name in Vietnamese | Vietnamese name | Name (Vietnamese) | Tên tiếng Việt"
        " | Họ tên tiếng Việt | 越文姓名 | 越南文姓名 | 越南语姓名"
    ),
    "name-zh": (
        "Name in Chinese | Chinese name | Name (Chinese) | Tên tiếng Trung | Họ tên tiếng Trung"
        " | Tên chữ Hán | 中文姓名 | 中文名"
    ),
    "honorific": (
        "Honorific | Mr/Ms | Mr/Mrs | Mr/Mrs/Ms | Salutation | Danh xưng | 称谓 | 稱謂 | 尊称"
    ),
    "office": (
        "Office | Position | Post | Title | Job title | Function | Chức vụ | Chức danh"
        " | Chức vụ công tác | 职务 | 職務 | 职位 | 職位 | 职称"
    ),
    "party": (
        "Party | Delegation | Delegation/Party | Province | Đoàn | Tỉnh | Đoàn đại biểu"
        " | 代表团 | 代表團 | 省份 | 省"
    ),
    "organisation": (
        "Organisation | Organization | Unit | Agency | Institution | Đơn vị | Cơ quan"
        " | Cơ quan, đơn vị | Đơn vị công tác | 单位 | 單位 | 机构 | 機構 | 工作单位"
    ),
    "role": "Role | Vai trò | Thành phần | 角色 | 身份",
    "email": (
        "E-mail | Email | E-mail address | Mail | Thư điện tử | Địa chỉ email | Hộp thư"
        " | 电子邮件 | 電子郵件 | 邮箱 | 郵箱 | 电子邮箱"
    ),
    "telephone": (
        "Telephone | Telephone number | Phone | Phone number | Mobile | Mobile phone | Tel."
        " | Điện thoại | Số điện thoại | SĐT | ĐT | Di động | 电话 | 電話 | 手机 | 手機"
        " | 联系电话 | 电话号码 | 手机号"
    ),
    "mode": "Mode | Mode of attendance | Hình thức | Hình thức tham dự | 参会方式 | 參會方式",
    "status": (
        "Status | Attendance | Trạng thái | Tình trạng | Tham dự | 状态 | 狀態 | 出席情况"
        " | 出席情況 | 出席"
    ),
    "left-out": (
        "Remark | Remarks | Note | Notes | Ghi chú | 备注 | 備註 | 附注 | Contact | Contacts"
        " | Liên hệ | 联系方式 | 联系人 | 聯繫方式 | Signature | Sign | Chữ ký | Ký tên | 签名"
        " | 簽名 | 签字 | Source | Sources | Nguồn | 来源 | 來源 | Connection point | Điểm cầu"
        " | 连线地点 | 分会场"
    ),
}
NAMES: tuple[Meaning, ...] = ("name", "name-en", "name-vi", "name-zh")
BY_WORDS: Mapping[str, Meaning] = {
    letters(head) or head.strip(): meaning
    for meaning, heads in HEADS.items()
    for head in heads.split(" | ")
}
PARTS = re.compile(r"[/()（）|·\n\[\]:：;,、]+|\s[-–—]\s")
CALLED: Mapping[Meaning, str] = {
    "number": "the number",
    "name": "the name",
    "name-en": "the name in English",
    "name-vi": "the name in Vietnamese",
    "name-zh": "the name in Chinese",
    "honorific": "the form of address",
    "office": "the office",
    "party": "the delegation",
    "organisation": "the organisation",
    "role": "the role",
    "email": "the e-mail address",
    "telephone": "the telephone number",
    "mode": "the mode",
    "status": "the status",
    "left-out": "nothing",
}


def meaning_of(head: str) -> Meaning | None:
    """What a column's head means; heads in two languages must mean the same in both."""
    words = letters(head) or head.strip()
    if words in BY_WORDS:
        return BY_WORDS[words]
    found = [BY_WORDS.get(letters(part)) for part in parts_of(head)]
    meanings = {each for each in found if each is not None}
    # What stands behind a head in brackets only explains it, so the first part must be known.
    return meanings.pop() if len(meanings) == 1 and found[0] is not None else None


def parts_of(head: str) -> list[str]:
    parts: list[str] = []
    for part in PARTS.split(head):
        chinese = "".join(HAN.findall(part))
        parts += [rest for rest in (HAN.sub(" ", part), chinese) if letters(rest)]
    return parts
