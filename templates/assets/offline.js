// "Save all lessons", on the overview: sw.js keeps every lesson that the map links to, and the
// same in the other languages. Without a service worker, nothing is offered.
(() => {
  "use strict";

  const area = document.querySelector(".saving");
  const worker = navigator.serviceWorker;
  if (!area) return;
  if (!worker || document.querySelector("script[data-server]")) {
    area.remove();
    return;
  }
  const status = area.querySelector("[role=status]");
  const bar = area.querySelector("progress");

  const lessonsIn = (page, url) =>
    [...page.querySelectorAll("main [data-lesson] a[href]")].map(
      (link) => new URL(link.getAttribute("href"), url).href,
    );
  const elsewhere = async (url) => {
    const text = await (await fetch(url)).text();
    return [url, ...lessonsIn(new DOMParser().parseFromString(text, "text/html"), url)];
  };
  const everything = async () => {
    const own = location.href.replace(/[?#].*/, "");
    const others = document.querySelectorAll(".site-header .site-languages a");
    const lists = await Promise.all([...others].map((link) => elsewhere(link.href)));
    return [...new Set([own, ...lessonsIn(document, own), ...lists.flat()])];
  };

  const say = (words) => {
    bar.hidden = true;
    status.textContent = words;
  };
  const follow = ({ data: { done, failed, total } }) => {
    bar.hidden = false;
    bar.value = done / total;
    if (done === total) say(failed ? status.dataset.failed : status.dataset.saved);
  };

  let busy = false;
  area.querySelector("button").addEventListener("click", async () => {
    if (busy) return;
    busy = true;
    status.textContent = status.dataset.saving;
    try {
      const channel = new MessageChannel();
      channel.port1.onmessage = follow;
      const registration = await worker.ready;
      registration.active.postMessage({ save: await everything() }, [channel.port2]);
    } catch {
      say(status.dataset.failed); // there is no connection
    }
    busy = false;
  });
  worker.ready.then(() => {
    area.hidden = false;
  });
})();
