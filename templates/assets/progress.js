// What a reader has read, and what they want to recall: kept in this browser only, under the keys
// of the source files, which all languages share. Nothing is sent anywhere. Without this file, or
// where the reader forbids storage, every page is complete and the buttons for it are not there.
(() => {
  "use strict";

  const home = new URL("..", document.currentScript.src).pathname;
  const name = `lessongen:${home}:progress`;
  const language = document.documentElement.lang;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const number = (count) => new Intl.NumberFormat(language).format(count);

  // --- days: the reader's own, as "2026-11-21", which sort as they are -----------------------

  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  const day = (after = 0) => {
    const now = new Date(Date.now());
    const then = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + after));
    return then.toISOString().slice(0, 10);
  };
  const said = (iso) =>
    new Date(iso).toLocaleDateString(language, { day: "numeric", month: "long", timeZone: "UTC" });

  // --- what is kept --------------------------------------------------------------------------

  // read: lesson → the day it was marked. cards: "lesson#takeaway" → how far it has come (step),
  // when it was last recalled (seen) and when to ask again (due).
  const isCard = (card) =>
    isDay(card?.due) && isDay(card.seen) && Number.isInteger(card.step) && card.step >= 0;
  const understood = (data) => {
    const entries = (map, isValid) =>
      new Map(Object.entries(map ?? {}).filter(([, value]) => isValid(value)));
    return { read: entries(data?.read, isDay), cards: entries(data?.cards, isCard) };
  };
  const written = ({ read, cards }) => ({
    format: "lessongen-progress",
    version: 1,
    read: Object.fromEntries(read),
    cards: Object.fromEntries(cards),
  });
  const load = () => {
    try {
      return understood(JSON.parse(localStorage.getItem(name)));
    } catch {
      return understood(null); // nobody's progress is worth a broken page
    }
  };
  const store = (progress) => {
    try {
      if (progress.read.size + progress.cards.size === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(written(progress)));
    } catch {
      // full: what is shown stays what is kept
    }
    show();
  };
  // Read again before each change: another tab may have changed it too.
  const change = (edit) => {
    const progress = load();
    edit(progress);
    store(progress);
  };

  // --- lessons: marks and counts -------------------------------------------------------------

  const showMarks = ({ read }) => {
    const mark = document.querySelector("template.read-mark");
    for (const stop of all(".stop[data-lesson]:has(.stop-title a)")) {
      const isRead = read.has(stop.dataset.lesson);
      const shown = stop.querySelector(".stop-read");
      if (isRead && !shown) stop.querySelector(".stop-number").append(mark.content.cloneNode(true));
      if (!isRead) shown?.remove();
    }
    for (const count of all("[data-read-of]")) {
      const lessons = JSON.parse(count.dataset.readOf);
      const done = lessons.filter((lesson) => read.has(lesson)).length;
      count.hidden = done === 0;
      count.textContent = count.dataset.words.replace("{read}", number(done));
      const part = count.closest(".leg, .chapter, .section-main");
      part?.style.setProperty("--read", done / lessons.length);
    }
    for (const button of all(".mark-read button")) {
      button.setAttribute("aria-pressed", read.has(button.closest("[data-lesson]").dataset.lesson));
    }
  };

  // --- takeaways: recall them, and be asked again after 1, 3, 7, 16 and 35 days ---------------

  const DAYS = [1, 3, 7, 16, 35];
  const isDue = (cards, id) => cards.get(id)?.due <= day();
  const setCard = (cards, id, step) =>
    cards.set(id, { step, seen: day(), due: day(DAYS[step]) });
  // Looked at before its day, a takeaway keeps that day.
  const recall = (cards, id) => {
    const step = cards.has(id) ? cards.get(id).step + 1 : 0;
    if (!cards.has(id) || isDue(cards, id)) setCard(cards, id, Math.min(step, DAYS.length - 1));
  };

  // Hide a takeaway behind its question; one press shows it and notes that it was recalled.
  const turn = (card) => {
    const id = card.dataset.card;
    const [link, text] = all(".takeaway-number, .takeaway-text", card);
    const template = document.querySelector("template.review-card");
    const check = template.content.cloneNode(true).firstElementChild;
    if (card.querySelector(".takeaway-prompt")) check.querySelector(".takeaway-prompt").remove();
    for (const words of all(".takeaway-prompt, .takeaway-show", check)) {
      words.textContent = words.textContent.replace("{number}", link.textContent);
    }
    const [button, again, status] = [".takeaway-show", ".takeaway-again", ".takeaway-next"].map(
      (selector) => check.querySelector(selector),
    );
    const tell = () => {
      const due = load().cards.get(id)?.due ?? day(1);
      status.textContent = status.dataset.words.replace("{date}", said(due));
    };
    // A borrowed text is in another language than the words around it.
    for (const side of ["lang", "dir"]) {
      text[side] = card.closest(`[${side}]`)[side];
      check[side] = document.documentElement[side];
    }
    button.after(text);
    text.hidden = true;
    button.addEventListener("click", () => {
      text.hidden = again.hidden = !text.hidden;
      button.setAttribute("aria-expanded", !text.hidden);
      if (text.hidden) return;
      change(({ cards }) => recall(cards, id));
      tell();
    });
    again.addEventListener("click", () => {
      change(({ cards }) => setCard(cards, id, 0));
      tell();
      button.focus();
      again.hidden = true;
    });
    card.append(check);
  };
  const turnBack = (card) => {
    const text = card.querySelector(".takeaway-text");
    card.querySelector(".takeaway-number").after(text);
    text.hidden = false;
    card.querySelector(".takeaway-check").remove();
  };

  const press = (button, isPressed) => button.setAttribute("aria-pressed", isPressed);
  const isPressed = (button) => button?.getAttribute("aria-pressed") === "true";
  const prepareReview = (tools) => {
    const cards = all(".takeaway[data-card]", tools.closest(".takeaways") ?? document);
    const [test, onlyDue] = all("button", tools);
    const filter = (isOn) => {
      const kept = load().cards;
      press(onlyDue, isOn);
      for (const card of cards) card.hidden = isOn && !isDue(kept, card.dataset.card);
      for (const box of all(".takeaways, .takeaway-section")) {
        box.hidden = !box.querySelector(".takeaway:not([hidden])");
      }
      showReview({ cards: kept });
    };
    const begin = (isOn) => {
      if (isOn === isPressed(test)) return;
      press(test, isOn);
      cards.forEach(isOn ? turn : turnBack);
    };
    test.addEventListener("click", () => {
      begin(!isPressed(test));
      if (onlyDue && !isPressed(test)) filter(false);
    });
    onlyDue?.addEventListener("click", () => {
      filter(!isPressed(onlyDue));
      if (isPressed(onlyDue)) begin(true);
    });
    if (onlyDue && location.hash === `#${tools.id}` && !onlyDue.hidden) onlyDue.click();
  };
  const showReview = ({ cards }) => {
    for (const due of all("[data-due-of]")) {
      const ids = JSON.parse(due.dataset.dueOf);
      const keys = Object.keys(ids).flatMap((lesson) => ids[lesson].map((id) => `${lesson}#${id}`));
      const count = keys.filter((key) => isDue(cards, key)).length;
      due.hidden = count === 0 && !isPressed(due);
      const words = due.querySelector("a") ?? due;
      words.textContent = due.dataset.words.replace("{count}", number(count));
    }
  };

  // --- together ------------------------------------------------------------------------------

  const show = () => {
    const progress = load();
    showMarks(progress);
    showReview(progress);
    shown.forEach((showMore) => showMore(progress));
  };
  const shown = [];
  try {
    localStorage.setItem(`${name}:probe`, "1");
    localStorage.removeItem(`${name}:probe`);
  } catch {
    return; // forbidden or full: the buttons stay away
  }
  for (const part of all(".mark-read, .review-tools")) part.hidden = false;
  for (const button of all(".mark-read button")) {
    const { lesson } = button.closest("[data-lesson]").dataset;
    button.addEventListener("click", () => {
      change(({ read }) => read.delete(lesson) || read.set(lesson, day()));
    });
  }
  show();
  all(".review-tools").forEach(prepareReview);
  // Other tabs; a page that comes back from the browser's memory; a day that has passed meanwhile.
  addEventListener("storage", (event) => {
    if (event.key === name || event.key === null) show();
  });
  addEventListener("pageshow", (event) => event.persisted && show());
  document.addEventListener("visibilitychange", show);

  // For overview.js, which comes after.
  const whenShown = (showMore) => {
    shown.push(showMore);
    showMore(load());
  };
  globalThis.lessongen = { progress: { load, store, change, understood, written, day, whenShown } };
})();
