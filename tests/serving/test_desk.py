"""The translator's desk over real sockets, as a browser without scripts uses it."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from lessongen.cli import main
from lessongen.serving.guards import MOST_BYTES
from tests.serving.desk import (
    ALL,
    ENGLISH_FILE,
    LATE,
    RECORD,
    SECOND_TEXT,
    SPANISH,
    SPANISH_FILE,
    TEXT,
    Bench,
    bench,
)
from tests.serving.serving import PATIENCE


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


def _git(desk: Bench, *words: str) -> None:
    who = ("-c", "user.name=Eva", "-c", "user.email=eva@example.org")
    subprocess.run(["git", *who, *words], cwd=desk.serving.root, check=True, capture_output=True)


# --- pages --------------------------------------------------------------------------


def test_texts_are_listed_by_need_in_the_language_of_the_translator(desk: Bench) -> None:
    assert desk.serving.ask("/_translate/").headers["location"] == ALL
    desk.change_english()
    page = desk.page(ALL)
    assert '<html lang="es">' in page
    assert page.index("Ask early") < page.index("Write it down")  # the nearest to complete
    assert "1 párrafo · 1 palabra" in page
    assert "por actualizar" in page
    paragraph = desk.paragraph("five")
    desk.do("urgent", paragraph.fields)
    assert "urgente" in desk.page(ALL)
    assert '<html lang="en">' in desk.page(f"{ALL}?ui=en")
    assert "lessongen-ui=en" in desk.serving.ask(f"{ALL}?ui=en").headers["set-cookie"]
    english = desk.serving.ask(ALL, headers={"Cookie": "lessongen-ui=en"}).text
    assert '<html lang="en">' in english


def test_a_plan_for_the_time_one_has_is_that_of_the_command_line(desk: Bench) -> None:
    desk.change_english()
    page = desk.page(f"{ALL}?minutes=1")
    plan = page[page.index('class="plan"') : page.index('id="need"')]
    assert "Ask early" in plan
    assert "Write it down" not in plan
    assert 'class="plan"' not in desk.page(f"{ALL}?minutes=0x")


def test_a_unit_shows_then_and_now_and_why(desk: Bench) -> None:
    _git(desk, "init", "-q")
    _git(desk, "add", "-A")
    _git(desk, "commit", "-qm", "Start")
    desk.change_english()
    _git(desk, "commit", "-qam", "Counted again: it is five")
    page = desk.paragraph("five").html
    assert '<del><span class="said">[quitado: </span>three<span class="said">]</span></del>' in page
    assert '<ins><span class="said">[nuevo: </span>five<span class="said">]</span></ins>' in page
    assert "Counted again: it is five" in page
    assert LATE in page
    whole = desk.page()
    assert "Ask before you begin" not in whole  # up to date, and no neighbour
    assert "What it saves" in whole
    assert "Ask before you begin" in desk.page(f"{TEXT}?all=1")


def test_what_is_not_there_is_not_found(desk: Bench) -> None:
    for path in ("/_translate/fr/", "/_translate/es/99-x/", "/_translate/_files/../desk.py"):
        assert desk.serving.ask(path).status == 404
    assert desk.send({"do": "ok"}, "/_translate/es/99-x/").status == 404
    assert desk.send({"do": "dance"}).status == 404
    assert desk.send({"do": "harmless"}).status == 404  # of which paragraph?


# --- verbs --------------------------------------------------------------------------


def test_still_fine_moves_the_recorded_english_and_can_be_taken_back(desk: Bench) -> None:
    before = desk.read(RECORD)
    desk.change_english()
    page = desk.do("ok", desk.paragraph("five").fields)
    assert "1 párrafo confirmado." in page
    assert "five days of work" in desk.read(RECORD)
    assert desk.read(SPANISH_FILE) == SPANISH
    assert "Deshecho" in desk.do("undo")
    assert desk.read(RECORD) == before
    assert "Hecho de nuevo" in desk.do("redo")
    assert "five days of work" in desk.read(RECORD)


def test_one_block_is_saved_and_every_other_byte_stays(desk: Bench) -> None:
    file = desk.serving.root / SPANISH_FILE
    file.write_bytes(b"\xef\xbb\xbf" + SPANISH.replace("\n", "\r\n").encode())
    desk.change_english()
    text = LATE.replace("tres", "cinco")
    paragraph = desk.paragraph("five")
    assert paragraph.fields["seen"] == LATE
    page = desk.do("save", {**paragraph.fields, "text": text})
    assert "guardado" in page
    assert (
        file.read_bytes()
        == b"\xef\xbb\xbf" + SPANISH.replace(LATE, text).replace("\n", "\r\n").encode()
    )
    assert "three days" in desk.read(RECORD)  # nobody said that it is done
    assert "cinco" in desk.serving.ask("/es/pregunta-pronto/").text  # the site is built anew


def test_done_saves_and_confirms_and_is_taken_back_as_one(desk: Bench) -> None:
    record = desk.read(RECORD)
    desk.change_english()
    text = LATE.replace("tres", "cinco")
    desk.do("ok", {**desk.paragraph("five").fields, "text": text})
    assert text in desk.read(SPANISH_FILE)
    assert "five days" in desk.read(RECORD)
    assert "data-focus" not in desk.page()
    desk.do("undo")
    assert (desk.read(SPANISH_FILE), desk.read(RECORD)) == (SPANISH, record)


def test_a_new_paragraph_is_written_where_it_belongs(desk: Bench) -> None:
    desk.serving.replace(ENGLISH_FILE, "## What", "Ask again on Tuesday.\n\n## What")
    paragraph = desk.paragraph("Ask again on Tuesday")
    desk.do("save", {**paragraph.fields, "text": "Pregunta otra vez el martes."})
    wanted = SPANISH.replace("## Lo", "Pregunta otra vez el martes.\n\n## Lo")
    assert desk.read(SPANISH_FILE) == wanted
    assert "data-focus" not in desk.page()


def test_a_mechanical_change_is_shown_and_carried_over(desk: Bench) -> None:
    desk.serving.replace(ENGLISH_FILE, "example.org/one", "example.org/two")
    paragraph = desk.paragraph("example.org/two")
    assert "Aplicar cambio mecánico" in paragraph.html
    desk.do("fix", paragraph.fields)
    assert desk.read(SPANISH_FILE) == SPANISH.replace("org/one", "org/two")
    assert "org/two" in desk.read(RECORD)


def test_a_check_is_allowed_for_one_paragraph(desk: Bench) -> None:
    desk.serving.replace(SPANISH_FILE, "[la lista](https://example.org/one)", "la lista")
    paragraph = desk.paragraph("pair-links")
    desk.do("allow", {**paragraph.fields, "check": "pair-links"})
    assert "allow:pair-links" in desk.read(RECORD)
    assert "pair-links" not in desk.page()
    assert desk.send({**paragraph.fields, "do": "allow", "check": "x"}).status == 409


def test_a_whole_text_is_right_as_far_as_the_page_showed_it(desk: Bench) -> None:
    desk.change_english()
    page = desk.page()
    shown = page.partition('name="shown" value="')[2].partition('"')[0]
    desk.serving.replace(ENGLISH_FILE, "nobody minds", "hardly anybody minds")
    desk.do("ok", {"shown": shown})
    assert "five days" in desk.read(RECORD)
    assert "hardly anybody" not in desk.read(RECORD)  # nobody has read that


def test_a_missing_lesson_is_begun_and_can_be_taken_back(desk: Bench) -> None:
    path = "content/es/02-write-it-down.md"
    page = desk.do("begin", {"key": "02-write-it-down"}, ALL)
    assert "Write down what was decided" in desk.read(path)
    assert "Ya existe content/es/02-write-it-down.md" in page
    assert desk.send({"do": "begin"}, SECOND_TEXT).status == 409
    desk.do("undo", path=SECOND_TEXT)
    assert not (desk.serving.root / path).exists()


def test_names_and_claims(desk: Bench) -> None:
    reply = desk.send({"do": "name", "name": " Ana  María "}, ALL)
    cookie = reply.headers["set-cookie"].partition(";")[0]
    assert desk.send({"do": "claim"}, TEXT, Cookie=cookie).status == 303
    assert "%% claim Ana María" in desk.read(RECORD)
    assert "La tiene Ana María" in desk.page(ALL)
    other = desk.send({"do": "claim"}, TEXT, Cookie="lessongen-name=Luis")
    assert (other.status, "La tiene Ana María" in other.text) == (409, True)
    desk.do("unclaim")
    assert "%% claim" not in desk.read(RECORD)


# --- the author's side ----------------------------------------------------------------


def test_the_author_says_that_a_change_is_harmless_or_urgent(desk: Bench) -> None:
    _git(desk, "init", "-q")
    _git(desk, "add", "-A")
    _git(desk, "commit", "-qm", "Start")
    desk.change_english()
    costs = desk.page(f"{ALL}?side=author")
    assert '<html lang="en">' in costs
    assert "1 paragraph · 1 word" in costs
    side = f"{TEXT}?side=author"
    paragraph = desk.paragraph("five", side)
    assert "It means the same" in paragraph.html
    assert "<textarea" not in paragraph.html
    desk.do("harmless", paragraph.fields, side)
    assert "harmless" in desk.read(RECORD)
    desk.do("undo", path=side)
    desk.do("urgent", paragraph.fields, side)
    assert "urgent" in desk.read(RECORD)


def test_the_author_sees_what_uncommitted_edits_of_a_text_cost(desk: Bench) -> None:
    side = f"{TEXT}?side=author"
    desk.change_english()
    assert "edits cost" not in desk.page(side)  # without git there is nothing to compare with
    _git(desk, "init", "-q")
    _git(desk, "add", "-A")
    _git(desk, "commit", "-qm", "Start")
    desk.serving.replace(ENGLISH_FILE, "nobody minds", "hardly anybody minds")
    assert "your edits cost 2 words to translate" in desk.page(side)


def test_a_translation_without_a_record_is_right_for_what_it_was_made_from(desk: Bench) -> None:
    (desk.serving.root / RECORD).unlink()
    _git(desk, "init", "-q")
    _git(desk, "add", "-A")
    _git(desk, "commit", "-qm", "The first words")
    desk.change_english()
    _git(desk, "commit", "-qam", "Counted again")
    assert "The first words" in desk.page()
    desk.do("as-made")
    assert "three days" in desk.read(RECORD)
    assert "five" in desk.paragraph("five").html


def test_the_translation_of_the_same_text_elsewhere_is_offered(desk: Bench) -> None:
    desk.do("begin", path=SECOND_TEXT)
    sentence = "A late question costs three days of work that nobody needed."
    desk.serving.replace(
        "content/en/02-write-it-down.md", "Write down", f"{sentence}\n\nWrite down"
    )
    paragraph = desk.paragraph(LATE, SECOND_TEXT)
    assert f"{SPANISH_FILE}, línea" in paragraph.html
    desk.do("save", {**paragraph.fields, "text": LATE}, SECOND_TEXT)
    assert f"{LATE}\n\nWrite down" in desk.read("content/es/02-write-it-down.md")


# --- conflicts ------------------------------------------------------------------------


def test_both_texts_are_shown_if_somebody_else_changed_the_paragraph(desk: Bench) -> None:
    desk.change_english()
    paragraph = desk.paragraph("five")
    theirs = LATE.replace("tardía", "de última hora")
    desk.serving.replace(SPANISH_FILE, LATE, theirs)
    mine = LATE.replace("tres", "cinco")
    reply = desk.send({**paragraph.fields, "do": "save", "text": mine})
    assert reply.status == 409
    assert mine in reply.text
    assert theirs in reply.text
    assert theirs in desk.read(SPANISH_FILE)


def test_a_change_elsewhere_in_the_file_stays(desk: Bench) -> None:
    desk.change_english()
    paragraph = desk.paragraph("five")
    desk.serving.replace(SPANISH_FILE, "## Lo que ahorra", "## Lo que te ahorra")
    mine = LATE.replace("tres", "cinco")
    page = desk.do("save", {**paragraph.fields, "text": mine})
    assert "eso también se queda" in page
    assert desk.read(SPANISH_FILE) == SPANISH.replace("Lo que", "Lo que te").replace(LATE, mine)


def test_what_was_typed_comes_back_if_its_source_is_another_by_now(desk: Bench) -> None:
    desk.change_english()
    fields = desk.paragraph("five").fields
    desk.serving.replace(ENGLISH_FILE, "five days of work", "seven days of work")
    reply = desk.send({**fields, "do": "ok", "text": "Lo mío."})
    assert (reply.status, "Lo mío." in reply.text) == (409, True)
    desk.serving.replace(ENGLISH_FILE, "A late question costs seven", "Nothing like it, seven")
    desk.serving.replace(SPANISH_FILE, LATE + "\n\n", "")
    reply = desk.send({**fields, "do": "ok", "text": "Lo mío."})
    assert (reply.status, "Lo mío." in reply.text) == (409, True)
    assert "Lo mío" not in desk.read(SPANISH_FILE)


@pytest.mark.parametrize("text", ["", "Uno.\r\n\r\nDos.", "- Una lista"])
def test_what_is_not_one_block_comes_back(desk: Bench, text: str) -> None:
    desk.change_english()
    reply = desk.send({**desk.paragraph("five").fields, "do": "save", "text": text})
    assert reply.status == 409
    assert text.replace("\r\n", "\n") in reply.text
    assert desk.read(SPANISH_FILE) == SPANISH


def test_an_ok_that_was_not_for_this_is_refused(desk: Bench) -> None:
    desk.change_english()
    fields = desk.paragraph("five").fields
    desk.serving.replace(SPANISH_FILE, LATE, "Otra cosa muy distinta.")
    assert desk.send({**fields, "do": "ok"}).status == 409
    assert "five" not in desk.read(RECORD)


def test_nothing_is_taken_back_over_the_work_of_others(desk: Bench) -> None:
    desk.change_english()
    mine = LATE.replace("tres", "cinco")
    desk.do("save", {**desk.paragraph("five").fields, "text": mine})
    desk.serving.replace(SPANISH_FILE, mine, f"{mine} Y más.")
    reply = desk.send({"do": "undo"})
    assert (reply.status, "no se ha deshecho nada" in reply.text) == (409, True)
    assert f"{mine} Y más." in desk.read(SPANISH_FILE)


# --- guards ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "headers", "status"),
    [
        ({"token": "x"}, {}, 403),
        ({"token": ""}, {}, 403),
        ({}, {"Origin": "http://evil.example"}, 403),
        ({}, {"Origin": "null"}, 403),
        ({}, {"Host": "evil.example"}, 421),
        ({}, {"Content_Type": "text/plain"}, 403),
        ({}, {"Content_Type": "multipart/form-data; boundary=x"}, 403),
        ({f"f{number}": "" for number in range(200)}, {}, 403),
    ],
)
def test_forms_from_elsewhere_are_refused(
    desk: Bench, fields: dict[str, str], headers: dict[str, str], status: int
) -> None:
    desk.change_english()
    unit = desk.paragraph("five").fields
    before = desk.read(RECORD)
    assert desk.send({**unit, "do": "ok", **fields}, **headers).status == status
    assert desk.read(RECORD) == before


def test_a_huge_form_is_refused_before_it_is_sent(desk: Bench) -> None:
    headers = {
        "Origin": f"http://{desk.serving.host}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(MOST_BYTES + 1),
    }
    assert desk.serving.ask(TEXT, method="POST", headers=headers).status == 413


def test_a_huge_form_without_a_length_is_refused(desk: Bench) -> None:
    head = (
        f"POST {TEXT} HTTP/1.1\r\nHost: {desk.serving.host}\r\n"
        f"Origin: http://{desk.serving.host}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", desk.serving.port), PATIENCE) as connection:
        connection.sendall(head.encode())
        with suppress(OSError):  # refused while we were still sending
            for _ in range(MOST_BYTES // 0x10000 + 2):
                connection.sendall(piece)
        assert connection.recv(12) == b"HTTP/1.1 413"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(desk: Bench, method: str) -> None:
    assert desk.serving.ask(TEXT, method=method).status == 405
    assert desk.send({"do": "ok"}, "/_translate/").status == 405


def test_pages_have_a_strict_policy_and_nothing_inline(desk: Bench) -> None:
    desk.change_english()
    reply = desk.serving.ask(TEXT)
    assert "script-src 'self'" in reply.headers["content-security-policy"]
    assert reply.headers["cache-control"] == "no-store"
    assert "style=" not in reply.text
    assert " onclick" not in reply.text
    assert "<script>" not in reply.text


def test_nothing_but_content_is_written(desk: Bench) -> None:
    outside = desk.serving.root.parent / "outside.md"
    outside.write_text(SPANISH, encoding="utf-8")
    file = desk.serving.root / SPANISH_FILE
    file.unlink()
    file.symlink_to(outside)
    desk.serving.live.rebuild()
    reply = desk.serving.ask(f"{TEXT}?all=1")
    assert LATE not in reply.text
    assert outside.read_text(encoding="utf-8") == SPANISH


def test_what_is_built_knows_nothing_of_the_desk(desk: Bench, tmp_path: Path) -> None:
    output = tmp_path / "site"
    root = str(desk.serving.root)
    assert main(["--project", root, "build", "--output", str(output)]) == 0
    files = [path for path in output.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"_translate/" in path.read_bytes()]
