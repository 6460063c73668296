"""What a page shows of its Markdown file."""

from collections.abc import Iterator, Sequence
from typing import Literal
from urllib.parse import quote

from lessongen.model.people import Comment
from lessongen.model.site import Node
from lessongen.model.value import replaced
from lessongen.model.view_frames import Borrowed, DocumentView, Stale
from lessongen.model.view_pieces import (
    BesideLink,
    BodyView,
    CommentView,
    ContentsEntry,
    EpigraphView,
    TagLink,
    Text,
    TranslationCredit,
)
from lessongen.rendering.addresses import path_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import borrowed_route
from lessongen.rendering.minutes import shown_minutes
from lessongen.rendering.people import paragraphs, translators_of
from lessongen.rendering.site_view import other_language

_HEADINGS_WITHOUT_CONTENTS = 3


def document_view(frame: Frame, key: str, node: Node, root: str) -> DocumentView:
    """The document of a page; `key` is what its versions share."""
    document, front, credited = node.document, node.front, frame.credited[key]
    source_locale, source_path = _source(frame, node)
    return DocumentView(
        lang=other_language(document.locale, node.locale),
        title=node.title,
        summary=front.summary or "",
        minutes=shown_minutes(node.minutes),
        status=_status(frame, node),
        published=front.published or "",
        updated=front.updated or "",
        originally_published=front.originally_published or "",
        epigraph=epigraph_of(node),
        body=body_view(frame, node, root),
        contents=_contents(node),
        byline=credited.byline,
        translators=credited.translators,
        reviewers=credited.reviewers,
        translations=tuple(_translations(frame, key, node)),
        people=credited.cards,
        tags=_tags(frame, node),
        credits=front.credits,
        invitation=_invitation(frame, node),
        comments=_comments(node.comments),
        comment_count=_count(node.comments),
        edit_url=_edit_url(frame, document.path),
        borrowed=_borrowed(node),
        stale=stale_of(node),
        source_locale=source_locale,
        source_path=source_path,
        beside=tuple(
            BesideLink(locale=each.locale, path=path_of(each.route.permalink))
            for each in node.beside
        ),
    )


def body_view(frame: Frame, node: Node, root: str) -> BodyView:
    """The text with where its links lead from this page; nothing is written yet."""
    return BodyView(
        body=node.document.body,
        digest=node.document.body.html.digest,
        links=node.links,
        images=node.images,
        ids=node.ids,
        root=root,
        locale=node.document.locale,
        remote_images=frame.view.remote_images,
    )


def _status(frame: Frame, node: Node) -> Literal["published", "draft", "scheduled"]:
    if node.front.status == "draft":
        return "draft"
    return "scheduled" if (node.front.published or "") > frame.site.today else "published"


def epigraph_of(node: Node) -> EpigraphView | None:
    """The quotation above the text, if there is one."""
    epigraph = node.front.epigraph
    return EpigraphView(text=epigraph.text, cite=epigraph.cite) if epigraph else None


def _contents(node: Node) -> tuple[ContentsEntry, ...]:
    headings = node.document.body.headings
    if len(headings) <= _HEADINGS_WITHOUT_CONTENTS:
        return ()
    return tuple(
        ContentsEntry(level=each.level, text=each.text, anchor=node.ids[each.hole])
        for each in headings
    )


# What a body cannot mark: it stands elsewhere on the page.
_OUTSIDE_BODY = ("title", "summary", "takeaway", "prompt", "epigraph", "section")


def stale_of(node: Node) -> Stale | None:
    """What to say of a translation whose source has changed since; nothing of any other text."""
    standing = node.standing
    if standing is None or standing.state != "outdated":
        return None
    urgent = any(each.kind in _OUTSIDE_BODY for each in standing.urgent)
    return Stale(since=standing.since, urgent=urgent)


def _translations(frame: Frame, key: str, node: Node) -> Iterator[TranslationCredit]:
    """The other versions whose translators have a name."""
    for alternate in node.alternates:
        if alternate.locale in (node.locale, node.document.locale):
            continue
        other = _version(frame, key, node, alternate.locale)
        translators = translators_of(other.front, frame.people) if other else ()
        # Their bios stand on the page of their version, not on this one.
        translators = tuple([replaced(each, anchor="") for each in translators])
        if translators:
            yield TranslationCredit(
                locale=alternate.locale,
                path=path_of(alternate.route.permalink),
                translators=translators,
            )


def _version(frame: Frame, key: str, node: Node, locale: str) -> Node | None:
    edition = frame.site.editions.get(locale)
    if edition is None:
        return None
    return edition.series if node.document.kind == "series" else edition.nodes.get(key)


def _source(frame: Frame, node: Node) -> tuple[str, str]:
    """The language and page of what this is a translation of; nothing for a source."""
    if node.source == node.document.path:
        return "", ""
    locale = frame.locales.get(node.source, "")
    routes = {each.locale: each.route for each in node.alternates}
    return locale, path_of(routes[locale].permalink) if locale in routes else ""


def _tags(frame: Frame, node: Node) -> tuple[TagLink, ...]:
    tags = dict.fromkeys(node.front.tags or ())
    return tuple(frame.tags[tag] for tag in tags if tag in frame.tags)


def _invitation(frame: Frame, node: Node) -> Text:
    own = node.front.invitation
    if own:
        return Text(text=own, lang=other_language(node.document.locale, node.locale))
    return Text(text=frame.site.settings.invitation.get(node.locale, ""))


def _comments(comments: Sequence[Comment]) -> tuple[CommentView, ...]:
    return tuple(
        CommentView(
            author=each.author,
            date=each.date,
            paragraphs=paragraphs(each.text),
            replies=_comments(each.replies),
        )
        for each in comments
    )


def _count(comments: Sequence[Comment]) -> int:
    return len(comments) + sum(_count(each.replies) for each in comments)


def _edit_url(frame: Frame, path: str) -> str:
    pattern = frame.site.settings.edit_url
    return pattern and pattern.replace("{path}", quote(path))


def _borrowed(node: Node) -> Borrowed | None:
    if not node.borrowed:
        return None
    return Borrowed(locale=node.document.locale, path=path_of(borrowed_route(node).permalink))
