"""What `lessongen.yaml` says, every setting with its default."""

from collections.abc import Mapping
from typing import Literal

from lessongen.model.problem import Severity
from lessongen.model.value import field, value

UntranslatedPolicy = Literal["list", "fallback", "hide"]

# Words a minute of adults who read silently, as studies measured them.
_READING_SPEEDS = {"en": 238, "es": 278}
_READING_SPEED = 230


@value
class FooterLink:
    """One link of a language's footer."""

    text: str
    url: str


@value
class Settings:
    """The project's settings; languages are BCP 47 tags, the source language first."""

    languages: tuple[str, ...]
    base_url: str = ""  # absolute, ends with "/"; empty: not known
    time_zone: str = "UTC"
    words_per_minute: Mapping[str, int] = field(default_factory=dict)  # only what is set
    three_minutes: float = 3.0
    untranslated: UntranslatedPolicy = "list"
    dashboard: bool = True
    remote_images: Literal["link", "allow"] = "link"
    links: Mapping[str, tuple[FooterLink, ...]] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    invitation: Mapping[str, str] = field(default_factory=dict)
    edit_url: str = ""
    treatment: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, Severity | Literal["off"]] = field(default_factory=dict)

    @property
    def source_language(self) -> str:
        """The language that the others are translated from."""
        return self.languages[0]

    def reading_speed(self, locale: str) -> int:
        """Words a minute in a language: as set for it or its base language, else the default."""
        for table in (self.words_per_minute, _READING_SPEEDS):
            for tag in (locale, locale.partition("-")[0]):
                if tag in table:
                    return table[tag]
        return _READING_SPEED
