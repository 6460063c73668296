// Comforts, every one optional: without this file nothing is missing from any page.
(() => {
  "use strict";

  // What a reader chose stays in the browser, under the path of this site.
  const home = new URL("..", document.currentScript.src).pathname;
  const storage = (() => {
    try {
      return window.localStorage;
    } catch {
      return null; // the reader has forbidden it
    }
  })();
  const name = (what) => `lessongen:${home}:${what}`;
  const remembered = (what) => storage?.getItem(name(what)) ?? "";
  const remember = (what, value) => {
    try {
      if (value) storage.setItem(name(what), value);
      else storage.removeItem(name(what));
    } catch {
      // full, or forbidden after all: the choice holds for this page
    }
  };

  // The theme. This script comes before the style sheet, and deferred scripts run when the page
  // is parsed, so the colours are right before they are first painted.
  const themes = { light: "#fcf9f3", dark: "#1d1915" };
  const show = (theme) => {
    if (!Object.hasOwn(themes, theme)) return;
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.dataset.own ??= meta.content;
      meta.content = themes[theme];
    }
  };
  const showAutomatic = () => {
    delete document.documentElement.dataset.theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.content = meta.dataset.own ?? meta.content;
    }
  };
  const apply = (theme) => {
    if (theme) show(theme);
    else showAutomatic();
    for (const choice of document.querySelectorAll('.theme-choice input')) {
      choice.checked = choice.value === theme;
    }
  };
  apply(remembered("theme"));
  for (const choices of document.querySelectorAll(".theme-choice")) {
    choices.hidden = !CSS.supports("color", "light-dark(red, red)");
    choices.addEventListener("change", (event) => {
      remember("theme", event.target.value);
      apply(event.target.value);
    });
  }
  window.addEventListener("storage", (event) => {
    if (event.key === name("theme")) apply(event.newValue ?? "");
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
