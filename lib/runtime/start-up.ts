import "server-only";
import { prepareDataDir } from "@/lib/runtime/data-dir";
import { env } from "@/lib/runtime/env";
import { failToStart } from "@/lib/runtime/lifecycle";

/** Brings the product up inside the server process. A failure is left for our http server to say and end with. */
export async function startUp(): Promise<void> {
	try {
		await prepareDataDir(env().dataDir);
	} catch (failure) {
		failToStart(failure);
	}
}
