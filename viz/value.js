// Lights what the pointer or the arrow keys are on, and says it in the line under the picture.
(() => {
  "use strict";
  const { parts, places, reading } = JSON.parse(document.getElementById("lights").textContent);
  const scene = document.getElementById("scene");
  const line = document.getElementById("reading");
  const part = (id) => document.getElementById(id);
  let lit = null;

  function light(id) {
    if (id === lit) return;
    lit = id;
    for (const old of scene.querySelectorAll(".on")) old.classList.remove("on");
    const found = id === null ? undefined : parts[id];
    scene.classList.toggle("lit", Boolean(found));
    line.textContent = (found && found.says) || reading;
    for (const other of found ? found.on : []) {
      part(other).classList.add("on");
      const word = other[0] === "w" && part("v" + other.slice(1));
      if (word) word.classList.add("on");
    }
  }

  function at(event) {
    const found = event.target.closest && event.target.closest(".spot, .wire, .word");
    return found ? found.id.replace("v", "w") : null;
  }

  // The nearest in a direction: what lies aside counts twice.
  function next(from, right, down) {
    let best = null;
    places.forEach(([x, y], i) => {
      const dx = x - places[from][0], dy = y - places[from][1];
      const along = dx * right + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * right);
      if (i !== from && along > 0 && (best === null || along + 2 * aside < best[0])) best = [along + 2 * aside, i];
    });
    return best === null ? from : best[1];
  }

  const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  scene.addEventListener("keydown", (event) => {
    const way = ways[event.key];
    if (!way || !event.target.matches(".spot")) return;
    event.preventDefault();
    const from = Number(event.target.id.slice(1));
    const to = part("s" + next(from, ...way));
    event.target.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
  });
  scene.addEventListener("focusin", (event) => light(at(event)));
  scene.addEventListener("focusout", () => light(null));
  scene.addEventListener("pointerover", (event) => light(at(event)));
  scene.addEventListener("pointerleave", () => light(null));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") light(null); });

  // A font of other widths than those measured must not run out of its place.
  for (const text of scene.querySelectorAll(".spot text")) {
    const room = Number(text.parentElement.querySelector(".near").getAttribute("width"));
    for (const row of text.querySelectorAll("tspan[x]")) {
      if (row.getComputedTextLength() > room + 4) {
        row.setAttribute("textLength", room);
        row.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    }
  }
})();
