// A comfort: keys, forms without a jump of the page, and news of files that changed. Everything
// works without it. What somebody is writing is never replaced.
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("scripted");
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const words = one("#words")?.dataset ?? {};
  let token = one("input[name=token]")?.value ?? "";
  let build = Number(document.body.dataset.build); // that the page shows
  let told = build; // that there is
  const address = location.pathname + location.search;

  const show = (scripted) => all(".for-scripts", scripted).forEach((each) => (each.hidden = false));
  show(document);

  // --- what is being written ---------------------------------------------------

  const written = (form) => form.elements.namedItem("text");
  const seen = (form) => form.elements.namedItem("seen").value.replaceAll("\r\n", "\n");
  const isDirty = (form) => written(form).value !== seen(form);
  const mark = (form) => form.classList.toggle("dirty", isDirty(form));
  const dirtyIn = (from) => all(".writing", from).filter(isDirty);
  all(".writing").forEach(mark);
  document.addEventListener("input", (event) => {
    const form = event.target.closest(".writing");
    if (form) mark(form);
  });
  addEventListener("beforeunload", (event) => {
    if (dirtyIn(document).length) event.preventDefault();
  });

  // --- the page as it is now ---------------------------------------------------

  const say = (text, isRefused) => {
    const said = one("#said");
    if (!said) return;
    said.textContent = text;
    said.toggleAttribute("data-refused", Boolean(isRefused));
  };

  // A paragraph that somebody is writing in stays, with a word of warning if it changed beneath.
  const merged = (fresh, done) => {
    const old = document.getElementById(fresh.id);
    if (!old || old.id === done || !dirtyIn(old).length) return fresh;
    if (old.dataset.stamp !== fresh.dataset.stamp && !one(".beneath", old)) {
      const notice = document.createElement("p");
      notice.className = "beneath";
      notice.textContent = words.beneath;
      old.append(notice);
    }
    return old;
  };

  const swapUnits = (next, done) => {
    const fresh = one("#units", next);
    const here = one("#units");
    if (!fresh || !here) return;
    const kept = [...fresh.children].map((each) => merged(each, done));
    const lost = all(".unit", here).filter(
      (each) => each.id !== done && !kept.includes(each) && dirtyIn(each).length,
    );
    for (const each of lost) {
      if (!one(".beneath", each)) {
        const notice = document.createElement("p");
        notice.className = "beneath";
        notice.textContent = words.beneath;
        each.append(notice);
      }
    }
    here.replaceChildren(...lost, ...kept);
  };

  const swap = (next, done) => {
    const focused = document.activeElement?.id;
    swapUnits(next, done);
    for (const id of ["facts", "undo", "general", "whole"]) {
      const here = document.getElementById(id);
      const fresh = next.getElementById(id);
      if (here && fresh) here.replaceWith(fresh);
    }
    token = one("input[name=token]", next)?.value ?? token;
    all("input[name=token]").forEach((each) => (each.value = token));
    all(".writing").forEach(mark);
    show(document);
    build = Number(next.body.dataset.build);
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  };

  let sending = false; // what comes of it is no news
  const read = async (answer) =>
    new DOMParser().parseFromString(await answer.text(), "text/html");

  const send = async (form, button) => {
    const unit = form.closest(".unit");
    const at = units().indexOf(unit);
    const body = new URLSearchParams(new FormData(form, button));
    let answer;
    let next;
    sending = true;
    try {
      answer = await fetch(form.action, { method: "POST", body });
      next = await read(answer);
    } catch {
      say(words.gone, true);
      return;
    } finally {
      sending = false;
    }
    if (!one("#units", next) || new URL(answer.url).pathname !== location.pathname) {
      if (!answer.ok) say(one("#said", next)?.textContent || String(answer.status), true);
      else location.assign(answer.url);
      return;
    }
    const isRefused = !answer.ok;
    swap(next, isRefused && !one(".conflict", next) ? "" : unit?.id);
    say(one("#said", next)?.textContent ?? "", isRefused);
    goOn(unit, at, button.value, isRefused);
    if (told > build) renew();
  };

  // After a paragraph is done, the next one; else the same.
  const goOn = (unit, at, verb, isRefused) => {
    const same = unit && document.getElementById(unit.id);
    const settled = !same || !same.hasAttribute("data-focus");
    const stays = isRefused || ["save", "undo", "redo", "urgent"].includes(verb);
    const left = units();
    if (isRefused && same) (one(".conflict", same) ? one("textarea", same) : same).focus();
    else if (unit && (settled || !stays)) {
      (left[settled ? at : at + 1] ?? left.at(-1) ?? one("#whole button") ?? one("main")).focus();
    } else if (same) same.focus();
  };

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.method !== "post" || !submitter || !one("#units")) return;
    event.preventDefault();
    if (!sending) send(form, submitter);
  });

  // --- news --------------------------------------------------------------------

  let asking = false;
  const renew = async () => {
    if (asking) return;
    asking = true;
    try {
      const next = await read(await fetch(address, { cache: "no-store" }));
      if (sending) return;
      const before = stamps(document);
      swap(next, "");
      if (one("#units") && stamps(next) !== before) say(words.changed);
    } catch {
      // The next event asks again.
    } finally {
      asking = false;
    }
    if (told > build) setTimeout(renew, 50);
  };
  const stamps = (page) =>
    all(".unit", page)
      .map((each) => `${each.id}=${each.dataset.stamp}`)
      .join();

  let stream = null;
  const connect = () => {
    if (stream || document.hidden) return;
    stream = new EventSource("/_serve/events?path=/_translate/");
    stream.addEventListener("message", (event) => {
      told = JSON.parse(event.data).build;
      if (told !== build && !sending) renew();
    });
    stream.addEventListener("error", () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    });
  };
  const disconnect = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  // --- keys --------------------------------------------------------------------

  const units = () => {
    const focus = all(".unit[data-focus]");
    return focus.length ? focus : all(".unit, .row");
  };
  const current = () => document.activeElement?.closest?.(".unit, .row") ?? null;
  const move = (by) => {
    const found = all(".unit, .row").includes(current()) && !units().includes(current())
      ? all(".unit, .row")
      : units();
    const at = found.indexOf(current());
    const to = at < 0 ? found.find((each) => each.getBoundingClientRect().bottom > 80) : found[at + by];
    to?.focus();
    to?.scrollIntoView({ block: "nearest" });
  };
  const edit = () => {
    const unit = current();
    const link = unit && one("h3 a, h2 a", unit);
    if (link) {
      link.click();
      return;
    }
    const details = unit && one("details.edit", unit);
    if (details) details.open = true;
    unit && one("textarea", unit)?.focus();
  };
  const press = (key) => {
    const unit = current();
    const buttons = all(`[data-key=${key}]`, key === "u" ? document : (unit ?? one("main")));
    if (!unit && key !== "u") {
      move(0);
      return;
    }
    const shown = buttons.find((each) => each.checkVisibility());
    const dirty = unit && key === "o" ? dirtyIn(unit).map((form) => one("[data-done]", form)) : [];
    (dirty[0] ?? shown)?.click();
  };
  const help = () => one("#help").showModal();
  const preview = () => {
    const details = one("#preview");
    if (!details) return;
    details.open = !details.open;
    if (details.open) one("summary", details).focus();
  };

  const singles = one("#single-keys");
  singles.checked = localStorage.getItem("lessongen-keys") !== "off";
  singles.addEventListener("change", () =>
    localStorage.setItem("lessongen-keys", singles.checked ? "on" : "off"),
  );
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    e: edit,
    o: () => press("o"),
    f: () => press("f"),
    u: () => press("u"),
    p: preview,
    "?": help,
  };
  const onUnits = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: edit };

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (target.matches("textarea")) {
      if (event.key === "Escape") target.closest(".unit")?.focus();
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        const form = target.form;
        (one("[data-done]", form) ?? one("button", form)).click();
      }
      return;
    }
    if (target.matches("input, select") || one("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Arrows and Enter have their own meaning everywhere but on a paragraph or a row itself.
    const does =
      (singles.checked && keys[event.key]) ||
      (target.matches(".unit, .row") && onUnits[event.key]);
    if (!does) return;
    event.preventDefault();
    does();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-open], [data-help], [data-keep]");
    if (!button) return;
    if (button.matches("[data-keep]")) {
      const form = button.closest(".writing"); // given up on purpose: no question is asked
      written(form).value = seen(form);
      return;
    }
    if (button.matches("[data-help]")) {
      help();
      return;
    }
    const body = JSON.stringify({ path: button.dataset.open, line: Number(button.dataset.line) });
    const headers = { "Content-Type": "application/json", "X-Lessongen-Token": token };
    const answer = await fetch("/_serve/open", { method: "POST", headers, body });
    if (!answer.ok) say((await answer.json()).message, true);
  });

  connect();
})();
