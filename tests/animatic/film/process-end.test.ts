import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleTs } from "../../support/run-ts";
import { testDir } from "../../support/test-dir";
import { probe } from "../support/decode";

/** A codec opened by the main thread dies with SIGSEGV in the teardown after the last event; `process.exit` skips that. */
it("a process that has encoded a film ends in peace, whichever way it ends", { timeout: 60_000 }, async () => {
	const tinyFilm = await bundleTs(join("tests", "animatic", "film", "tiny-film", "main.ts"));
	try {
		const path = join(testDir(), "film.mp4");
		expect(await once(tinyFilm.run([path]), "exit")).toEqual([0, null]);
		expect(probe(path).video.nb_frames).toBe(4);
	} finally {
		tinyFilm.remove();
	}
});
