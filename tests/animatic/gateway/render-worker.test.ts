import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "@/lib/domain/draft";
import { type BrowserId, type DispatchId, imageIdSchema } from "@/lib/domain/ids";
import { createAnimatic } from "@/lib/gateways/animatic";
import { RenderWorker } from "@/lib/gateways/animatic/render-worker";
import type { Gateway, LookOutcome } from "@/lib/ports/gateway";
import type { Log } from "@/lib/ports/log";
import type { MediaStore } from "@/lib/ports/media-store";
import { systemClock } from "@/lib/runtime/system-clock";
import { systemRandom } from "@/lib/runtime/system-random";
import { openMediaFiles } from "@/lib/storage/media/media-files";
import { newBrowserId } from "../../storage/contract/builders";
import { claimOne, click, commit } from "../../storage/contract/steps";
import { type Bench, openEmbeddedBench } from "../../storage/support/bench";
import { testDir } from "../../support/test-dir";
import { type BundledChild, bundleChild } from "../support/bundle-child";
import { proseDraft } from "../support/drafts";

const access = { secrets: {}, account: {}, signal: new AbortController().signal };
const WAIT = { timeout: 100_000, interval: 50 };

describe("the animatic gateway", { timeout: 120_000 }, () => {
	let bench: Bench;
	let child: BundledChild;
	let media: MediaStore;
	let gateway: Gateway;
	let warnings: string[];
	const workers: RenderWorker[] = [];

	beforeAll(async () => {
		[bench, child] = await Promise.all([openEmbeddedBench(), bundleChild("animatic")]);
	});
	beforeEach(async () => {
		await Promise.all(workers.splice(0).map((worker) => worker.drain()));
		await bench.empty();
		warnings = [];
		media = openMediaFiles(join(testDir(), "media"), async () => {});
		gateway = createAnimatic({ renders: bench.stores.renders, clock: systemClock });
	});
	afterAll(async () => {
		await Promise.all(workers.map((worker) => worker.drain()));
		child.remove();
		await bench.close();
	});

	async function startWorker(script = child.script): Promise<RenderWorker> {
		const log: Log = { info() {}, warn: (event) => warnings.push(event), error: (event) => warnings.push(event) };
		const parts = { renders: bench.stores.renders, media, clock: systemClock, random: systemRandom, log, script };
		const worker = new RenderWorker({ ...parts, name: randomBytes(3).toString("hex") });
		workers.push(worker);
		await worker.start(bench.notifier);
		return worker;
	}

	/** As the engine does it: the take and its intent are stored, then the gateway is asked. */
	async function start(draft: Draft, browserId: BrowserId = newBrowserId()): Promise<DispatchId> {
		await click(bench.stores, { gateway: "animatic", draft, browserId });
		const { intent } = await commit(bench.stores, await claimOne(bench.stores));
		const request = gateway.compose({ draft, image: null, dispatchId: intent.id, callbackUrl: null, account: {} });
		expect(await gateway.start(request, access)).toMatchObject({ kind: "accepted", remoteId: intent.id });
		return intent.id;
	}

	const look = (id: DispatchId) => gateway.status(id, access);

	async function until<Kind extends LookOutcome["kind"]>(id: DispatchId, kind: Kind) {
		return vi.waitFor(async () => {
			const outcome = await look(id);
			expect(outcome.kind).toBe(kind);
			return outcome as Extract<LookOutcome, { kind: Kind }>;
		}, WAIT);
	}

	async function untilDrawing(id: DispatchId): Promise<void> {
		await vi.waitFor(async () => {
			const outcome = await look(id);
			expect(outcome).toMatchObject({ kind: "waiting", phase: "rendering" });
			expect(outcome.kind === "waiting" && outcome.progress).toBeGreaterThan(0);
		}, WAIT);
	}

	it("turns a draft into a stored film, and tells how far it is", async () => {
		const id = await start(proseDraft("Rain over a city at night.", 3));
		expect(await look(id)).toMatchObject({ kind: "waiting", phase: "queued", progress: null });
		await startWorker();
		await untilDrawing(id);
		const { film } = await until(id, "done");
		expect(film.url).toMatch(/^media:md_[0-9a-z]{26}$/);
		const stored = await media.list("film", { after: null, limit: 10 });
		expect(stored.map(({ key }) => key)).toEqual([film.url.replace("media:", "film/")]);
		expect(warnings).toEqual([]);
	});

	it("starts once, however often it is asked for the same dispatch", async () => {
		const id = await start(proseDraft("A kite.", 3));
		const request = gateway.compose({
			draft: proseDraft("A kite.", 3),
			image: null,
			dispatchId: id,
			callbackUrl: null,
			account: {},
		});
		expect(await gateway.start(request, access)).toMatchObject({ kind: "accepted", remoteId: id });
		const wish = {
			worker: "w",
			nowMs: systemClock.nowMs(),
			leaseUntilMs: systemClock.nowMs() + 9_000,
			maxPerBrowser: 9,
		};
		expect((await bench.stores.renders.claim(wish))?.id).toBe(id);
		expect(await bench.stores.renders.claim(wish)).toBeNull();
	});

	it("kills the drawing child when it is cancelled, and keeps no film", async () => {
		const id = await start(proseDraft("A long walk through a forest.", 15));
		await startWorker();
		await untilDrawing(id);
		expect(childrenOf(child.script)).toHaveLength(1);
		expect(await gateway.cancel?.(id, access)).toMatchObject({ kind: "cancelled" });
		await vi.waitFor(() => expect(childrenOf(child.script)).toEqual([]), WAIT);
		expect(await look(id)).toMatchObject({ kind: "failed", failure: { code: "cancelled-there", charged: "no" } });
		expect(await media.list("film", { after: null, limit: 10 })).toEqual([]);
	});

	it("draws at low priority, and again when the child was killed", async () => {
		const id = await start(proseDraft("Fog over a lake.", 3));
		await startWorker();
		await untilDrawing(id);
		const [pid] = childrenOf(child.script);
		expect(niceness(pid ?? 0)).toBe(10);
		process.kill(pid ?? 0, "SIGKILL");
		await until(id, "done");
		expect(warnings).toEqual(["render-died"]);
	});

	it("gives up after the second child that breaks, and says what to do", async () => {
		const id = await start(proseDraft("A kite.", 3));
		await startWorker(join(process.cwd(), "tests", "animatic", "support", "child-that-breaks.mjs"));
		const { failure } = await until(id, "failed");
		expect(failure).toMatchObject({ code: "renderer", charged: "no" });
		expect(warnings.filter((event) => event === "render-died")).toHaveLength(2);
	});

	it("refuses an image that cannot be decoded without trying twice", async () => {
		const imageId = imageIdSchema.parse(randomBytes(32).toString("hex"));
		await media.put(`image/${imageId}`, bytesOf("no picture at all"), { maxBytes: 99, signal: access.signal });
		const image = { id: imageId, format: "png", width: 640, height: 360, bytes: 17 } as const;
		const id = await start(proseDraft("", 3, { image }));
		await startWorker();
		const { failure } = await until(id, "failed");
		expect(failure).toMatchObject({ code: "image", charged: "no" });
		expect(warnings).toEqual([]);
	});

	it("lets another worker begin anew what a stopped one was drawing", async () => {
		const id = await start(proseDraft("Waves on a beach.", 3));
		const first = await startWorker();
		await untilDrawing(id);
		await first.drain();
		expect(childrenOf(child.script)).toEqual([]);
		expect(await look(id)).toMatchObject({ kind: "waiting" });
		await startWorker();
		await until(id, "done");
	});

	it("lets no two films of one browser wait for a third worker's turn", async () => {
		const browserId = newBrowserId();
		const ids = [];
		for (let nth = 0; nth < 3; nth += 1) ids.push(await start(proseDraft("A kite.", 15), browserId));
		await startWorker();
		await startWorker();
		await vi.waitFor(() => expect(childrenOf(child.script)).toHaveLength(2), WAIT);
		const [, , third] = ids;
		expect(third && (await look(third))).toMatchObject({ phase: "queued" });
		for (const id of ids) await gateway.cancel?.(id, access);
	});
});

async function* bytesOf(text: string) {
	yield new TextEncoder().encode(text);
}

/** Ids of the processes that run this script. */
function childrenOf(script: string): number[] {
	const rows = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
	return rows
		.filter((row) => row.includes(script) && !row.includes("<defunct>"))
		.map((row) => Number.parseInt(row, 10));
}

function niceness(pid: number): number {
	return Number(execFileSync("ps", ["-o", "ni=", "-p", String(pid)], { encoding: "utf8" }));
}
