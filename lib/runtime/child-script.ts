import "server-only";
import { join } from "node:path";

/** Where the build puts an entry of `lib/children`. The server is started in the project's folder. */
export function childScript(name: "images" | "animatic" | "dress-film"): string {
	return join(process.cwd(), ".next", "children", `${name}.mjs`);
}
