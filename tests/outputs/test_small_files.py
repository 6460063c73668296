from lessongen.model.theme import Theme
from lessongen.outputs import assets, headers, robots, theme
from tests.graph.builders import body, lesson, site


def test_robots_name_the_sitemap_only_where_there_is_one() -> None:
    [known] = robots.artifacts(site(base_url="https://x.example/").value)
    assert known.produce().endswith(b"\nSitemap: https://x.example/sitemap.xml\n")
    [unknown] = robots.artifacts(site().value)
    assert b"Sitemap" not in unknown.produce()


def test_headers_allow_other_sites_images_only_if_the_settings_do() -> None:
    [strict] = headers.artifacts(site().value)
    assert b"img-src 'self';" in strict.produce()
    [open_] = headers.artifacts(site(remote_images="allow").value)
    assert b"img-src 'self' https: http:;" in open_.produce()


def test_files_of_the_theme_have_the_digest_of_their_bytes_in_their_name() -> None:
    one = Theme(assets={"style.css": b"a{}", "favicon.svg": b"<svg/>"})
    two = Theme(assets={"style.css": b"b{}", "favicon.svg": b"<svg/>"})
    assert theme.paths_of(one)["favicon.svg"] == "favicon.svg"
    assert theme.paths_of(one)["style.css"].startswith("assets/style.")
    assert theme.paths_of(one)["style.css"] != theme.paths_of(two)["style.css"]
    made = {artifact.path: artifact.produce() for artifact in theme.artifacts(one)}
    assert made[theme.paths_of(one)["style.css"]] == b"a{}"


def test_only_files_that_a_page_refers_to_are_copied_each_once() -> None:
    made = site(
        lesson("en/1.md", 1, body=body(images=["used.png", "used.png"], links=["plan.pdf"])),
        assets=("en/used.png", "en/plan.pdf", "en/unused.png"),
    ).value
    copied = [artifact.copy_of for artifact in assets.artifacts(made)]
    assert copied == ["content/en/plan.pdf", "content/en/used.png"]
