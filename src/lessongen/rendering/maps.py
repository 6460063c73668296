"""The series as lists and maps show it."""

from collections.abc import Mapping, Sequence

from lessongen.model.site import Edition, Place, Section
from lessongen.model.view_pieces import Leg, PlaceView, SectionLink, SectionMap, Stop, Text
from lessongen.rendering.addresses import path_of
from lessongen.rendering.minutes import shown_minutes
from lessongen.rendering.site_view import other_language


def stops_of(edition: Edition) -> Mapping[str, Stop]:
    """Every place of the series by its key, with nothing that a body edit changes."""
    return {
        place.key: _stop(place, edition.locale)
        for section in edition.sections
        for place in section.places
    }


def _stop(place: Place, locale: str) -> Stop:
    permalink = place.route.permalink if place.route else ""
    return Stop(
        key=place.key,
        number=place.number,
        title=Text(text=place.title, lang=other_language(place.locale, locale)),
        state=place.state,
        path=path_of(permalink),
        hreflang=_hreflang(place, permalink, locale),
    )


def _hreflang(place: Place, permalink: str, locale: str) -> str:
    """The language of the page that is linked to, where that page is in another language."""
    leads_away = permalink != "" and not permalink.startswith(f"/{locale}/")
    return place.locale if leads_away else ""


# Lessons of a series whose closed sections, too, say how many of them are read: for that, every
# lesson's page names every lesson, and pages must not grow with the series.
_MOST_COUNTED = 60


def maps_by_section(edition: Edition, stops: Mapping[str, Stop]) -> Mapping[str, tuple[Leg, ...]]:
    """The small map as each section's lessons show it: that section open, the others closed."""
    titles = [section_title(section, edition.locale) for section in edition.sections]
    lessons = [_readable(section, stops) for section in edition.sections]
    counts = sum(map(len, lessons)) <= _MOST_COUNTED
    closed = [
        Leg(
            number=section.number,
            title=title,
            path=path_of(section.route.permalink),
            lessons=own if counts else (),
        )
        for section, title, own in zip(edition.sections, titles, lessons, strict=True)
    ]
    maps = {}
    for index, section in enumerate(edition.sections):
        opened = Leg(
            number=section.number,
            title=titles[index],
            path=closed[index].path,
            lessons=lessons[index],
            stops=tuple(stops[place.key] for place in section.places),
        )
        maps[section.key] = (*closed[:index], opened, *closed[index + 1 :])
    return maps


def _readable(section: Section, stops: Mapping[str, Stop]) -> tuple[str, ...]:
    """The keys of the lessons that can be read."""
    return tuple(place.key for place in section.places if stops[place.key].path)


def section_title(section: Section, locale: str) -> Text:
    """The section's title, which may have to be another language's."""
    return Text(text=section.title, lang=other_language(section.locale, locale))


def section_map(section: Section, stops: Mapping[str, Stop], locale: str) -> SectionMap:
    """The section with all that a map shows of its lessons."""
    return SectionMap(
        key=section.key,
        number=section.number,
        title=section_title(section, locale),
        summary=Text(text=section.summary, lang=other_language(section.locale, locale)),
        path=path_of(section.route.permalink),
        places=tuple(_place_view(place, stops[place.key]) for place in section.places),
    )


def plain_map(section: Section, stops: Mapping[str, Stop], locale: str) -> SectionMap:
    """The section with its lessons' names alone."""
    return SectionMap(
        key=section.key,
        number=section.number,
        title=section_title(section, locale),
        summary=Text(text=""),
        path=path_of(section.route.permalink),
        places=tuple(_name_only(stops[place.key]) for place in section.places),
    )


def _place_view(place: Place, stop: Stop) -> PlaceView:
    return PlaceView(
        key=stop.key,
        number=stop.number,
        title=stop.title,
        summary=Text(text=place.summary, lang=stop.title.lang),
        state=stop.state,
        path=stop.path,
        hreflang=stop.hreflang,
        minutes=0 if place.route is None else shown_minutes(place.minutes),
    )


def _name_only(stop: Stop) -> PlaceView:
    return PlaceView(
        key=stop.key,
        number=stop.number,
        title=stop.title,
        summary=Text(text=""),
        state=stop.state,
        path=stop.path,
        hreflang=stop.hreflang,
    )


def section_link(section: Section, locale: str) -> SectionLink:
    """A link to the section."""
    return SectionLink(
        number=section.number,
        title=section_title(section, locale),
        path=path_of(section.route.permalink),
        total=len(section.places),
    )


def section_links(edition: Edition) -> Mapping[str, SectionLink]:
    """Every lesson's section and the lesson's position in it, by the lesson's key."""
    links: dict[str, SectionLink] = {}
    for section in edition.sections:
        link = section_link(section, edition.locale)
        for position, place in enumerate(section.places, start=1):
            links[place.key] = SectionLink(
                number=link.number,
                title=link.title,
                path=link.path,
                position=position,
                total=link.total,
            )
    return links


def first_to_read(edition: Edition, stops: Mapping[str, Stop]) -> Stop | None:
    """The first lesson that has a page in this language."""
    keys: Sequence[str] = edition.lessons
    return next((stops[key] for key in keys if key in stops), None)


def counted(sections: Sequence[Section]) -> tuple[int, int]:
    """How many lessons can be read in this language, and how many there are."""
    states = [place.state for section in sections for place in section.places]
    return states.count("published"), len(states)
