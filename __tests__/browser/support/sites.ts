/** The same build served in two ways: by our finishing server, and by plain `next start`, where it must work as well. */
export const siteNames = ["finished", "plain"] as const;
export type SiteName = (typeof siteNames)[number];

/** Carries the addresses from the set-up to the workers that run the tests. */
const variable = "DUIDU_TEST_SITES";

export function publishSites(sites: Readonly<Record<SiteName, string>>): void {
  process.env[variable] = JSON.stringify(sites);
}

/** Address of a site, without a slash at its end. */
export function siteUrl(site: SiteName): string {
  const sites = JSON.parse(process.env[variable] ?? "{}") as Partial<Record<SiteName, string>>;
  const url = sites[site];
  if (url === undefined) throw new Error(`No ${site} site runs: global-setup.ts starts it.`);
  return url;
}
