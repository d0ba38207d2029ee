import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { imageIdSchema } from "@/lib/domain/ids";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import { fetchImage } from "@/lib/services/fetch-image";
import { refuseUpload } from "@/lib/services/images/image-allowances";
import { listImages } from "@/lib/services/list-images";
import { readImage } from "@/lib/services/read-image";
import { takeInImage, type Upload } from "@/lib/services/take-in-image";
import { newBrowser } from "../engine/support/engine";
import { openServer } from "../gateways/support/server";
import { openWay } from "../gateways/support/way";
import { openDarkroom } from "../images/support/darkroom";
import { buildRefiner, inOnePiece, readAll } from "../images/support/refiner";
import { type Bench, openEmbeddedBench } from "../storage/support/bench";

const { refiner } = await buildRefiner();
const signal = new AbortController().signal;

let bench: Bench;
beforeAll(async () => {
	bench = await openEmbeddedBench();
}, 60_000);
afterEach(() => bench.empty());
afterAll(() => bench.close());

function paint(colour: string, width = 400, height = 300): Promise<Buffer> {
	return sharp({ create: { width, height, channels: 3, background: colour } })
		.png()
		.toBuffer();
}

function upload(bytes: Buffer, changes: Partial<Upload> = {}): Upload {
	const plain = { announcedBytes: bytes.length, backing: "#ffffff", crop: null, signal };
	return { bytes: inOnePiece(bytes), ...plain, ...changes };
}

async function takeColour(
	room: ReturnType<typeof openDarkroom>,
	browserId: ReturnType<typeof newBrowser>,
	colour: string,
) {
	const outcome = await takeInImage(room, browserId, upload(await paint(colour)));
	if (!outcome.ok) throw new Error(outcome.problem.sentence);
	return outcome.value.image;
}

describe("an uploaded picture", () => {
	it("is stored under its hash and remembered for the browser", async () => {
		const room = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		const image = await takeColour(room, browserId, "#102030");
		expect(await room.media.head(`image/${image.id}`)).toMatchObject({ bytes: image.bytes });
		expect(await listImages(room, browserId)).toEqual([image]);
	});

	it("counts as used anew when it is sent again", async () => {
		const room = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		const first = await takeColour(room, browserId, "#111111");
		room.clock.advance(1_000);
		const second = await takeColour(room, browserId, "#222222");
		room.clock.advance(1_000);
		await takeColour(room, browserId, "#111111");
		expect(await listImages(room, browserId)).toEqual([first, second]);
	});

	it("is listed among the last six", async () => {
		const room = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		for (let shade = 0; shade < 8; shade += 1) {
			room.clock.advance(1_000);
			await takeColour(room, browserId, `#0${shade}0000`);
		}
		expect(await listImages(room, browserId)).toHaveLength(6);
	});

	it.each<[string, string, (good: Buffer) => Partial<Upload> & { readonly bytes: Upload["bytes"] }]>([
		["nothing", "empty", () => ({ bytes: inOnePiece(Buffer.alloc(0)), announcedBytes: 0 })],
		["a web page", "unsupported", () => ({ bytes: inOnePiece(Buffer.from("<html>")), announcedBytes: null })],
		["damaged", "unreadable", (good) => ({ bytes: inOnePiece(good.subarray(0, 150)), announcedBytes: 150 })],
		["shorter than announced", "incomplete", (good) => ({ bytes: inOnePiece(good), announcedBytes: good.length + 1 })],
		["longer than announced", "incomplete", (good) => ({ bytes: inOnePiece(good), announcedBytes: good.length - 1 })],
		["announced too large", "too-large", (good) => ({ bytes: inOnePiece(good), announcedBytes: 20_000_001 })],
		[
			"cropped outside",
			"bad-crop",
			(good) => ({ bytes: inOnePiece(good), crop: { left: 300, top: 0, width: 300, height: 300 } }),
		],
	])("that is %s is refused as %s, and leaves nothing behind", async (_, code, change) => {
		const room = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		const good = await paint("#334455");
		const outcome = await takeInImage(room, browserId, upload(good, change(good)));
		expect(outcome).toMatchObject({ ok: false, problem: { code, field: "image" } });
		expect(await listImages(room, browserId)).toEqual([]);
		expect(await room.media.list("image", { after: null, limit: 9 })).toEqual([]);
	});

	it("that never ends is cut at the cap", async () => {
		const room = openDarkroom(bench, refiner);
		const good = await paint("#334455");
		let sent = 0;
		const endless = (async function* () {
			yield good;
			for (;;) {
				sent += 1_000_000;
				yield Buffer.alloc(1_000_000);
			}
		})();
		const outcome = await takeInImage(room, newBrowser(), upload(good, { bytes: endless, announcedBytes: null }));
		expect(outcome).toMatchObject({ ok: false, problem: { code: "too-large" } });
		expect(sent).toBeLessThanOrEqual(22_000_000);
	});

	it("too long is refused with a crop that is then taken", async () => {
		const room = openDarkroom(bench, refiner);
		const long = await paint("#556677", 1600, 400);
		const refused = await takeInImage(room, newBrowser(), upload(long));
		expect(refused).toMatchObject({ problem: { code: "too-elongated", crop: { left: 300, top: 0, width: 1000 } } });
		const crop = refused.ok ? null : refused.problem.crop;
		const taken = await takeInImage(room, newBrowser(), upload(long, { crop }));
		expect(taken).toMatchObject({ ok: true, value: { image: { width: 1000, height: 400 } } });
	});

	it("finds a full disk said in a sentence", async () => {
		const room = openDarkroom(bench, refiner);
		const put = () => Promise.reject(new NoSpaceLeft("data", 5_000_000));
		const outcome = await takeInImage(
			{ ...room, media: { ...room.media, put } },
			newBrowser(),
			upload(await paint("#999999")),
		);
		expect(outcome).toMatchObject({ ok: false, problem: { code: "no-space" } });
	});
});

describe("reading a picture", () => {
	it("gives whole bytes, and small ones on request", async () => {
		const room = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		const { id, bytes } = await takeColour(room, browserId, "#abcdef");
		const whole = await readImage(room, browserId, { id, width: null, signal });
		expect(whole).toMatchObject({ format: "png", length: bytes });
		expect((await readAll(whole?.bytes ?? inOnePiece(Buffer.alloc(0)))).length).toBe(bytes);
		const small = await readImage(room, browserId, { id, width: 150, signal });
		const picture = await readAll(small?.bytes ?? inOnePiece(Buffer.alloc(0)));
		expect(picture.length).toBe(small?.length);
		expect(await sharp(picture).metadata()).toMatchObject({ format: "jpeg", width: 160 });
	});

	it("gives whole bytes in place of small ones when it is asked too often", async () => {
		const room = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		const { id } = await takeColour(room, browserId, "#abcdef");
		await room.limiter.take({ name: "image-small", points: 240, perMs: 600_000 }, browserId, 240);
		expect(await readImage(room, browserId, { id, width: 150, signal })).toMatchObject({ format: "png" });
	});

	it("opens nothing to another browser, and nothing that is not there", async () => {
		const room = openDarkroom(bench, refiner);
		const { id } = await takeColour(room, newBrowser(), "#fedcba");
		expect(await readImage(room, newBrowser(), { id, width: null, signal })).toBeNull();
		const nobodys = imageIdSchema.parse("0".repeat(64));
		expect(await readImage(room, newBrowser(), { id: nobodys, width: 160, signal })).toBeNull();
	});
});

describe("uploads", () => {
	it("are counted by browser and by address, and say when there may be more", async () => {
		const { limiter } = openDarkroom(bench, refiner);
		const browserId = newBrowser();
		const outcomes = [];
		for (let time = 0; time < 61; time += 1) outcomes.push(await refuseUpload({ limiter }, browserId, "203.0.113.1"));
		expect(outcomes.filter((refusal) => refusal === null)).toHaveLength(60);
		expect(outcomes.at(-1)).toMatchObject({ code: "limited", sentence: expect.stringContaining("10 minutes") });

		const others = [];
		for (let time = 0; time < 241; time += 1) others.push(await refuseUpload({ limiter }, newBrowser(), "203.0.113.1"));
		expect(others.filter((refusal) => refusal === null)).toHaveLength(239);
		expect(await refuseUpload({ limiter }, newBrowser(), "203.0.113.2")).toBeNull();
	});
});

describe("a picture behind a link", () => {
	const IMPATIENT = { headersMs: 300, idleBodyMs: 300 };

	async function fetchFrom(answer: Parameters<typeof openServer>[0], timeouts: Partial<typeof IMPATIENT> = IMPATIENT) {
		const server = await openServer(answer);
		const { files } = openWay({ allow: [server.origin], timeouts });
		const room = openDarkroom(bench, refiner, files);
		const browserId = newBrowser();
		const link = { url: `${server.origin}/picture`, backing: "#ffffff", crop: null, signal };
		return { outcome: await fetchImage(room, browserId, link), room, browserId };
	}

	it("is taken in like an upload", async () => {
		const picture = await paint("#00aa55");
		const { outcome, room, browserId } = await fetchFrom((_request, response) => response.end(picture));
		expect(outcome).toMatchObject({ ok: true, value: { image: { width: 400, height: 300, format: "png" } } });
		expect(await listImages(room, browserId)).toHaveLength(1);
	});

	it.each<[string, string, Parameters<typeof openServer>[0]]>([
		["has ended", "link-ended", (_request, response) => response.writeHead(404).end()],
		["fails", "link-unavailable", (_request, response) => response.writeHead(500).end()],
		["is never answered", "link-unavailable", () => {}],
		["hangs up", "link-unavailable", (_request, response) => response.destroy()],
		["leads to a web page", "unsupported", (_request, response) => response.end("<!doctype html><html>")],
		["leads to nothing", "empty", (_request, response) => response.end()],
		[
			"announces too much",
			"too-large",
			(_request, response) => response.writeHead(200, { "content-length": "30000000" }).write("\x89PNG"),
		],
	])("that %s is refused as %s", async (_, code, answer) => {
		expect((await fetchFrom(answer)).outcome).toMatchObject({ ok: false, problem: { code } });
	});

	it("that breaks off, stalls or lies of its length is not taken", async () => {
		const picture = await paint("#00aa55");
		const length = { "content-length": String(picture.length + 10) };
		const broken = await fetchFrom((_request, response) => {
			response.writeHead(200, length);
			response.write(picture, () => response.destroy());
		});
		const stalled = await fetchFrom((_request, response) => response.writeHead(200, length).write(picture));
		for (const { outcome } of [broken, stalled]) {
			expect(outcome).toMatchObject({ ok: false, problem: { code: "link-unavailable" } });
		}
	});

	it("that is too large frees its connection", async () => {
		let closed = false;
		await fetchFrom((_request, response) => {
			response.on("close", () => {
				closed = true;
			});
			response.writeHead(200, { "content-length": "30000000" }).write("\x89PNG");
		}, {});
		await expect.poll(() => closed, { timeout: 10_000 }).toBe(true);
	});
});
