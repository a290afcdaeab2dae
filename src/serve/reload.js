// The page of an editor: reloads when its own bytes have changed, swaps style sheets, shows what is wrong.
// Only `samen serve` puts it into pages; it is not in the published site.
"use strict";
(() => {
  const script = document.currentScript;
  if (!script || !window.EventSource) return;
  const { page, seen } = script.dataset;
  const query = new URLSearchParams({ page, seen });
  const source = new EventSource("/_samen/changes?" + query);
  let overlay = null;

  // The browser would keep the place too, but notes it late, and not when a page grows late. Until the page is there again, and
  // nobody has touched it, the place is the one that it had before: a second reload may come before the first is done, or
  // find a shorter page.
  const key = "samen-scroll:" + page;
  let place = history.state && history.state[key];
  if (place) {
    const back = () => {
      if (place) scrollTo(place.x, place.y);
    };
    addEventListener("load", async () => {
      back();
      // Fonts that come after all else move what stands above the place.
      await document.fonts.ready;
      requestAnimationFrame(() => requestAnimationFrame(() => {
        back();
        if (place && Math.abs(scrollY - place.y) < 2) place = null;
      }));
    }, { once: true });
    for (const touch of ["wheel", "keydown", "pointerdown", "touchstart"]) {
      addEventListener(touch, () => { place = null; }, { once: true, passive: true });
    }
  }

  // While the page is there the browser keeps its own place back, which may be older; who comes back to it finds the last.
  let reloading = false;
  addEventListener("pagehide", () => {
    if (!reloading) history.scrollRestoration = "auto";
  });

  source.addEventListener("reload", () => {
    reloading = true;
    source.close();
    history.replaceState({ ...history.state, [key]: place || { x: scrollX, y: scrollY } }, "");
    history.scrollRestoration = "manual";
    location.reload();
  });

  // The new sheet is loaded before the old one goes, so that the page never stands naked.
  source.addEventListener("styles", (event) => {
    const [old, now] = JSON.parse(event.data);
    old.forEach((address, index) => {
      if (!now[index] || now[index] === address) return;
      const link = [...document.querySelectorAll("link[rel=stylesheet]")].find((one) => one.getAttribute("href") === address);
      if (!link) return;
      const next = link.cloneNode();
      next.href = now[index];
      next.addEventListener("load", () => link.remove(), { once: true });
      link.after(next);
    });
  });

  source.addEventListener("problems", async (event) => {
    if (event.data === "0" || page === "/_samen/") {
      if (overlay) overlay.remove();
      overlay = null;
      return;
    }
    const answer = await fetch("/_samen/overlay" + page);
    if (!answer.ok) return;
    const text = await answer.text();
    const open = overlay === null || !overlay.hidden;
    if (overlay) overlay.remove();
    overlay = document.createElement("samen-problems");
    const inside = overlay.attachShadow({ mode: "open" });
    // The server has escaped all that comes from files.
    inside.innerHTML = text;
    const close = inside.querySelector("button");
    if (close) close.addEventListener("click", () => { overlay.hidden = true; });
    overlay.hidden = !open;
    document.body.append(overlay);
  });
})();
