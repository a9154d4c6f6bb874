import { startReading } from "./start-reading";

/** Entry of the module script that finished pages load. */
startReading(document);
