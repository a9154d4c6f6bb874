"use client";

import { useEffect } from "react";
import { startReading } from "./behaviours/start-reading";

/** Starts the reading behaviours where React runs: in development, and where pages are served unfinished. */
export function StartBehaviours() {
  useEffect(() => startReading(document), []);
  return null;
}
