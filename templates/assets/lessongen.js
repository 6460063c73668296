// Comforts, every one optional: without this file nothing is missing from any page.
(() => {
  "use strict";

  // What a reader chose stays in the browser, under the path of this site (as theme.js knows).
  const home = new URL("..", document.currentScript.src).pathname;
  const name = (what) => `lessongen:${home}:${what}`;
  const remembered = (what) => {
    try {
      return localStorage.getItem(name(what)) ?? "";
    } catch {
      return ""; // the reader has forbidden it
    }
  };
  const remember = (what, value) => {
    try {
      if (value) localStorage.setItem(name(what), value);
      else localStorage.removeItem(name(what));
    } catch {
      // forbidden, or full: the choice holds for this page
    }
  };

  // The theme: light, dark, or as the device says.
  const page = document.documentElement;
  const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
  const own = metas.map((meta) => meta.content);
  const show = (theme) => {
    const index = ["light", "dark"].indexOf(theme);
    if (index < 0) delete page.dataset.theme;
    else page.dataset.theme = theme;
    metas.forEach((meta, each) => {
      meta.content = own[index < 0 ? each : index] ?? own[each];
    });
    for (const choice of document.querySelectorAll(".theme-choice input")) {
      choice.checked = choice.value === (page.dataset.theme ?? "");
    }
  };
  show(remembered("theme"));
  for (const choices of document.querySelectorAll(".theme-choice")) {
    choices.hidden = !CSS.supports("color", "light-dark(red, red)");
    choices.addEventListener("change", (event) => {
      remember("theme", event.target.value);
      show(event.target.value);
    });
  }
  window.addEventListener("storage", (event) => {
    if (event.key === name("theme")) show(event.newValue ?? "");
  });

  // The language switch leads to the heading that is being read: all languages share their ids.
  const headingInView = () =>
    [...document.querySelectorAll("main :is(h2, h3, h4, h5, h6)[id]")]
      .filter((each) => !each.closest("nav") && each.checkVisibility())
      .filter((each) => scrollY > 0 && each.getBoundingClientRect().top < innerHeight / 4)
      .at(-1);
  const aim = (event) => {
    const link = event.target.closest?.(".site-languages a[rel~=alternate]");
    if (link) link.hash = encodeURIComponent(headingInView()?.id ?? "");
  };
  document.addEventListener("click", aim);
  document.addEventListener("auxclick", aim); // in a new tab

  // "/" leads to the search, and there into its box, unless the reader has switched that off.
  document.addEventListener("keydown", (event) => {
    const place = document.querySelector("#page\\.query") ?? document.querySelector("a[rel=search]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !place) return;
    const isTyped = event.target.closest?.("input:not([type=radio]), textarea, [contenteditable]");
    if (isTyped || remembered("slash") === "off") return;
    event.preventDefault();
    place.focus();
    place.click();
  });

  // Saved copies for readers without a connection (sw.js); not of what "lessongen serve" shows.
  if (!document.querySelector("script[data-server]")) {
    window.addEventListener("load", () => {
      navigator.serviceWorker?.register(`${home}sw.js`).catch(() => {});
    });
  }

  // Who has chosen a language is led past the door, but may always come back to it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".doors a, .site-languages a");
    if (link) remember("language", link.hreflang);
  });
  const arrives =
    performance.getEntriesByType("navigation")[0]?.type === "navigate" &&
    !document.referrer.startsWith(location.origin + home);
  if (arrives && document.body.classList.contains("chooser-page")) {
    const doors = [...document.querySelectorAll(".doors a")];
    const door = doors.find((each) => each.hreflang === remembered("language"));
    if (door) location.replace(door.href);
  }
})();

// A tap on a paragraph of a lesson offers the way to its twin, on the page that shows both
// languages side by side. Without scripts, the links below headings lead there.
(() => {
  "use strict";

  const ways = [...document.querySelectorAll(".beside-link a")];
  const text = document.querySelector("main .text");
  if (!ways.length || !text) return;

  // Paragraphs are counted as bilingual.html counts them: items of lists and footnotes each, what
  // the theme has put into the text not at all.
  const paragraphs = () =>
    [...text.children]
      .filter((each) => !each.matches(".beside-here, .urgent"))
      .flatMap((each) => {
        if (each.matches("ul, ol")) return [...each.children];
        return each.matches(".footnotes") ? [...each.querySelectorAll(":scope > ol > li")] : [each];
      });

  const offer = document.createElement("span");
  offer.className = "beside-offer";
  offer.append(...ways.map((way) => way.cloneNode(true)));

  text.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary, label, pre")) return;
    const number = paragraphs().findIndex((each) => each.contains(event.target));
    if (number < 0) return;
    [...offer.children].forEach((link, index) => {
      link.href = `${ways[index].getAttribute("href")}#p${number + 1}`;
    });
    paragraphs()[number].append(offer);
  });
})();
