import { findWorks } from "@/components/library/find-works";
import { announceIn } from "./announce";
import { applyComfortChoices } from "./comfort";
import { copyPermalinks } from "./copy-permalinks";
import { markCurrentSection } from "./current-section";
import { readKeys } from "./keyboard";
import { carryPlace } from "./language-switch";
import { markFragment } from "./mark-passages";
import { watchPlace } from "./place";
import { rememberView } from "./remember-view";
import { withdrawBar } from "./withdraw-bar";

/** Starts everything that script adds to a page; what a page does not have is left alone. Returns what undoes it. */
export function startReading(page: Document): () => void {
  const place = watchPlace(page);
  const undo = [applyComfortChoices(page, place), carryPlace(page, place), findWorks(page), withdrawBar(page)];
  const text = page.getElementById("text");
  const status = page.getElementById("status");
  if (text && status) {
    const { copied = "", copyFailed = "" } = text.dataset;
    const { say, stop } = announceIn(status);
    undo.push(
      stop,
      rememberView(page, place),
      markFragment(page),
      copyPermalinks(page, say, { copied, failed: copyFailed }),
      markCurrentSection(page, place),
      readKeys(page, place, say),
    );
  }
  undo.push(place.stop);
  return () => undo.forEach((each) => each());
}
