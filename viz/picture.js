// Draws what vis has no words for (the iris, labels beside their shapes, heads), lights what the
// pointer is on, and turns the page dark where the reader's system is.  Works on the globals that
// pyvis's own script leaves: nodes, edges, network.
(() => {
  "use strict";
  const lens = JSON.parse(document.getElementById("lens").textContent);
  const stage = document.getElementById("mynetwork");
  const reading = document.getElementById("reading");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const sans = 'Arial, "Liberation Sans", Arimo, Helvetica, sans-serif';
  const serif = '"Iowan Old Style", Palatino, Georgia, "Liberation Serif", serif';
  const marks = new Map(lens.marks.map((mark) => [mark.id, mark]));
  const wires = new Map(lens.wires.map((wire) => [wire.id, wire]));
  let colour = {};
  let lit = null; // the id of the mark or wire under the pointer
  let on = new Set(); // what is lit with it

  const mix = (a, b, share) => {
    const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
    const to = parts(b);
    return "#" + parts(a).map((v, i) => Math.round(v + (to[i] - v) * share).toString(16).padStart(2, "0")).join("");
  };
  const fonts = {
    name: `13.5px ${sans}`, strong: `600 13.5px ${sans}`, note: `12px ${sans}`, character: `italic 12px ${sans}`,
    head: `600 11.5px ${sans}`, more: `12px ${sans}`, title: `600 30px ${serif}`, fact: `13.5px ${sans}`,
  };
  const inks = {
    name: "ink", strong: "ink", note: "soft", character: "character", more: "soft", title: "ink", fact: "soft",
  };

  function paint() {
    colour = lens.palette[dark.matches ? "dark" : "light"];
    stage.style.backgroundColor = colour.ground;
    nodes.update(lens.marks.filter((mark) => mark.id !== lens.centre).map((mark) => {
      const shade = mix(colour.ground, colour[mark.kind], lit && !on.has(mark.id) ? 0.35 : 1);
      return { id: mark.id, color: { background: mark.hollow ? colour.ground : shade, border: shade } };
    }).concat(lens.stops.concat({ id: lens.centre, kind: "iris" }).map(({ id, kind }) => (
      { id, color: { background: colour[kind], border: colour[kind] } }
    ))));
    edges.update(lens.wires.map((wire) => {
      const bright = on.has(wire.id);
      const width = bright ? Math.max(2, wire.width) : wire.width;
      if (wire.role === "flat" || (wire.role === "spoke" && !bright)) {
        const opacity = bright ? 0.95 : lit ? wire.share * 0.35 : wire.share;
        return { id: wire.id, width, color: { inherit: "both", opacity } };
      }
      const share = bright ? 0.95 : lit ? wire.share * 0.3 : wire.share;
      return { id: wire.id, width, color: { color: mix(colour.ground, colour[wire.kind], share), inherit: false, opacity: 1 } };
    }));
  }

  function light(id) {
    if (id === lit) return;
    lit = id;
    on = new Set();
    const wire = wires.get(id);
    const bright = new Set(wire ? wire.links : []);
    lens.links.forEach((link, i) => { if (link.ends.includes(id)) bright.add(i); });
    for (const i of bright) lens.links[i].ends.forEach((end) => on.add(end));
    for (const other of lens.wires) if (other.links.some((i) => bright.has(i))) on.add(other.id);
    if (id !== null) on.add(id);
    const found = sayings(id);
    reading.textContent = found ? found.words : "";
    stage.classList.toggle("lit", Boolean(found));
    paint();
  }

  function sayings(id) {
    const wire = wires.get(id);
    if (!wire) return marks.get(id);
    const said = wire.links.map((i) => lens.links[i]);
    return { words: said.map((link) => link.words).join(". "), reading: said.flatMap((link) => link.reading) };
  }

  function write(g, text, x, y, align, style, room, ink, halo) {
    g.font = fonts[style];
    g.textAlign = align;
    g.lineWidth = 4;
    g.strokeStyle = halo;
    g.strokeText(text, x, y, room);
    g.fillStyle = ink;
    g.fillText(text, x, y, room);
  }

  function shape(g, kind, x, y, r, ink) {
    const [corners, turn] = { film: [4, Math.PI / 4], character: [4, 0], setting: [3, -Math.PI / 2], theme: [6, 0] }[kind] || [24, 0];
    g.beginPath();
    for (let i = 0; i < corners; i++) {
      const angle = turn + (i * 2 * Math.PI) / corners;
      g.lineTo(x + Math.cos(angle) * r, y + Math.sin(angle) * r);
    }
    g.fillStyle = ink;
    g.fill();
  }

  function drawIris(g) {
    g.fillStyle = colour.iris;
    g.strokeStyle = colour.line;
    g.lineWidth = 1;
    g.beginPath();
    g.ellipse(lens.x, lens.y, lens.rim, lens.tall, 0, 0, 2 * Math.PI);
    g.fill();
    g.stroke();
    g.lineWidth = 3;
    g.lineCap = "round";
    for (const [kind, side, top, bottom] of lens.arcs) {
      const from = Math.asin(Math.max(-1, (top - lens.y) / lens.tall));
      const to = Math.asin(Math.min(1, (bottom - lens.y) / lens.tall));
      g.strokeStyle = mix(colour.ground, colour[kind], lit ? 0.3 : 0.55);
      g.beginPath();
      if (side === "right") g.ellipse(lens.x, lens.y, lens.rim, lens.tall, 0, from, to);
      else g.ellipse(lens.x, lens.y, lens.rim, lens.tall, 0, Math.PI - from, Math.PI - to, true);
      g.stroke();
    }
    g.lineCap = "butt";
  }

  function drawTitle(g) {
    const found = sayings(lit);
    const heading = lens.title.filter((line) => line.style === "title");
    const facts = lens.title.filter((line) => line.style !== "title");
    const below = found && lit !== lens.centre ? found.reading.map((text) => ({ text, style: "fact" })) : facts;
    let y = lens.y - (heading.length * 36 + facts.length * 19) / 2 + 18;
    for (const line of heading) {
      write(g, line.text, lens.x, y, "center", "title", lens.titleWidth, colour.ink, colour.iris);
      y += 36;
    }
    y -= 8;
    for (const line of below) {
      write(g, line.text, lens.x, y, "center", "fact", lens.titleWidth, below === facts ? colour.soft : colour.ink, colour.iris);
      y += 19;
    }
  }

  function drawLabel(g, mark) {
    const [left, , right] = mark.box;
    const faint = lit && !on.has(mark.id);
    const align = mark.side === "right" ? "left" : "right";
    const x = mark.side === "right" ? left : right;
    const shade = (name) => (faint ? mix(colour.ground, colour[name], 0.42) : colour[name]);
    mark.lines.forEach((line, i) => {
      const y = mark.y + (i - (mark.lines.length - 1) / 2) * lens.line;
      write(g, line.text + line.year, x, y, align, line.style, right - left, shade(inks[line.style]), colour.ground);
      if (!line.year) return;
      // The year again in softer ink, over a wiped place: its letters alone would not say where it starts.
      const whole = g.measureText(line.text + line.year).width;
      const squeeze = Math.min(1, (right - left) / whole);
      const width = g.measureText(line.year).width * squeeze;
      const start = align === "right" ? x - width : x + whole * squeeze - width;
      g.fillStyle = colour.ground;
      g.fillRect(start - 0.5, y - 8, width + 1, 16);
      g.textAlign = "left";
      g.fillStyle = shade("soft");
      g.fillText(line.year, start, y, width);
    });
    mark.also.forEach((kind, i) => {
      const step = 9 + 9 * i;
      shape(g, kind, mark.side === "right" ? right + step : left - step, mark.y, 3.4, shade(kind));
    });
  }

  network.on("beforeDrawing", (g) => {
    drawIris(g);
  });
  network.on("afterDrawing", (g) => {
    g.textBaseline = "middle";
    g.lineJoin = "round";
    g.direction = "ltr";
    for (const mark of lens.marks) if (mark.id !== lens.centre) drawLabel(g, mark);
    for (const head of lens.captions) {
      const base = head.style === "head" ? colour[head.kind] : colour.soft;
      const ink = lit ? mix(colour.ground, base, 0.6) : base;
      write(g, head.text, head.x, head.y, head.side === "right" ? "left" : "right", head.style, undefined, ink, colour.ground);
    }
    drawTitle(g);
  });

  function fit() {
    const scale = Math.min(stage.clientWidth / lens.width, stage.clientHeight / lens.height, 1.5);
    network.moveTo({ position: { x: lens.width / 2, y: lens.height / 2 }, scale });
  }
  const zoom = (by) => network.moveTo({ scale: Math.max(0.3, Math.min(4, network.getScale() * by)) });

  function pick(event) {
    const corner = stage.getBoundingClientRect();
    const at = { x: event.clientX - corner.left, y: event.clientY - corner.top };
    const { x, y } = network.DOMtoCanvas(at);
    for (const mark of lens.marks) {
      if (mark.id === lens.centre) continue;
      const [left, top, right, bottom] = mark.box;
      if (x > Math.min(left, mark.x) - 7 && x < Math.max(right, mark.x) + 7 && y > top - 2 && y < bottom + 2) return mark.id;
    }
    const edge = network.getEdgeAt(at);
    const wire = wires.get(edge);
    return wire && wire.role !== "stem" ? wire.id : null; // a stem of several links says none of them
  }

  stage.addEventListener("pointermove", (event) => light(pick(event)));
  stage.addEventListener("pointerdown", (event) => light(pick(event)));
  stage.addEventListener("pointerleave", () => light(null));
  // The wheel scrolls the page; with Ctrl it zooms, as in a map.
  stage.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("words").addEventListener("click", () => {
    const list = document.querySelector("details");
    list.open = true;
    list.scrollIntoView();
    list.querySelector("summary").focus();
  });
  document.getElementById("nearer").addEventListener("click", () => zoom(1.25));
  document.getElementById("farther").addEventListener("click", () => zoom(0.8));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") light(null); });
  dark.addEventListener("change", paint);
  // vis puts its old view back after it has told of a new size, so ours comes after that.
  network.on("resize", () => setTimeout(fit));
  paint();
  fit();
  // In a narrow window the middle comes first.
  stage.parentElement.scrollLeft = (stage.clientWidth - stage.parentElement.clientWidth) / 2;
})();
