"""What files are called: no two documents alike, in whatever case a disk keeps names."""

from briefgen.register.numbering import is_key


def name_of(about: str, kind: str) -> str:
    """`ABOUT-KIND`: `jwc-guangxi-15-brief` for the brief on the session `jwc-guangxi/15`.

    A mechanism `talks-15` is called `talks_15`, lest it be taken for the session `talks/15`; ids
    have no `_`.
    """
    mechanism, dash, last = about.rpartition("-")
    looks_like_session = dash and "/" not in about and is_key(last.upper())
    plain = f"{mechanism}_{last}" if looks_like_session else about.replace("/", "-")
    return f"{plain}-{kind}"


def base_of(about: str, kind: str, languages: str) -> str:
    """`ABOUT-KIND.LANG`, in two languages `….vi-zh-Hans`, each party's own first."""
    return f"{name_of(about, kind)}.{languages}"
