"""Templates as Python code: comparisons weigh what they compare, and too deep a nesting is told."""

import re
from types import CodeType

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame, operators

NAME = re.compile(r"^name = '(.*)'$", re.MULTILINE)
Finalize = CodeGenerator._FinalizeInfo  # noqa: SLF001  the type of what it is given
LINES = re.compile(r"^debug_info = '([0-9=&]*)'$", re.MULTILINE)


class Compiler(CodeGenerator):
    """Jinja's compiler; what is compared or becomes a key is weighed first."""

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """Writes a comparison."""
        self.write("(")
        self.visit_weighed(node.expr, frame)
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802
        """Writes what stands after the sign of a comparison, and the sign."""
        self.write(f" {operators[node.op]} ")
        self.visit_weighed(node.expr, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Writes a mapping."""
        self.write("{")
        for item in node.items:
            self.visit_weighed(item.key, frame)
            self.write(": ")
            self.visit(item.value, frame)
            self.write(", ")
        self.write("}")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Finalize) -> str:
        """Reckons nothing but text in advance: the code serves every language."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def visit_weighed(self, node: nodes.Expr, frame: Frame) -> None:
        """Writes an expression whose value is weighed."""
        self.write("environment.weighed(")
        self.visit(node, frame)
        self.write(")")


def code_of(source: str, filename: str) -> CodeType:
    """The code of a template that has become Python; raises TemplateSyntaxError with its line."""
    try:
        return compile(source, filename, "exec")
    except SyntaxError as error:
        name, lines = NAME.search(source), LINES.search(source)
        line = template_line(error.lineno or 1, lines[1] if lines else "")
        raise TemplateSyntaxError(
            f"this is nested too deep ({error.msg}); take a part out into a macro",
            line,
            name[1] if name else None,
            filename,
        ) from None


def template_line(line: int, pairs: str) -> int:
    """The line of a template from that of its code."""
    known = [tuple(map(int, pair.split("="))) for pair in pairs.split("&") if pair]
    return max((own for own, code in known if code <= line), default=1)
