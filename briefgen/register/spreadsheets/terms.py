"""The words for roles, statuses and modes in English, Vietnamese and Chinese."""

from collections.abc import Mapping
from typing import Literal

from briefgen.register.ids import did_you_mean
from briefgen.register.models.attendance import Attendance, PresenceMode, Role
from briefgen.register.spreadsheets.spelling import letters

ROLES: Mapping[Role, str] = {
    "chair": (
        "chair | chairman | chairwoman | chairperson | chủ trì | chủ tọa | 主席 | 主持人 | 主持"
    ),
    "co-chair": (
        "co-chair | co-chairman | co-chairwoman | co-chairperson | đồng chủ trì | đồng chủ tịch"
        " | 共同主席 | 联合主席 | 聯合主席 | 共同主持"
    ),
    "head": (
        "head of delegation | head of the delegation | head | leader | delegation leader"
        " | head of mission | trưởng đoàn | 团长 | 團長 | 代表团团长"
    ),
    "deputy-head": (
        "deputy head of delegation | deputy head of the delegation | deputy head | deputy-head"
        " | deputy leader | phó trưởng đoàn | phó đoàn | 副团长 | 副團長"
    ),
    "member": (
        "member | member of delegation | member of the delegation | delegate | thành viên"
        " | đại biểu | đoàn viên | thành viên đoàn | 成员 | 成員 | 团员 | 團員 | 代表"
    ),
    "adviser": "adviser | advisor | expert | cố vấn | chuyên gia | 顾问 | 顧問 | 专家",
    "secretariat": (
        "secretariat | secretary | member of the secretariat | thư ký | ban thư ký | thư ký đoàn"
        " | 秘书 | 秘書 | 秘书处 | 秘書處"
    ),
    "interpreter": (
        "interpreter | translator | phiên dịch | phiên dịch viên | thông dịch | biên dịch"
        " | 翻译 | 翻譯 | 译员 | 譯員 | 口译"
    ),
    "guest": "guest | observer | khách mời | khách | 嘉宾 | 嘉賓 | 来宾 | 來賓 | 列席",
}
ATTENDANCES: Mapping[Attendance, str] = {
    "expected": (
        "expected | invited | registered | dự kiến | dự kiến tham dự | mời | đăng ký | 预计 | 預計"
        " | 拟出席 | 待定"
    ),
    "confirmed": (
        "confirmed | accepted | xác nhận | đã xác nhận | xác nhận tham dự | 已确认 | 确认 | 已確認"
    ),
    "present": (
        "present | attended | có mặt | tham dự | đã tham dự | dự họp | 出席 | 到会 | 已出席 | 到會"
    ),
    "online": "online | present online | dự trực tuyến | 线上出席 | 線上出席",
    "absent": "absent | excused | vắng | vắng mặt | không tham dự | 缺席 | 未出席 | 请假",
    "represented": (
        "represented | ủy quyền | có người dự thay | được đại diện | 委托代表 | 由他人代表"
    ),
}
MODES: Mapping[PresenceMode, str] = {
    "in-person": (
        "in person | in-person | on site | onsite | offline | trực tiếp | tại chỗ | 现场 | 線下"
        " | 线下 | 現場 | 亲自"
    ),
    "online": (
        "online | by video | video | virtual | remote | trực tuyến | cầu truyền hình | từ xa"
        " | 线上 | 線上 | 在线 | 视频 | 視頻 | 远程"
    ),
}
Term = Literal["role", "status", "mode"]
TERMS: Mapping[Term, Mapping[str, str]] = {
    "role": {letters(word): role for role, words in ROLES.items() for word in words.split(" | ")},
    "status": {
        letters(word): said for said, words in ATTENDANCES.items() for word in words.split(" | ")
    },
    "mode": {letters(word): mode for mode, words in MODES.items() for word in words.split(" | ")},
}


def term_of(kind: Term, text: str) -> str | None:
    """The register's own word for a role, status or mode; None when the text is none."""
    return TERMS[kind].get(letters(text))


def unknown_term(kind: Term, text: str) -> str:
    """What to say of a word that is none, with the nearest and with all that there are."""
    near = did_you_mean(letters(text), list(TERMS[kind]))
    known = ", ".join(dict.fromkeys(TERMS[kind].values()))
    return near or f"; it can be {known}, or its word in Vietnamese or Chinese"
