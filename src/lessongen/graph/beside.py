"""Which texts have a page that shows them beside another version, and where."""

from collections.abc import Mapping, Sequence

from lessongen.graph.pages import Page
from lessongen.model.site import Beside, Route


def pages_beside(pages: Sequence[Page]) -> Mapping[tuple[str, str], tuple[Beside, ...]]:
    """By locale and key: a translation beside its source, and the source beside each translation.

    There is one where both have a page of their own; the address says the other language.
    """
    own = {(page.locale, page.family.key): page for page in pages if not page.borrowed}
    found: dict[tuple[str, str], tuple[Beside, ...]] = {}
    for page in own.values():
        source = own.get((page.family.source.locale, page.family.key))
        if source is None or page.standing is None or not page.standing.rows:
            continue
        for one, other in ((page, source), (source, page)):
            place = (one.locale, one.family.key)
            found[place] = (*found.get(place, ()), _beside(one, other))
    return found


def _beside(one: Page, other: Page) -> Beside:
    permalink = f"{one.route.permalink}{other.locale}/"
    return Beside(locale=other.locale, route=Route(permalink=permalink))
