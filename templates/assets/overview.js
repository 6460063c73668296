// The overview, after progress.js: where to go on, and "your progress" with its buttons.
(() => {
  "use strict";

  if (!globalThis.lessongen) return; // no storage: nothing to keep
  const { progress } = globalThis.lessongen;
  const { load, store, change, understood, written, day, whenShown } = progress;

  // --- where to go on ------------------------------------------------------------------------

  // The lesson after the one that was read last, or the first that is not read yet.
  const nextStop = (read) => {
    const stops = [...document.querySelectorAll(".series-map .stop:has(.stop-title a)")];
    const days = stops.map((stop) => read.get(stop.dataset.lesson) ?? "");
    const latest = days.lastIndexOf(days.reduce((a, b) => (a > b ? a : b), ""));
    const unread = (_, index) => days[index] === "";
    return {
      next: stops.find((_, index) => index > latest && unread(_, index)) ?? stops.find(unread),
      hasBegun: days.some(Boolean),
    };
  };
  const start = document.querySelector(".start");
  const startLink = start?.querySelector(".start-link");
  const firstLink = startLink?.cloneNode(true);
  const finished = start?.querySelector(".start-finished");

  // The link as it leads on to this stop of the map.
  const linkTo = (stop) => {
    const link = firstLink.cloneNode(true);
    const lesson = stop.querySelector(".stop-title a");
    const number = stop.querySelector(".stop-number").firstChild.data;
    link.href = lesson.href;
    link.removeAttribute("hreflang");
    if (lesson.hreflang) link.hreflang = lesson.hreflang;
    link.dataset.section = stop.closest("[data-section]").dataset.section;
    const words = start.dataset.continue.replace("{number}", number);
    link.querySelector(".start-words").textContent = words;
    link.querySelector(".start-title").replaceChildren(...lesson.cloneNode(true).childNodes);
    return link;
  };
  const showStart = ({ read }) => {
    const { next, hasBegun } = nextStop(read);
    const isFinished = hasBegun && !next && Boolean(finished);
    document.querySelector(".stop[data-next]")?.removeAttribute("data-next");
    if (hasBegun && next) next.dataset.next = "";
    const link = hasBegun && next ? linkTo(next) : firstLink.cloneNode(true);
    link.hidden = isFinished;
    if (finished) finished.hidden = !isFinished;
    const shown = start.querySelector(".start-link:not(.start-finished)");
    if (!link.isEqualNode(shown)) shown.replaceWith(link); // else the focus would be lost
  };
  if (startLink) whenShown(showStart);

  // --- keep, move and forget -----------------------------------------------------------------

  const part = document.querySelector(".progress");
  if (!part) return;
  const button = (name) => part.querySelector(`.progress-${name}`);
  const [save, open, clear, undo] = ["save", "load", "clear", "undo"].map(button);
  const input = part.querySelector("input");
  const status = part.querySelector("[role=status]");
  const tell = (what) => {
    status.textContent = status.dataset[what];
  };

  save.addEventListener("click", () => {
    const text = JSON.stringify(written(load()), null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
    link.download = `progress-${day()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
    tell("saved");
  });

  // A file is taken whole or not at all.
  const MOST_BYTES = 1_000_000;
  const size = (map) => Object.keys(map ?? {}).length;
  const readFile = async (file) => {
    if (file.size > MOST_BYTES) return null;
    try {
      const data = JSON.parse(await file.text());
      const progress = understood(data);
      const isOurs = data.format === "lessongen-progress" && data.version === 1;
      const isWhole =
        progress.read.size === size(data.read) && progress.cards.size === size(data.cards);
      return isOurs && isWhole ? progress : null;
    } catch {
      return null;
    }
  };
  // Both count: a lesson read here or there is read, since the earlier day; of a takeaway, what
  // was recalled later holds, and of two of the same day, the one that asks sooner.
  const merge = (mine, theirs) => {
    for (const [lesson, since] of theirs.read) {
      const own = mine.read.get(lesson);
      mine.read.set(lesson, own && own < since ? own : since);
    }
    for (const [id, card] of theirs.cards) {
      const own = mine.cards.get(id);
      const isSooner = card.seen === own?.seen && card.due < own.due;
      const isLater = !own || card.seen > own.seen || isSooner;
      if (isLater) mine.cards.set(id, card);
    }
  };
  open.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files;
    const progress = file && (await readFile(file));
    input.value = ""; // so that the same file can be chosen again
    if (progress) change((mine) => merge(mine, progress));
    tell(progress ? "loaded" : "refused");
    undo.hidden = true;
  });

  let forgotten = null;
  clear.addEventListener("click", () => {
    forgotten = load();
    store(understood(null));
    tell("cleared");
    undo.hidden = false;
  });
  undo.addEventListener("click", () => {
    change((now) => merge(now, forgotten));
    tell("restored");
    clear.focus();
    undo.hidden = true;
  });
  part.hidden = false;
})();
