"""What must not come through, over real sockets."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessongen.serving.guards import MOST_BYTES, Hosts
from tests.serving.serving import FILES, PATIENCE, Serving, served
from tests.shell.builders import make_project


@pytest.fixture(name="serving", scope="module")
def _serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for all: nothing here may change what it serves."""
    with served(make_project(tmp_path_factory.mktemp("guards") / "course", FILES)) as serving:
        yield serving


SECRET = "the author's own, outside the site"  # noqa: S105 a word to look for


@pytest.mark.parametrize("host", ["localhost:{}", "127.0.0.1:{}", "[::1]:{}", "LOCALHOST:{}"])
def test_its_own_names_are_answered(serving: Serving, host: str) -> None:
    reply = serving.ask("/en/a/", headers={"Host": host.format(serving.port)})
    assert (reply.status, b"First words." in reply.body) == (200, True)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{}", "localhost.evil.example", "127.0.0.1.evil.example", ""],
)
@pytest.mark.parametrize("path", ["/en/a/", "/_serve/events", "/_serve/problems/", "/sw.js"])
def test_another_host_is_refused(serving: Serving, host: str, path: str) -> None:
    reply = serving.ask(path, headers={"Host": host.format(serving.port)})
    assert reply.status in (400, 421)
    assert b"First words." not in reply.body
    assert serving.token.encode() not in reply.body


def test_a_server_for_everybody_takes_addresses_but_no_names() -> None:
    hosts = Hosts(host="0.0.0.0")  # noqa: S104 nothing is listened on
    assert hosts.allow("192.168.1.7:8000")
    assert hosts.allow("[fe80::1]:8000")
    assert not hosts.allow("evil.example:8000")
    assert Hosts(host="course.local").allow("course.local:8000")
    assert not Hosts(host="127.0.0.1").allow("192.168.1.7:8000")


TRAVERSALS = [
    "/../secret.txt",
    "/en/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/en/..%c0%afsecret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/....//secret.txt",
    "//secret.txt",
    "/en/%00../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/_serve/..%2fsecret.txt",
    "/_serve/%2e%2e/%2e%2e/secret.txt",
    "/pagefind/..%2f..%2fsecret.txt",
    "/%ef%bc%8e%ef%bc%8e/secret.txt",
    "/lessongen.yaml",
    "/content/en/01-a.md",
    "/.lessongen/state",
    "/.git/config",
    "/_headers",
    "http://evil.example/secret.txt",
]


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leaves_the_site(serving: Serving, path: str) -> None:
    for folder in (serving.root, serving.root.parent):
        (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    reply = serving.ask(path)
    assert reply.status in (307, 400, 404)
    assert SECRET.encode() not in reply.body
    assert b"takeaways:" not in reply.body
    absolute = str(serving.root / "secret.txt")
    assert serving.ask(absolute).status == 404


def test_a_link_in_the_content_that_leads_out_is_not_followed(serving: Serving) -> None:
    secret = serving.root.parent / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    (serving.root / "content/en/s.txt").symlink_to(secret)
    serving.replace("content/en/01-a.md", "Second words.", "[See](s.txt).")
    build = serving.live.rebuild()
    assert any(problem.code == "outside-project" for problem in build.problems)
    place = b'{"path": "content/en/s.txt", "line": 1}'
    assert serving.post("/_serve/open", place).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/en/a/", "/sw.js"])
def test_the_site_itself_takes_nothing(serving: Serving, method: str, path: str) -> None:
    headers = {"Origin": f"http://{serving.host}", "X-Lessongen-Token": serving.token}
    assert serving.ask(path, method=method, body=b"", headers=headers).status == 405


@pytest.mark.parametrize(
    "other",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "https://127.0.0.1:{}"},
        {"X_Lessongen_Token": ""},
        {"X_Lessongen_Token": "x" * 32},
    ],
)
def test_what_starts_a_program_needs_our_own_page_and_its_token(
    serving: Serving, other: dict[str, str]
) -> None:
    place = b'{"path": "content/en/01-a.md", "line": 1}'
    given = {name: value.format(serving.port) for name, value in other.items()}
    assert serving.post("/_serve/open", place, **given).status == 403
    assert serving.post("/_serve/open", place).status == 409  # no editor is set


def test_a_form_of_another_site_is_refused(serving: Serving) -> None:
    headers = {
        "Origin": "http://evil.example",
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": "a=b",
    }
    body = b"path=content/en/01-a.md&line=1"
    for path in ("/_serve/open", "/_translate/es/01-a/save"):
        assert serving.ask(path, method="POST", body=body, headers=headers).status == 403


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_nothing_but_a_post_starts_a_program(serving: Serving, method: str) -> None:
    headers = {"Origin": f"http://{serving.host}", "X-Lessongen-Token": serving.token}
    assert serving.ask("/_serve/open", method=method, headers=headers).status in (404, 405)


def test_a_huge_body_is_refused_before_it_is_sent(serving: Serving) -> None:
    for length in (str(MOST_BYTES + 1), "9" * 40, "-1", "x"):
        reply = serving.ask(
            "/_serve/open",
            method="POST",
            headers={
                "Origin": f"http://{serving.host}",
                "X-Lessongen-Token": serving.token,
                "Content-Length": length,
            },
        )
        assert reply.status in (400, 413)


def test_a_body_of_unknown_length_is_counted(serving: Serving) -> None:
    head = (
        f"POST /_serve/open HTTP/1.1\r\nHost: {serving.host}\r\n"
        f"Origin: http://{serving.host}\r\nX-Lessongen-Token: {serving.token}\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    piece = b"10000\r\n" + bytes(0x10000) + b"\r\n"
    with socket.create_connection(("127.0.0.1", serving.port), PATIENCE) as connection:
        connection.sendall(head.encode())
        try:
            for _ in range(MOST_BYTES // 0x10000 + 2):
                connection.sendall(piece)
        except OSError:
            pass  # refused while we were still sending
        assert connection.recv(12) == b"HTTP/1.1 413"


def test_pages_of_the_server_say_what_they_may_load(serving: Serving) -> None:
    headers = serving.ask("/_serve/problems/").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    page = serving.ask("/en/a/")
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


def test_what_may_be_opened(serving: Serving, tmp_path: Path) -> None:
    def status(path: str, line: object = 1) -> int:
        import json

        return serving.post(
            "/_serve/open", json.dumps({"path": path, "line": line}).encode()
        ).status

    assert status("content/en/01-a.md") == 409
    assert status("lessongen.yaml") == 409
    for path in (
        "content/../../x",
        "/etc/passwd",
        str(tmp_path / "course/content/en/01-a.md"),
        "content/en",
        "site/index.html",
        ".lessongen/state",
        "content\\en\\01-a.md",
        "content/en/none.md",
        "-x",
    ):
        assert status(path) == 404, path
    assert status("content/en/01-a.md", "; rm") == 400
    assert status("content/en/01-a.md", 0) == 400
    assert serving.post("/_serve/open", b"[" * 100_000).status == 400
    assert serving.post("/_serve/open", b"\xff").status == 400
    assert serving.post("/_serve/open", b"null").status == 400
