"""The real site under its real headers, from nginx with the file that docs/hosting/ offers."""

import json
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.checkers.kinds import kinds
from tests.checkers.server import read_headers
from tests.checkers.site import BuiltSite
from tests.tools import ROOT, requires

HOSTING = ROOT / "docs" / "hosting"
NAMES = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy")
ONLY_AS_HEADER = "frame-ancestors 'none'"
SERVER = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include {mime_types};
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    set $course /course;
    include {included};
  }}
}}
"""


def policy_of(site: BuiltSite) -> str:
    return dict(read_headers(site.folder / "_headers")["/*"])["Content-Security-Policy"]


@pytest.fixture(scope="module")
def site_url(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    nginx = requires("nginx")
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "www").mkdir()
    (folder / "www" / "course").symlink_to(built_site.folder)
    port = free_port()
    (folder / "nginx.conf").write_text(
        SERVER.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            mime_types=mime_types(nginx),
            port=port,
            included=HOSTING / "nginx.conf",
        )
    )
    with subprocess.Popen([nginx, "-p", folder, "-c", folder / "nginx.conf"]) as server:
        wait_until_it_answers(port, server)
        yield f"http://127.0.0.1:{port}/course/"
        server.terminate()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def mime_types(nginx: Path) -> Path:
    said = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--conf-path=(\S+)", said)
    assert found
    return Path(found[1]).parent / "mime.types"


def wait_until_it_answers(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                return
    pytest.fail("nginx did not start")


def test_every_kind_of_page_is_quiet_under_the_header(
    new_reader: Callable[..., BrowserContext], built_site: BuiltSite, site_url: str
) -> None:
    page = new_reader().new_page()
    for name, path in kinds(built_site).items():
        response = page.goto(site_url + built_site.path(path))
        assert response, name
        assert response.headers["content-security-policy"] == policy_of(built_site), name
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_the_search_works_and_the_worker_registers(
    new_reader: Callable[..., BrowserContext], site_url: str
) -> None:
    page = new_reader().new_page()
    page.goto(f"{site_url}es/buscar/?q=linea")
    expect(page.get_by_role("status")).to_contain_text("Resultados para “linea”:")
    scope = page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.scope)")
    assert scope == site_url


@pytest.mark.parametrize(
    ("path", "language"), [("gone/", "en"), ("es/gone/", "es"), ("en/a/b/c/es/d", "en")]
)
def test_what_is_not_there_is_answered_in_its_language(
    new_reader: Callable[..., BrowserContext], site_url: str, path: str, language: str
) -> None:
    page = new_reader(quiet=False).new_page()
    response = page.goto(site_url + path)
    assert response
    assert response.status == 404
    assert response.headers["x-content-type-options"] == "nosniff"
    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate("document.styleSheets.length") > 0


def test_only_what_has_a_digest_in_its_name_is_kept(built_site: BuiltSite, site_url: str) -> None:
    files = {
        path.relative_to(built_site.folder).as_posix() for path in built_site.folder.rglob("*")
    }
    named = [path for path in files if re.match(r"assets/[^/]+\.|pagefind/(fragment|index)/", path)]
    for path in (*sorted(named)[:5], max(named)):
        assert "immutable" in cache_control(site_url + path), path
    for path in ("", "en/", "sw.js", "pagefind/pagefind-entry.json", "pagefind/pagefind.js"):
        assert cache_control(site_url + path) == "no-cache", path


def cache_control(url: str) -> str:
    with urlopen(url) as answer:  # noqa: S310 our own nginx
        return str(answer.headers["Cache-Control"])


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_the_files_for_servers_say_what_the_site_says(built_site: BuiltSite, name: str) -> None:
    text = (HOSTING / name).read_text(encoding="utf-8")
    said: Mapping[str, str] = dict(read_headers(built_site.folder / "_headers")["/*"])
    assert set(said) == set(NAMES)
    for header, value in said.items():
        assert re.search(rf"header {header} \"?{re.escape(value)}\"?( always;)?\n", text), header


def test_the_pages_carry_the_same_policy_but_for_what_only_a_header_can_say(
    built_site: BuiltSite,
) -> None:
    whole = policy_of(built_site).removesuffix("; " + ONLY_AS_HEADER)
    strict = whole.replace(" 'wasm-unsafe-eval'", "")
    search = {built_site.path(p) for name, p in kinds(built_site).items() if "search" in name}
    assert len(search) == 2
    for page in built_site.pages:
        path = built_site.path(page)
        said = re.search(
            r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text()
        )
        assert said, path
        assert said[1] == (whole if path in search else strict), json.dumps(path)
