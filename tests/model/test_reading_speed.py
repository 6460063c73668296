import pytest

from lessongen.model.settings import Settings


@pytest.mark.parametrize(
    ("locale", "speed"), [("en", 238), ("en-GB", 238), ("es", 278), ("es-419", 278), ("de", 230)]
)
def test_languages_have_a_speed_of_their_own(locale: str, speed: int) -> None:
    assert Settings(languages=(locale,)).reading_speed(locale) == speed


def test_a_set_speed_comes_first_and_the_nearest_tag_wins() -> None:
    settings = Settings(languages=("es",), words_per_minute={"es": 200, "es-419": 210, "de": 190})
    assert [settings.reading_speed(each) for each in ("es", "es-419", "es-ES", "de", "en")] == [
        200,
        210,
        200,
        190,
        238,
    ]
