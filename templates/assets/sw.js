// Saved copies, for readers without a connection. The network comes first; what a reader has
// opened, or asked to keep, is there without it. With this worker off the site is the same.
// No list of pages is in here, so that a new deploy needs no new worker.
"use strict";

const HOME = new URL("./", self.location).pathname;
const OURS = `lessongen ${HOME} `; // several sites may share a host
const NOW = `${OURS}1 `; // another number where copies of before cannot be used any more
const ASSETS = `${NOW}assets`;
const PATIENCE = 4000; // ms; then a saved copy is better than waiting
const AT_ONCE = 4;

const below = (url) => url.pathname.slice(HOME.length);
const isOurs = (url) => url.origin === self.location.origin && url.pathname.startsWith(HOME);
const isAsset = (url) => isOurs(url) && below(url).startsWith("assets/");

// --- pages: one cache for each language, which is the first part of a page's path ---------------

const address = (url) => url.origin + url.pathname; // whatever is asked behind "?"
const pagesOf = (url) => caches.open(`${NOW}pages ${below(url).split("/")[0]}`);
const isPage = (response) =>
  response.ok &&
  !response.redirected &&
  (response.headers.get("Content-Type") ?? "").startsWith("text/html");

const keep = async (url, response) => {
  const pages = await pagesOf(url);
  if (isPage(response)) await pages.put(address(url), response);
  else if (response.status === 404 || response.status === 410) await pages.delete(address(url));
};

// The line that says so stands in every page, hidden: a copy shows it before it is painted.
const savedPage = async (url) => {
  const saved = await (await pagesOf(url)).match(address(url));
  if (!saved) return undefined;
  const text = (await saved.text()).replace('class="saved-copy" hidden', 'class="saved-copy"');
  return new Response(text, { headers: saved.headers });
};

// Past the browser's own cache, which would keep an old deploy, and would not say so.
const fromNetwork = (url) => fetch(url, { cache: "no-cache", redirect: "manual" });

const answerWithPage = async (event, url) => {
  const network = fromNetwork(url);
  const kept = network.then((response) => keep(url, response.clone()).then(tidyOnce));
  event.waitUntil(kept.catch(() => {})); // offline, or no room: what there is stays
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => savedPage(url));
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch {
    return (await savedPage(url)) ?? Response.error();
  }
};

// --- assets: their names change with their bytes, so a copy is always right -----------------------

const answerWithAsset = async (event) => {
  const assets = await caches.open(ASSETS);
  const saved = await assets.match(event.request.url);
  if (saved) return saved;
  const response = await fetch(event.request);
  if (response.status === 200) {
    event.waitUntil(assets.put(event.request.url, response.clone()).catch(() => {}));
  }
  return response;
};

const assetsIn = (text, url) => {
  const named = [...text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, href]) => new URL(href, url));
  return new Set(named.filter(isAsset).map((each) => each.href));
};

// --- what readers ask to keep -----------------------------------------------------------------

const save = async (url) => {
  const response = await fetch(url, { cache: "no-cache" });
  if (!isPage(response)) return false;
  const used = assetsIn(await response.clone().text(), url);
  await keep(url, response);
  const assets = await caches.open(ASSETS);
  const missing = async (each) => (await assets.match(each)) ?? assets.add(each);
  await Promise.all([...used].map(missing));
  return true;
};

const saveAll = async (urls, tell) => {
  const waiting = urls.values();
  let done = 0;
  let failed = 0;
  const work = async () => {
    for (const url of waiting) {
      if (!(await save(url).catch(() => false))) failed += 1;
      done += 1;
      tell({ done, failed, total: urls.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

// --- and to forget: copies of another kind, and what no saved page uses any more -----------------

const tidy = async () => {
  const used = new Set();
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !name.startsWith(NOW)) await caches.delete(name);
    if (!name.startsWith(`${NOW}pages `)) continue;
    const pages = await caches.open(name);
    for (const { url } of await pages.keys()) {
      const page = await pages.match(url);
      for (const each of assetsIn((await page?.text()) ?? "", url)) used.add(each);
    }
  }
  const assets = await caches.open(ASSETS);
  for (const { url } of await assets.keys()) {
    if (!used.has(url)) await assets.delete(url);
  }
};
let tidied;
const tidyOnce = () => (tidied ??= tidy()); // while this worker runs, which is minutes

// --- events -----------------------------------------------------------------------------------

// The pages that were open before there was a worker are kept, too.
const begin = async () => {
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const urls = open.map((client) => new URL(client.url)).filter(isOurs);
  await saveAll(urls, () => {});
  await tidyOnce();
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => {
  const urls = (event.data?.save ?? []).map((each) => new URL(each)).filter(isOurs);
  const [port] = event.ports;
  if (port) event.waitUntil(saveAll(urls, (state) => port.postMessage(state)));
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !isOurs(url) || event.request.headers.has("Range")) return;
  if (event.request.mode === "navigate") event.respondWith(answerWithPage(event, url));
  else if (isAsset(url)) event.respondWith(answerWithAsset(event));
});
