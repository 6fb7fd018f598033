/**
 * Runs in the page before its own code: calls `benchPainted` after the frame that first shows what the selector finds.
 * `WANTED` is replaced by the selector when it is read.
 */
(() => {
  const look = () => {
    if (document.querySelector('WANTED') === null) return;
    observer.disconnect();
    // The second frame begins when the first was drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => globalThis.benchPainted()));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
})();
