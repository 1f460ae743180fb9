/* What a page does once it stands: tables sort and filter, charts come alive when turned to. */
(() => {
  "use strict";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const nl = new Intl.Collator("nl", { numeric: true });

  /** A text that only a screen reader tells. @param {string} tag @param {string} words */
  const heard = (tag, words) => {
    const part = document.createElement(tag);
    part.className = "sr";
    part.textContent = words;
    document.body.append(part);
    return part;
  };
  let status;
  /** @param {string} words */
  const say = (words) => {
    if (!status) (status = heard("p", "")).setAttribute("role", "status");
    status.textContent = words;
  };

  /** @param {HTMLTableRowElement} row @param {number} column */
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
    return cell.classList.contains("n") ? null : cell.textContent.trim();
  };

  /** Cells without a number stay at the end in either direction.
   * @param {number|string|null} a @param {number|string|null} b @param {number} direction */
  const order = (a, b, direction) => {
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    const by = typeof a === "number" && typeof b === "number" ? a - b : nl.compare(String(a), String(b));
    return by * direction;
  };

  /** @param {HTMLTableElement} table @param {HTMLTableCellElement} head */
  const sort = (table, head) => {
    const number = head.classList.contains("n");
    const now = head.getAttribute("aria-sort");
    const direction = now === null ? (number ? -1 : 1) : now === "ascending" ? -1 : 1;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => order(key(a, head.cellIndex), key(b, head.cellIndex), direction));
    table.tBodies[0].append(...rows);
    const way = number ? ["van laag naar hoog", "van hoog naar laag"] : ["van A tot Z", "van Z tot A"];
    say(`Gesorteerd op ${head.innerText.replace(/\s+/g, " ").trim()}, ${way[direction > 0 ? 0 : 1]}.`);
  };

  for (const table of document.querySelectorAll("table.sort")) {
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head));
      head.append(button);
    }
  }

  for (const table of document.querySelectorAll("table.filter")) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    label.className = "zoek";
    input.type = "search";
    label.append("Zoek in deze tabel ", input);
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      const rows = [...table.tBodies[0].rows];
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      say(`${rows.filter((row) => !row.hidden).length} van de ${rows.length} rijen staan in de tabel.`);
    });
    // Beside what is laid out later: a browser lays out any form at once.
    (table.closest(".later") ?? table).before(label);
  }

  let loading;
  /** Load the script for charts once, on the first chart that a reader turns to. */
  const charts = () => (loading ??= new Promise((done, failed) => {
    const tag = document.createElement("script");
    tag.src = script.dataset.charts;
    tag.onload = () => done(globalThis.zichtCharts);
    tag.onerror = failed;
    document.head.append(tag);
  }));

  /** A browser lets a page from disk read no second file: there the drawn charts stay. */
  const fromDisk = location.protocol === "file:";
  let hint;
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    if (fromDisk) break;
    figure.tabIndex = 0;
    hint ??= heard("p", "Ga met de pijltjes langs de cijfers; met Escape sluit u wat er staat.");
    hint.id = "hulp-grafiek";
    hint.hidden = true; // only for whoever asks about a chart
    figure.setAttribute("aria-labelledby", figure.querySelector("svg > title").id);
    figure.setAttribute("aria-describedby", hint.id);
    const wake = () => {
      for (const event of turns) figure.removeEventListener(event, wake);
      const { vega, kinds } = script.dataset;
      charts().then((module) => module.enliven(figure, { vegaUrl: vega, kindsUrl: kinds, dataUrl: "grafieken.json" }))
        .catch(() => { figure.tabIndex = -1; }); // the drawn chart stays
    };
    const turns = ["pointerenter", "focus", "touchstart"];
    for (const event of turns) figure.addEventListener(event, wake, { passive: true });
  }

  const fields = document.querySelectorAll("form[role=search] input");
  /** Load what the fields know on first use; from disk, or without it, they lead to the list. */
  const search = () => {
    for (const field of fields) field.removeEventListener("focus", search);
    const address = new URL(script.dataset.search, document.baseURI);
    if (address.protocol !== "file:") import(address.href).catch(() => {});
  };
  for (const field of fields) {
    field.addEventListener("focus", search);
    if (field === document.activeElement) search();
  }

  /** What only scripts can share is offered in a block from when a reader opens it.
   * @param {Element} block @param {Element} [wanted] the chart that was asked about */
  const share = (block, wanted) => {
    const address = new URL(script.dataset.share, document.baseURI);
    if (address.protocol === "file:") return; // a browser loads no module from disk
    import(address.href).then((module) => module.share(block, wanted)).catch(() => {}); // its links stay
  };
  let wanted; // the chart that a reader asked about, until its block has opened
  document.addEventListener("toggle", ({ target }) => {
    if (!target.open || !target.matches("details.deel")) return;
    share(target, wanted);
    wanted = undefined;
  }, true);

  /** @param {Element} part */
  const blockOf = (part) => {
    for (let around = part.parentElement; around; around = around.parentElement) {
      const block = around.querySelector(":scope > details.deel");
      if (block) return block;
    }
  };

  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const block = blockOf(figure);
    if (!block) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "delen-knop";
    button.textContent = "Gebruik en deel deze grafiek";
    button.addEventListener("click", () => {
      if (block.open) return share(block, figure);
      wanted = figure;
      block.open = true;
    });
    figure.append(button);
  }

  /** A phone shows what is on its screen first; then the rest is laid out, a part a frame. Who comes
   * to a place in the page, or back to one, has it whole at once: nothing may move above her. */
  const later = [...document.querySelectorAll("main section, .later, .scroll, footer.bottom")];
  const unfold = () => {
    const part = later.shift();
    if (part) part.style.contentVisibility = "visible";
    else document.documentElement.dataset.klaar = "";
    return Boolean(part);
  };
  const next = () => unfold() && requestAnimationFrame(next);
  const [came] = performance.getEntriesByType("navigation");
  if (location.hash || (came && came.type !== "navigate")) while (unfold());
  else addEventListener("load", next);
})();
