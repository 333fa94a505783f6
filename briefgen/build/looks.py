"""How documents are to look and read: the house style that each has, in each of its languages."""

from dataclasses import dataclass, field

from briefgen.build.output import Output
from briefgen.documents.orders import AnyOrder, mechanism_of
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.compiled import Compiled
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.rendering import Presentation
from briefgen.rendering.resources import packaged_templates

Presentations = tuple[Presentation, ...]
"""How a document is to look and read, in each language that it is to be in."""


@dataclass(frozen=True)
class Looks:
    """The looks of a workspace's documents; that of each house style is made once."""

    register: Register
    workspace: Workspace
    output: Output
    made: dict[str, Presentations] = field(default_factory=dict, compare=False)
    compiled: Compiled = field(default_factory=Compiled, compare=False)

    def of(self, order: AnyOrder) -> Presentations:
        """The look that is asked for, else that of the mechanism, the edition, the register."""
        style = self.output.style or usual_style(order, self.register)
        if style not in self.made:
            self.made[style] = self.presentations(style)
        return self.made[style]

    def presentations(self, style_name: str) -> Presentations:
        """A house style in each language, with the workspace's own templates before others."""
        folders = (self.workspace.templates, packaged_templates())
        style = load_style(style_name, folders)
        issuer, number = self.register.issuer, self.output.number
        return tuple(
            Presentation(
                name,
                style,
                folders,
                load_words(name, folders),
                issuer,
                number,
                compiled=self.compiled,
            )
            for name in self.output.languages
        )


def usual_style(order: AnyOrder, register: Register) -> str:
    """The house style of a document for which none is asked."""
    return register.styles.style_of(mechanism_of(order), order.edition) or register.style
