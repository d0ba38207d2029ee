import { join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import type { MediaId } from "@/lib/domain/ids";
import type { StateOf } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import { createAnimatic } from "@/lib/gateways/animatic";
import { RenderWorker } from "@/lib/gateways/animatic/render-worker";
import { createFilmDresser } from "@/lib/gateways/films/film-dresser";
import type { Log } from "@/lib/ports/log";
import { readEnv } from "@/lib/runtime/env";
import { openDoors } from "@/lib/runtime/open-doors";
import { systemClock } from "@/lib/runtime/system-clock";
import { systemRandom } from "@/lib/runtime/system-random";
import { Worker } from "@/lib/runtime/worker";
import { saveFilm } from "@/lib/services/advance/save";
import type { Doors } from "@/lib/services/doors";
import { submitTake } from "@/lib/services/submit-take";
import { openMediaFiles } from "@/lib/storage/media/media-files";
import { newBrowser, orderFor } from "../../engine/support/engine";
import { type Bench, openEmbeddedBench } from "../../storage/support/bench";
import { testDir } from "../../support/test-dir";
import { type BundledChild, bundleChild } from "../support/bundle-child";
import { proseDraft } from "../support/drafts";

let bench: Bench;
let children: { readonly animatic: BundledChild; readonly dresser: BundledChild };
beforeAll(async () => {
	const [opened, animatic, dresser] = await Promise.all([
		openEmbeddedBench(),
		bundleChild("animatic"),
		bundleChild("dress-film"),
	]);
	bench = opened;
	children = { animatic, dresser };
});
afterAll(async () => {
	children.animatic.remove();
	children.dresser.remove();
	await bench.close();
});

it("a click on the animatic becomes a film with poster, waveform and last frame", { timeout: 180_000 }, async () => {
	const dataDir = testDir();
	const problems: string[] = [];
	const log: Log = { info() {}, warn: (event) => problems.push(event), error: (event) => problems.push(event) };
	const media = { ...openMediaFiles(join(dataDir, "media"), async () => {}), close() {} };
	const storage = { ...bench.stores, notifier: bench.notifier, media, check: async () => {}, close: async () => {} };
	const parts = { ...storage, clock: systemClock, random: systemRandom, log };
	const animatic = createAnimatic(parts);
	const dresser = createFilmDresser({ media, script: children.dresser.script });
	const env = readEnv({ DATA_DIR: dataDir, SECRET_KEY: "a secret that only this test knows" });
	const { doors, close } = openDoors(env, { storage, clock: systemClock, log, animatic, dresser });
	const worker = new Worker(doors, { name: "w" });
	const renderer = new RenderWorker({ ...parts, name: "w", script: children.animatic.script });
	onTestFinished(async () => {
		await Promise.all([worker.drain(), renderer.drain()]);
		await close();
	});
	await Promise.all([worker.start(bench.notifier), renderer.start(bench.notifier)]);

	const browserId = newBrowser();
	const draft = proseDraft('A man on a rooftop says: "There you are."', 3);
	const result = await submitTake(doors, browserId, orderFor("animatic", { draft }));
	if (!result.ok) throw new Error(result.problem.sentence);
	const take = await vi.waitFor(
		async () => {
			const found = await doors.takes.find(browserId, result.value.take.id);
			expect(found?.take.extras).toBeTruthy();
			return found?.take;
		},
		{ timeout: 150_000, interval: 100 },
	);
	expect(take?.state).toMatchObject({ kind: "ready", media: { width: 1280, height: 720, seconds: 3, hasAudio: true } });
	expect(take?.extras).toMatchObject({ hasPoster: true, hasPeaks: true, hasLastFrame: true, flashScore: 0 });
	expect(problems).toEqual([]);

	if (take?.state.kind !== "ready") throw new Error("It is not ready.");
	const { mediaId } = take.state.media;
	await saveTooLate(doors, take, mediaId);
	expect(await doors.media.head(`film/${mediaId}`)).not.toBeNull();
});

/** A worker that was held up after it had read the rendered film, while another recorded it. */
async function saveTooLate(doors: Doors, take: Take, mediaId: MediaId): Promise<void> {
	const state: StateOf<"saving"> = {
		kind: "saving",
		sinceMs: take.createdAtMs,
		remoteId: "rendered",
		film: { url: `media:${mediaId}`, expiresAtMs: null },
		tries: 0,
		lastFailure: null,
		chargedBefore: null,
	};
	const claim = { take: { ...take, state }, version: 0, watchedUntilMs: null, hintedRemoteId: null };
	await saveFilm(doors, { claim, signal: new AbortController().signal }, state);
}
