import { findWorks } from "@/components/library/find-works";
import { announceIn } from "./announce";
import { applyComfortChoices } from "./comfort";
import { copyPermalinks } from "./copy-permalinks";
import { copyWords } from "./copy-words";
import { markCurrentSection } from "./current-section";
import { keepColumn } from "./keep-column";
import { readKeys } from "./keyboard";
import { carryPlace } from "./language-switch";
import { markFragment } from "./mark-passages";
import { watchMarkedRows } from "./marked-rows";
import { watchPlace } from "./place";
import { rememberView } from "./remember-view";
import { offerSharing } from "./share";
import { withdrawBar } from "./withdraw-bar";

/** Starts everything that script adds to a page; what a page does not have is left alone. Returns what undoes it. */
export function startReading(page: Document): () => void {
  const place = watchPlace(page);
  const undo = [applyComfortChoices(page, place), carryPlace(page, place), findWorks(page), withdrawBar(page)];
  const text = page.getElementById("text");
  const status = page.getElementById("status");
  if (text && status) {
    const { copied = "", copyFailed = "", shareFailed = "" } = text.dataset;
    const { say, stop } = announceIn(status);
    const marked = watchMarkedRows(page);
    const permalinks = copyPermalinks(page, marked, say, { copied, failed: copyFailed });
    const { awaitEnd } = permalinks;
    const sharing = offerSharing(page, { marked, place, say, awaitEnd, failed: shareFailed });
    undo.push(
      stop,
      rememberView(page, place),
      markFragment(page),
      permalinks.stop,
      sharing.stop,
      copyWords(page),
      keepColumn(page),
      markCurrentSection(page, place),
      readKeys(page, { place, marked, say, copy: permalinks.copy, share: sharing.open }),
    );
  }
  undo.push(place.stop);
  return () => undo.forEach((each) => each());
}
