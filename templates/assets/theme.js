// The theme that a reader has chosen, before anything is painted; without a choice, and without
// this file, pages follow the device. It is loaded beside the style sheet, for which every page
// waits anyway, and is a fraction of its size.
try {
  const home = new URL("..", document.currentScript.src).pathname;
  const theme = localStorage.getItem(`lessongen:${home}:theme`);
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // the reader has forbidden storage
}
