// The search page. Pagefind, which only this page loads, finds; this asks it, and shows.
(() => {
  "use strict";

  // Whoever does not want a key of one sign can switch it off (lessongen.js listens to it).
  const home = new URL("..", document.currentScript.src).pathname;
  const name = `lessongen:${home}:slash`;
  const key = document.querySelector(".search-key");
  try {
    const choice = key.querySelector("input");
    choice.checked = localStorage.getItem(name) !== "off";
    choice.addEventListener("change", () => {
      if (choice.checked) localStorage.removeItem(name);
      else localStorage.setItem(name, "off");
    });
    key.hidden = false;
  } catch {
    key.remove(); // the reader has forbidden storage
  }

  const area = document.querySelector(".search");
  if (!area) return;
  const box = area.querySelector("input");
  const status = area.querySelector("[role=status]");
  const list = area.querySelector(".results");
  const more = area.querySelector(".more-results");
  const elsewhere = area.querySelector(".elsewhere");
  const entry = area.querySelector("template").content;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const say = (words, values) => words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const here = (path) => new URL(path, location.href);

  // Loaded when the first word is typed. With and without accents, the list is the same.
  let engine;
  const load = async () => {
    const pagefind = await import(here(area.dataset.engine));
    await pagefind.options({ ranking: { diacriticSimilarity: 0 } });
    return pagefind;
  };

  // A word that stands nowhere, Pagefind answers with any that begins like it, such as "lessons"
  // with the Spanish "les". Only words that hold one another, or begin much alike, are meant.
  const letters = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => letters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const isLike = (asked, found) => {
    if (found.includes(asked)) return true;
    let same = 0;
    while (same < asked.length && asked[same] === found[same]) same += 1;
    if (asked.includes(found)) same = found.length;
    return same >= 4 && same >= 0.6 * Math.min(asked.length, found.length);
  };
  const isMeant = (query, { raw_content: content, locations }) => {
    if (content.includes("\u200b")) return true; // a language without spaces
    const words = content.split(/\s+/);
    const found = locations.flatMap((at) => wordsOf(words[at] ?? ""));
    return wordsOf(query).every((asked) => found.some((each) => isLike(asked, each)));
  };

  // What Pagefind gives is text with marks in it; nothing else of it gets into the page.
  const marked = (excerpt) =>
    [...new DOMParser().parseFromString(excerpt, "text/html").body.childNodes].map((node) => {
      if (node.nodeName !== "MARK") return node.textContent;
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    });

  const shown = (data) => {
    const item = entry.cloneNode(true);
    const link = item.querySelector("a");
    link.href = here(area.dataset.root + data.raw_url.replace(/^\//, ""));
    link.textContent = data.meta.title;
    item.querySelector(".entry-summary").append("… ", ...marked(data.excerpt), " …");
    const number = Number(data.meta.number);
    if (number) {
      item.querySelector(".facts").textContent = say(area.dataset.lesson, {
        number: numbers.format(number),
      });
    }
    return item;
  };

  const AT_ONCE = 10;
  let results = [];
  let asked = 0;
  const showMore = async () => {
    const turn = asked;
    const next = results.slice(list.children.length, list.children.length + AT_ONCE);
    const items = (await Promise.all(next.map((result) => result.data()))).map(shown);
    if (turn !== asked) return;
    const first = items[0]?.querySelector("a");
    list.append(...items);
    more.hidden = list.children.length >= results.length;
    return first;
  };

  const search = async () => {
    const query = box.value.trim();
    const turn = ++asked;
    const address = query ? `?${new URLSearchParams({ q: query })}` : location.pathname;
    history.replaceState(null, "", address);
    for (const link of elsewhere.querySelectorAll("a")) link.search = query ? address : "";
    let words = "";
    let found = [];
    try {
      if (query) {
        engine ??= load();
        found = (await (await engine).search(query)).results;
        const best = await Promise.all(found.slice(0, 3).map((result) => result.data()));
        if (!best.some((data) => isMeant(query, data))) found = [];
        words = found.length ? area.dataset.found : area.dataset.none;
      }
    } catch {
      engine = undefined; // the next word tries again
      words = area.dataset.failed;
    }
    if (turn !== asked) return; // something else has been typed in the meantime
    results = found;
    list.replaceChildren();
    more.hidden = true;
    elsewhere.hidden = words !== area.dataset.none;
    await showMore();
    if (turn === asked) status.textContent = say(words, { query, count: numbers.format(found.length) });
  };

  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 200);
  });
  area.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  more.addEventListener("click", async () => (await showMore())?.focus());

  // From the box through the results and back.
  area.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = event.key === "Escape" && at > 0 ? box : step && at >= 0 && stops[at + step];
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });

  area.hidden = false;
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  if (!location.hash) box.focus();
  if (box.value) search();
})();
