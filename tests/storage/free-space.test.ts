import { describe, expect, it } from "vitest";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import { guardFreeSpace } from "@/lib/storage/free-space";
import { testDir } from "../support/test-dir";

describe("the guard of the free space", () => {
	it("lets new work begin while there is room", async () => {
		await expect(guardFreeSpace(testDir(), 1)()).resolves.toBeUndefined();
	});

	it("says how little is left, in which directory, and what to do", async () => {
		const directory = testDir();
		const refused = guardFreeSpace(directory, Number.MAX_SAFE_INTEGER)();
		await expect(refused).rejects.toThrow(NoSpaceLeft);
		await expect(refused).rejects.toThrow(
			/^Only \d+ MB are free where .+ is stored\. Free some space and try again\.$/,
		);
		await expect(refused).rejects.toMatchObject({ code: "NO_SPACE_LEFT", message: expect.stringContaining(directory) });
	});
});
