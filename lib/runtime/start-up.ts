import "server-only";
import { prepareDataDir } from "@/lib/runtime/data-dir";
import { env } from "@/lib/runtime/env";
import { failToStart } from "@/lib/runtime/lifecycle";
import { openRuntime } from "@/lib/runtime/runtime";

/** Brings the product up inside the server process. A failure is left for our http server to say and end with. */
export async function startUp(): Promise<void> {
	try {
		await prepareDataDir(env().dataDir);
		await openRuntime(env());
	} catch (failure) {
		failToStart(failure);
	}
}
