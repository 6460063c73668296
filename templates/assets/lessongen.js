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

  // The language. Who has chosen one is led past the door, but may always come back to it.
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
