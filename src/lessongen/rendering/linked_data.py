"""What pages tell search engines about themselves: JSON-LD in the words of schema.org."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from markupsafe import Markup

from lessongen.model.view import ArticleView, LessonView, PageView, PersonView, SeriesView
from lessongen.model.view_frames import DocumentView, SiteView
from lessongen.model.view_pieces import Head, PersonLink, PlaceView

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"

_encode = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` would make one for each page
_LESSON: Json = ["Article", "LearningResource"]


def json_ld(page: PageView, site: SiteView) -> Markup:
    """The page's JSON-LD, safe inside a script element; nothing for pages that are only lists."""
    described = _described(page, site)
    if not described:
        return Markup("")
    whole = {"@context": "https://schema.org", **described}
    return Markup(_script_safe(_encode(whole)))  # noqa: S704 just escaped


def _script_safe(text: str) -> str:
    """No tag, comment or entity can begin in it, and it is the same JSON."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _described(page: PageView, site: SiteView) -> dict[str, Json]:
    if isinstance(page, LessonView):
        return _lesson(page, site)
    if isinstance(page, ArticleView):
        return _article(page, site)
    if isinstance(page, SeriesView):
        return _course_page(page, site)
    return _person_page(page) if isinstance(page, PersonView) else {}


def _lesson(page: LessonView, site: SiteView) -> dict[str, Json]:
    return {
        "@type": _LESSON,
        **_document(page.document, page.head, site),
        **_given(
            position=page.number,
            isPartOf=_course(site),
            teaches=[takeaway.text for takeaway in page.takeaways],
        ),
    }


def _article(page: ArticleView, site: SiteView) -> dict[str, Json]:
    kind = "Article" if page.head.kind == "article" else "WebPage"
    return {"@type": kind, **_document(page.document, page.head, site)}


def _document(document: DocumentView, head: Head, site: SiteView) -> dict[str, Json]:
    return _given(
        name=document.title,
        headline=document.title,
        description=document.summary,
        url=head.canonical,
        image=head.image.url if head.image else "",
        inLanguage=document.lang or site.locale,
        timeRequired=f"PT{document.minutes}M",
        datePublished=document.published,
        dateModified=document.updated or document.published,
        keywords=[tag.label.text for tag in document.tags],
        **_people(document, site),
        **_versions(document, head, site),
    )


def _people(document: DocumentView, site: SiteView) -> dict[str, Json]:
    """Authors, editors and all others who had a part, and the translators."""
    by_property: dict[str, list[PersonLink]] = {}
    for group in document.byline:
        name = group.role if group.role in ("author", "editor") else "contributor"
        by_property.setdefault(name, []).extend(group.people)
    by_property.setdefault("contributor", []).extend(document.reviewers)
    by_property["translator"] = list(document.translators)
    return {name: _persons(people, site) for name, people in by_property.items()}


def _persons(people: Iterable[PersonLink], site: SiteView) -> Json:
    """Each person once."""
    return [_person(person, site) for person in dict.fromkeys(people)]


def _person(person: PersonLink, site: SiteView) -> Json:
    url = site.base_url + person.path if site.base_url and person.path else ""
    return {"@type": "Person", **_given(name=person.name, url=url)}


def _versions(document: DocumentView, head: Head, site: SiteView) -> dict[str, Json]:
    """The translations of a source, or the source of a translation; both need addresses."""
    urls = {each.locale: each.url for each in head.alternates if each.locale != "x-default"}
    source = urls.get(document.source_locale)
    if source:
        return {"translationOfWork": _version(source, document.source_locale)}
    others = [locale for locale in urls if locale != site.locale]
    if document.source_locale or not others:
        return {}
    return {"workTranslation": [_version(urls[locale], locale) for locale in others]}


def _version(url: str, locale: str) -> Json:
    return {"@type": "CreativeWork", "@id": url, "url": url, "inLanguage": locale}


def _course(site: SiteView) -> Json:
    url = site.base_url and site.base_url + site.path
    return {"@type": "Course", **_given(name=site.title.text, url=url)}


def _course_page(page: SeriesView, site: SiteView) -> dict[str, Json]:
    lessons = [place for section in page.sections for place in section.places]
    return {
        "@type": "Course",
        **_given(
            name=site.title.text,
            description=site.summary.text or site.tagline.text,
            url=page.head.canonical,
            image=page.head.image.url if page.head.image else "",
            inLanguage=site.locale,
            hasPart=[_part(each, site) for each in lessons if each.state == "published"],
            **(_people(page.document, site) if page.document else {}),
            **(_versions(page.document, page.head, site) if page.document else {}),
        ),
    }


def _part(place: PlaceView, site: SiteView) -> Json:
    url = site.base_url and site.base_url + place.path
    return {"@type": _LESSON, **_given(name=place.title.text, position=place.number, url=url)}


def _person_page(page: PersonView) -> dict[str, Json]:
    card = page.card
    return {
        "@type": "Person",
        **_given(
            name=card.name,
            description="\n\n".join(card.bio),
            url=page.head.canonical,
            sameAs=[link.url for link in card.links if link.url.startswith(("http:", "https:"))],
        ),
    }


def _given(**properties: Json) -> dict[str, Json]:
    """The properties that say something."""
    return {name: value for name, value in properties.items() if value}
