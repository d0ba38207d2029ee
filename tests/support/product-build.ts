import { buildStale } from "@/lib/cli/build.mjs";

/** The production build of these very sources: made if it is stale, which takes a while. */
export async function makeProductBuild(): Promise<void> {
	await buildStale({ quiet: true });
}
