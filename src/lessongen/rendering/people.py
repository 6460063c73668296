"""Who made a text: names in by-lines, and the few lines about each."""

from collections.abc import Iterable, Mapping

from lessongen.model.document import Credit, FrontMatter
from lessongen.model.people import Person
from lessongen.model.site import Edition, Site
from lessongen.model.value import value
from lessongen.model.view_pieces import PersonCard, PersonLink, RoleGroup, UrlView
from lessongen.rendering.addresses import path_of, url_text
from lessongen.rendering.site_view import other_language

# In the order in which a by-line names them; "" is a collaborator whose role is not said.
ROLES = ("author", "", "idea", "editor", "reviewer", "illustrator")


TRANSLATOR = "translator"


@value
class People:
    """Everybody of `people.yaml`, as the pages of one language name them."""

    cards: Mapping[str, PersonCard]  # only those with something to say
    links: Mapping[str, PersonLink]


@value
class Credited:
    """Who had a part in a text, as its pages show it."""

    byline: tuple[RoleGroup, ...]  # translators aside
    translators: tuple[PersonLink, ...]
    reviewers: tuple[PersonLink, ...]  # of this version
    cards: tuple[PersonCard, ...]  # everybody with a bio, each once


def people_of(site: Site, edition: Edition) -> People:
    """The people of the project, with their pages in this language."""
    paths = {page.person.id: path_of(page.listing.route.permalink) for page in edition.people}
    fallbacks = (edition.locale, *site.editions)
    cards = {
        name: person_card(person, paths.get(name, ""), edition.locale, fallbacks)
        for name, person in site.people.items()
    }
    return People(
        cards={name: card for name, card in cards.items() if card.bio or card.links},
        links={
            name: PersonLink(
                name=card.name,
                path=card.path,
                anchor=card.anchor if card.bio or card.links else "",
            )
            for name, card in cards.items()
        },
    )


def person_card(person: Person, path: str, locale: str, fallbacks: Iterable[str]) -> PersonCard:
    """The person with the bio in the first of the languages that has one."""
    told = next((each for each in (*fallbacks, *person.bios) if person.bios.get(each)), locale)
    return PersonCard(
        id=person.id,
        anchor=f"person.{person.id}",
        name=person.name,
        path=path,
        bio=paragraphs(person.bios.get(told, "")),
        lang=other_language(told, locale),
        links=tuple(UrlView(text=url_text(url), url=url) for url in person.links),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    r"""The paragraphs of plain text; blank lines part them.

    >>> paragraphs("One\ngoes on.\n\n \nTwo.")
    ('One\ngoes on.', 'Two.')
    """
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return tuple("\n".join(block) for block in blocks if block)


def credited(front: FrontMatter, people: People) -> Credited:
    """Who made a text, by what they did."""
    groups: dict[str, list[PersonLink]] = {}
    for credit in front.collaborators or ():
        if credit.role != TRANSLATOR:
            groups.setdefault(credit.role, []).append(link_to(credit, people))
    names = [credit.person for credit in _credits(front) if credit.person in people.cards]
    return Credited(
        byline=tuple(
            [
                RoleGroup(role=role, people=tuple(groups[role]), known=role in ROLES)
                for role in sorted(groups, key=_rank)
            ]
        ),
        translators=translators_of(front, people),
        reviewers=tuple([link_to(credit, people) for credit in front.reviewers]),
        cards=tuple([people.cards[name] for name in dict.fromkeys(names)]),
    )


def translators_of(front: FrontMatter, people: People) -> tuple[PersonLink, ...]:
    """Who translated this version, also those who are named among the collaborators."""
    others = [each for each in front.collaborators or () if each.role == TRANSLATOR]
    return tuple([link_to(credit, people) for credit in (*front.translators, *others)])


def _rank(role: str) -> int:
    """Known roles first; sorting keeps the author's order of all others."""
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _credits(front: FrontMatter) -> tuple[Credit, ...]:
    return (*(front.collaborators or ()), *front.translators, *front.reviewers)


def link_to(credit: Credit, people: People) -> PersonLink:
    """The name, with the person's page if there is one; an unknown id is shown as it is."""
    known = people.links.get(credit.person)
    return known if known is not None else PersonLink(name=credit.name or credit.person)


def roles_of(front: FrontMatter, person: str) -> tuple[str, ...]:
    """What the person did for a text, each role once."""
    roles = [credit.role for credit in front.collaborators or () if credit.person == person]
    roles += [TRANSLATOR for credit in front.translators if credit.person == person]
    roles += ["reviewer" for credit in front.reviewers if credit.person == person]
    return tuple(dict.fromkeys(roles))
