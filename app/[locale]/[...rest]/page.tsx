import { notFound } from "next/navigation";

/** Every address that nothing else answers, so that not-found.tsx speaks the interface's language. */
export default function Page() {
  notFound();
}
