import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { explainUnsupportedNode } from "@/lib/cli/node-version.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("Node", () => {
	test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0", "100.0.0"])("%s will do", (version) => {
		expect(explainUnsupportedNode(version)).toBeUndefined();
	});

	test.each(["20.18.9", "19.99.99", "18.20.4", "16.0.0"])("%s is too old, and the sentence names both", (version) => {
		expect(explainUnsupportedNode(version)).toBe(
			`Storyreel needs Node 20.19.0 or newer and this is Node ${version}. Install a newer Node and try again.`,
		);
	});
});

describe.each(["start", "test", "dev"])("npm run %s", (command) => {
	test("on an old Node says so in one line before it does anything else", () => {
		const pretend = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})';
		const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", pretend, `lib/cli/${command}.mjs`], {
			cwd: root,
			encoding: "utf8",
		});
		expect(status).toBe(1);
		expect(stdout).toBe("");
		expect(stderr).toBe(
			"Storyreel needs Node 20.19.0 or newer and this is Node 18.20.4. Install a newer Node and try again.\n",
		);
	});
});
