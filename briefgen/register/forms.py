"""Texts of a fixed form, each with an example that stands in place of its pattern in messages."""

from typing import Annotated

from pydantic import AfterValidator, Field

from briefgen.problems import quoted
from briefgen.register.ids import ID_RULE, is_id
from briefgen.register.limits import ADDRESS

COUNTRY = "^[A-Z]{2}$"
WEB_ADDRESS = r"^https?://[^\s/]\S*$"
EMAIL = r"^[^\s@]+@[^\s@]+\.[^\s@]+$"
TELEPHONE = r"^\+?[0-9][0-9 ().,;/x-]{2,59}$"
TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
EXAMPLES = {
    COUNTRY: "write the two capital letters of a country, such as VN or CN",
    WEB_ADDRESS: "write the whole address, such as https://example.org/page",
    LANGUAGE: "write the tag of a language, such as en, vi or zh-Hans",
    EMAIL: "write an e-mail address, such as name@example.org",
    TELEPHONE: "write a telephone number in quotes, such as '+84 205 3812 345'",
    TIME: 'write hours and minutes, such as "08:30"',
}


def check_id(value: str) -> str:
    if not is_id(value):
        raise ValueError(f"{quoted(value)} is no id; {ID_RULE}")
    return value


Id = Annotated[str, AfterValidator(check_id)]
Country = Annotated[str, Field(pattern=COUNTRY, description="ISO 3166-1, such as VN")]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS, max_length=ADDRESS.most)]
EmailAddress = Annotated[str, Field(pattern=EMAIL, max_length=254)]
Telephone = Annotated[str, Field(pattern=TELEPHONE)]
LanguageTag = Annotated[str, Field(pattern=LANGUAGE, description="A language's BCP 47 tag")]
Time = Annotated[str, Field(pattern=TIME)]
