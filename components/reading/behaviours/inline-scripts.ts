/**
 * Two scripts that stand in the page itself because they must run before it is painted. They only apply what the reader
 * chose before, and what a shared link asks for. Storage may be forbidden: then nothing is remembered.
 */

/**
 * Right after the bar: the view, from the address if it names one, else as last chosen. remember-view.ts writes the key.
 */
export const applyView = `{
let kept = {};
try { kept = JSON.parse(localStorage["duidu:view"]) } catch {}
const asked = new URLSearchParams(location.search), view = asked.get("view"), first = asked.get("first");
const check = (id, on) => { const box = document.getElementById(id); if (box && on != null) box.checked = on };
check("view-" + (document.getElementById("view-" + view) ? view : kept.view), true);
check("first-translation", /^(source|translation)$/.test(first) ? first == "translation" : kept.first);
check("flip", kept.flip);
check("study", kept.study);
}`;

/**
 * Right after the text: to the place that was left by switching the interface's language, else to the passage that the
 * address names. Reload and "back" are the browser's to restore. A reader who comes from elsewhere is not made to wait
 * for the storage. language-switch.ts writes the key.
 */
export const applyPlace = `{
const text = document.getElementById("text");
let place = null;
if (document.referrer.startsWith(location.origin + "/")) try {
  place = JSON.parse(sessionStorage["duidu:place"]);
  sessionStorage.removeItem("duidu:place");
} catch {}
const row = place && place.path == location.pathname && document.getElementById(place.id);
const [visit] = performance.getEntriesByType("navigation");
if (row) {
  for (const id of place.changed) document.getElementById(id).querySelector(".toggle").checked = true;
  row.parentElement.dataset.open = "";
  row.scrollIntoView({ behavior: "instant" });
  scrollBy({ top: row.getBoundingClientRect().top - place.offset, behavior: "instant" });
} else if (!location.hash && (!visit || visit.type == "navigate")) {
  const marked = text.querySelector("[data-marked]");
  if (marked) { marked.scrollIntoView({ behavior: "instant" }); marked.focus({ preventScroll: true }) }
}
}`;
