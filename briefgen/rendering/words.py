"""The words for the register's fixed terms, the same in every document."""

from collections.abc import Mapping


def N_(message: str) -> str:  # noqa: N802  gettext's own name for a message translated later
    return message


WORDS: Mapping[str, Mapping[str, str]] = {
    "standing": {
        "implemented": N_("implemented"),
        "under-implementation": N_("under implementation"),
        "not-implemented": N_("not implemented"),
        "overtaken-by-events": N_("overtaken by events"),
        "no-report": N_("no report"),
        "superseded": N_("superseded"),
    },
    "mode": {"in-person": N_("in person"), "online": N_("online"), "hybrid": N_("hybrid")},
    "status": {
        "held": N_("held"),
        "planned": N_("planned"),
        "postponed": N_("postponed"),
        "cancelled": N_("cancelled"),
    },
    "time": {
        "morning": N_("morning"),
        "afternoon": N_("afternoon"),
        "evening": N_("evening"),
    },
    "role": {
        "chair": N_("chair"),
        "co-chair": N_("co-chair"),
        "head": N_("head of delegation"),
        "deputy-head": N_("deputy head of delegation"),
        "member": N_("member"),
        "adviser": N_("adviser"),
        "secretariat": N_("secretariat"),
        "interpreter": N_("interpreter"),
        "guest": N_("guest"),
    },
    "attendance": {
        "expected": N_("expected"),
        "confirmed": N_("confirmed"),
        "present": N_("present"),
        "online": N_("online"),
        "absent": N_("absent"),
        "represented": N_("represented"),
    },
    "presence": {
        "expected": N_("expected"),
        "confirmed": N_("confirmed"),
        "present": N_("present"),
        "represented": N_("represented"),
        "absent": N_("absent"),
    },
    "kind": {
        "memorandum": N_("memorandum"),
        "memorandum-of-understanding": N_("memorandum of understanding"),
        "minutes": N_("minutes"),
        "agreement": N_("agreement"),
        "action-plan": N_("action plan"),
        "statement": N_("statement"),
    },
    "note": {"conflict": N_("Conflict"), "gap": N_("Gap"), "doubt": N_("Doubt")},
    "preparation": {
        "secretariat-meeting": N_("meeting of secretariats"),
        "organising-committee": N_("organising committee"),
        "coordination": N_("coordination"),
        "document": N_("documents"),
        "other": N_("other"),
    },
    "scale": {
        "thousand": N_("thousand"),
        "million": N_("million"),
        "billion": N_("billion"),
    },
    "document": {
        "brief": N_("Report"),
        "summary": N_("Report"),
        "minutes": N_("Minutes"),
        "participants": N_("List"),
        "commitments": N_("Table"),
    },
    "edition": {"internal": N_("Internal"), "shared": N_("Shared edition")},
}
SIGNS: Mapping[str, str] = {
    "implemented": "●",
    "under-implementation": "◐",
    "not-implemented": "✕",
    "overtaken-by-events": "◇",
    "no-report": "○",
    "superseded": "→",
}
"""A sign before each standing's word, told apart without colour."""
