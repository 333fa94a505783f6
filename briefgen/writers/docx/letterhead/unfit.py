"""Why a letterhead can't be taken over."""


class Unfit(Exception):
    """What is wrong with a letterhead and what to do; the reader of letterheads adds its name."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(message)


def damaged(what: str) -> Unfit:
    """The error about a file that Word itself would not have written so."""
    message = f"the letterhead is damaged ({what}); open it in Word and save it again"
    return Unfit("damaged", message)


def shown(name: str) -> str:
    """A name from the file on one line, cut when it is long, of characters that can be printed."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:80])
