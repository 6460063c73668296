// Keeps a page that its author has open the way the files say. First of all scripts on the page:
// what was sent is compared with what comes next, and other scripts change the page meanwhile.
(() => {
  "use strict";

  const { token, server } = document.currentScript.dataset;
  let version = document.currentScript.dataset.lessongen;
  const ours = "[data-lessongen], [href='/_serve/author.css'], #_serve";

  // --- the page as it was sent -------------------------------------------------

  const shownFor = new WeakMap(); // node as it was sent → node of the page
  const pair = (sent, shown) => {
    shownFor.set(sent, shown);
    sent.childNodes.forEach((child, index) => pair(child, shown.childNodes[index]));
  };
  const sent = document.documentElement.cloneNode(true);
  pair(sent, document.documentElement);

  const mainOf = (page) => page.querySelector("body > main");
  const outside = (page) =>
    [...page.querySelector("body").children]
      .filter((each) => !each.matches(ours))
      .map((each) => (each.localName === "main" ? "main" : each.outerHTML));
  const attributes = (element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(" ");
  const sources = (page) =>
    [...page.querySelectorAll("head > script[src]")]
      .filter((each) => !each.matches(ours))
      .map((each) => each.getAttribute("src"));
  const sheets = (page) =>
    [...page.querySelectorAll("head > link[rel~=stylesheet]")].filter((each) => !each.matches(ours));
  const facts = (page) =>
    [...page.querySelectorAll("head > :is(title, meta, link, script:not([src]))")].filter(
      (each) => !each.matches(ours) && !each.matches("link[rel~=stylesheet]"),
    );

  // --- changing it into what comes next ----------------------------------------

  class TooMuch extends Error {}

  // Scripts have ways with these that a new element would not know of.
  const controls = "button, input, select, textarea, form, dialog, script, [hidden]";
  const plain = (node) =>
    node.nodeType !== Node.ELEMENT_NODE ||
    (!node.matches(controls) && node.querySelector(controls) === null);

  const place = (parent, fresh, before) => {
    if (!plain(fresh)) throw new TooMuch();
    const shown = document.importNode(fresh, true);
    shownFor.get(parent).insertBefore(shown, before ? shownFor.get(before) : null);
    parent.insertBefore(fresh, before ?? null);
    pair(fresh, shown);
  };
  const remove = (old) => {
    if (!plain(old)) throw new TooMuch();
    shownFor.get(old).remove();
    old.remove();
  };

  const setAttributes = (old, fresh) => {
    const shown = shownFor.get(old);
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) {
        shown.removeAttribute(name);
        old.removeAttribute(name);
      }
    }
    for (const { name, value } of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) {
        shown.setAttribute(name, value);
        old.setAttribute(name, value);
      }
    }
  };

  // What is equal at both ends stays as it is: with its focus, its scrolling, its open details.
  const change = (old, fresh) => {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      shownFor.get(old).nodeValue = old.nodeValue = fresh.nodeValue;
      return;
    }
    setAttributes(old, fresh);
    const olds = [...old.childNodes];
    const news = [...fresh.childNodes];
    const most = Math.min(olds.length, news.length);
    let start = 0;
    while (start < most && olds[start].isEqualNode(news[start])) start += 1;
    let end = 0;
    while (end < most - start && olds.at(-1 - end).isEqualNode(news.at(-1 - end))) end += 1;
    const gone = olds.slice(start, olds.length - end);
    const come = news.slice(start, news.length - end);
    const after = olds[olds.length - end];
    while (gone.length && come.length && gone[0].nodeName === come[0].nodeName) {
      change(gone.shift(), come.shift());
    }
    for (const node of come) place(old, node, gone[0] ?? after);
    for (const node of gone) remove(node);
  };

  const swapSheets = (next) => {
    const now = sheets(sent);
    const then = sheets(next);
    if (now.length !== then.length) throw new TooMuch();
    now.forEach((old, index) => {
      const href = then[index].getAttribute("href");
      if (old.getAttribute("href") === href) return;
      const shown = shownFor.get(old);
      const fresh = shown.cloneNode();
      fresh.href = href;
      // The old one stays until the new one is there: the page is never bare.
      fresh.addEventListener("load", () => shown.remove());
      shown.after(fresh);
      old.setAttribute("href", href);
      shownFor.set(old, fresh);
    });
  };

  const swapFacts = (next) => {
    const now = facts(sent);
    const then = facts(next);
    for (const old of now) {
      if (then.some((each) => each.isEqualNode(old))) continue;
      shownFor.get(old).remove();
      old.remove();
    }
    for (const fresh of then) {
      if (now.some((each) => each.isEqualNode(fresh))) continue;
      const shown = document.importNode(fresh, true);
      document.head.append(shown);
      sent.querySelector("head").append(fresh);
      pair(fresh, shown);
    }
  };

  const apply = (next) => {
    const same =
      mainOf(sent) &&
      mainOf(next) &&
      attributes(sent.querySelector("body")) === attributes(next.querySelector("body")) &&
      sent.lang === next.lang &&
      String(sources(sent)) === String(sources(next)) &&
      String(outside(sent)) === String(outside(next));
    if (!same) throw new TooMuch();
    swapSheets(next);
    swapFacts(next);
    change(mainOf(sent), mainOf(next));
  };

  let busy = false;
  const update = async (wanted) => {
    if (busy) return;
    busy = true;
    try {
      while (version !== wanted()) {
        const answer = await fetch(location.href, { cache: "no-store" });
        const next = new DOMParser().parseFromString(await answer.text(), "text/html");
        const script = next.querySelector("script[data-lessongen]");
        if (!script || script.dataset.server !== server) throw new TooMuch();
        apply(next.documentElement);
        version = script.dataset.lessongen;
        replaceAside(next.querySelector("#_serve"));
        if (version !== wanted()) break; // a build came between: its event is on its way
      }
    } catch (error) {
      if (!(error instanceof TypeError && error.message.includes("fetch"))) location.reload();
    } finally {
      busy = false;
    }
  };

  // --- the bar and the problems ------------------------------------------------

  const aside = () => document.querySelector("#_serve");
  const dialog = () => document.getElementById("_serve.problems");
  const said = () => document.getElementById("_serve.said");
  const say = (words) => {
    said().textContent = words;
  };
  const hidden = {
    get: () => sessionStorage.getItem("lessongen:hidden"),
    set: (problems) => sessionStorage.setItem("lessongen:hidden", problems),
  };

  const showProblems = () => {
    const window_ = dialog();
    if (!window_ || window_.open) return;
    window_.showModal();
    document.getElementById("_serve.title").focus();
  };
  // Errors come by themselves, and come back when they are others; the rest waits in the bar.
  const announce = () => {
    const window_ = dialog();
    if (!window_) return;
    window_.addEventListener("close", () => hidden.set(window_.innerHTML));
    if (window_.dataset.urgent !== undefined && hidden.get() !== window_.innerHTML) showProblems();
  };

  const replaceAside = (next) => {
    const old = dialog();
    const wasOpen = old?.open;
    const words = said().textContent;
    const fresh = document.importNode(next, true);
    const freshDialog = fresh.querySelector("dialog");
    if (old && freshDialog && wasOpen) {
      // The window stays, and so does the focus if nothing in it has changed.
      old.toggleAttribute("data-urgent", freshDialog.dataset.urgent !== undefined);
      if (old.innerHTML !== freshDialog.innerHTML) {
        old.replaceChildren(...freshDialog.childNodes);
        document.getElementById("_serve.title").focus();
      }
      if (old.dataset.urgent === undefined) {
        old.close();
        say("No errors any more");
      }
      aside().querySelector("._serve-bar")?.replaceWith(fresh.querySelector("._serve-bar"));
      return;
    }
    old?.close();
    aside().replaceChildren(...fresh.childNodes);
    const isMended = old?.dataset.urgent !== undefined && freshDialog?.dataset.urgent === undefined;
    say(isMended ? "No errors any more" : words);
    announce();
  };

  // --- the editor --------------------------------------------------------------

  const open = async (path, line, column) => {
    const headers = { "Content-Type": "application/json", "X-Lessongen-Token": token };
    const body = JSON.stringify({ path, line, column });
    try {
      const answer = await fetch("/_serve/open", { method: "POST", headers, body });
      say(answer.ok ? `Opened ${path}, line ${line}` : (await answer.json()).message);
    } catch {
      say("The server does not answer");
    }
  };

  // The blocks of the page with their places, in order; asked for when somebody wants one.
  let known = { version: "", blocks: new Map() };
  const blocks = async () => {
    if (known.version === version) return known.blocks;
    const asked = version;
    const address = `/_serve/lined?path=${encodeURIComponent(location.pathname)}`;
    const answer = await fetch(address);
    const found = new Map();
    if (answer.ok) {
      const lined = new DOMParser().parseFromString(await answer.text(), "text/html");
      const theirs = [...mainOf(lined).querySelectorAll("*")];
      const own = [...mainOf(sent).querySelectorAll("*")];
      theirs.forEach((each, index) => {
        if (each.dataset.line && theirs.length === own.length) {
          found.set(shownFor.get(own[index]), { ...each.dataset });
        }
      });
    }
    known = { version: asked, blocks: found };
    return found;
  };
  const openBlock = async (element) => {
    const all = await blocks();
    let block = element;
    while (block && !all.has(block)) block = block.parentElement;
    if (block) await open(all.get(block).source, Number(all.get(block).line), 1);
    else say("This is no paragraph of a file; use “Open” in the bar");
  };

  const mark = (element) => {
    document
      .querySelector("[data-lessongen-chosen]")
      ?.removeAttribute("data-lessongen-chosen");
    element?.setAttribute("data-lessongen-chosen", "");
    element?.scrollIntoView({ block: "nearest" });
  };
  let choosing = null; // the block that the arrow keys stand on
  const stopChoosing = (words) => {
    choosing = null;
    mark(null);
    say(words);
  };
  const choose = async () => {
    const all = [...(await blocks()).keys()];
    const seen = all.find((each) => each.getBoundingClientRect().bottom > 0) ?? all.at(-1);
    if (!seen) {
      say("There is no paragraph on this page");
      return;
    }
    choosing = seen;
    mark(seen);
    say("Up and down choose a paragraph, Enter opens it, Escape ends");
  };
  const move = async (by) => {
    const all = [...(await blocks()).keys()].filter((each) => each.isConnected);
    const index = Math.min(Math.max(all.indexOf(choosing) + by, 0), all.length - 1);
    choosing = all[index];
    mark(choosing);
    say(`${choosing.textContent.trim().slice(0, 80)}`);
  };

  document.addEventListener("keydown", (event) => {
    if (!choosing) return;
    const does = {
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      Enter: () => openBlock(choosing).then(() => stopChoosing(said().textContent)),
      Escape: () => stopChoosing(""),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("#_serve [data-open]");
    if (button) {
      open(button.dataset.open, Number(button.dataset.line), Number(button.dataset.column));
    } else if (target?.closest("#_serve [data-choose]")) {
      choose();
    } else if (target?.closest("#_serve [data-problems]") && dialog()) {
      event.preventDefault();
      showProblems();
    } else if (event.altKey && target?.closest("main")) {
      event.preventDefault();
      openBlock(target);
    }
  });

  // --- news --------------------------------------------------------------------

  let stream = null;
  let told = version;
  const connect = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(`/_serve/events?path=${encodeURIComponent(location.pathname)}`);
    stream.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      told = news.version;
      if (news.server !== server) location.reload();
      else if (told !== version) update(() => told);
    });
    stream.addEventListener("error", () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    });
  };
  // Browsers allow six connections to a server: pages that nobody sees need none.
  const disconnect = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  // --- no service worker while the site is being written -----------------------

  const workers = navigator.serviceWorker;
  if (workers) {
    workers.register = () => new Promise(() => {});
    workers
      .getRegistrations()
      .then((all) => all.forEach((each) => each.unregister()))
      .catch(() => {});
  }

  announce();
  connect();
})();
