"""What templates are run in: Jinja's environment and context, with a shorter way to call."""

from collections.abc import Callable, Mapping, MutableMapping
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro

# What compiled templates add to every call, for functions that ask for a context.
_FOR_CONTEXTS = ("_block_vars", "_loop_vars")
_FUNCTIONS = frozenset({FunctionType, MethodType})


class PageContext(Context):
    """The context of a template.

    Jinja finds out at each call whether a function asks for a context. Pages call hundreds of
    macros and words, of which that is known: they are called at once, all else as ever.
    """

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Any]],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002 as Jinja calls it
    ) -> None:
        # No template has globals of its own: Jinja would make sure of that at every import.
        super().__init__(environment, parent, name, blocks)
        known = environment.plain if isinstance(environment, PageEnvironment) else frozenset()
        self._plain: frozenset[Callable[..., Any]] = known

    def call(self, callee: Callable[..., Any], /, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        """What a macro or a function gives."""
        if type(callee) is Macro:
            arguments = (self.eval_ctx, *arguments)
        elif type(callee) not in _FUNCTIONS or callee not in self._plain:
            return super().call(callee, *arguments, **options)
        for name in _FOR_CONTEXTS:
            options.pop(name, None)
        return callee(*arguments, **options)


class PageEnvironment(Environment):
    """An environment whose own functions are `plain`: none of them asks for a context."""

    context_class: type[Context] = PageContext
    plain: frozenset[Callable[..., Any]] = frozenset()

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 as Jinja takes them
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 as Jinja calls it
    ) -> Template:
        """The template of a name. A page asks for twenty that do not change while we live."""
        if globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent)
        return found

    def add(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        """Let all templates call the functions, none of which asks for a context."""
        self.globals.update(functions)
        self.plain |= frozenset(functions.values())
