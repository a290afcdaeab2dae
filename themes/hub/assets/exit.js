// The way out. Without this script it is a plain link. With it the page is blank at once, this page leaves the history of
// the tab, and Shift, three times, does the same. It cannot hide what was read before, and promises nothing of the kind.
"use strict";

{
  const links = document.querySelectorAll("[data-exit]");
  const status = document.querySelector(".exit-status");
  const title = document.title;
  let presses = 0;
  let alone = false;
  let timer;

  const leave = (event) => {
    event?.preventDefault();
    document.body.hidden = true;
    document.title = links[0].dataset.title;
    location.replace(links[0].href);
  };
  const say = (text) => {
    if (!status) return;
    const { lang, dir } = links[0].dataset;
    if (lang) Object.assign(status, { lang, dir });
    status.textContent = text ?? "";
  };
  const forget = () => {
    presses = 0;
    say();
  };

  if (links.length) {
    for (const link of links) link.addEventListener("click", leave);
    // Shift that changes another key is not a press of its own.
    addEventListener("keydown", (event) => {
      alone = event.key === "Shift" && !event.repeat;
      if (!alone && event.key !== "Shift") forget();
    });
    addEventListener("keyup", (event) => {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      clearTimeout(timer);
      presses += 1;
      if (presses === 3) return leave();
      say(presses === 1 ? links[0].dataset.twice : links[0].dataset.once);
      timer = setTimeout(forget, 5000);
    });
    // A browser may keep the blank page and show it again.
    addEventListener("pageshow", () => {
      document.body.hidden = false;
      document.title = title;
      forget();
    });
  }
}
