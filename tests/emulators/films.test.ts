import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { call, textAt } from "./support/call";
import { renderFilm } from "./support/drivers";
import { paintPng } from "./support/images";
import { openEmulator } from "./support/open";
import { download } from "./support/wire";

async function readFilm(bytes: Buffer) {
	const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(new Uint8Array(bytes)) });
	const video = await input.getPrimaryVideoTrack();
	const audio = await input.getPrimaryAudioTrack();
	if (!video || !audio) throw new Error("The film lacks picture or sound.");
	const size = [video.displayWidth, video.displayHeight];
	return { size, codecs: [video.codec, audio.codec], seconds: await input.computeDuration() };
}

async function renderKling(body: object, path = "/text-to-video/kling-3.0-turbo"): Promise<Buffer> {
	const emulator = await openEmulator("kling");
	const id = textAt((await call(emulator, path, { body })).json, "data", "id");
	await emulator.advance(60_000);
	const done = await call(emulator, `/tasks?task_ids=${id}`);
	return (await download(textAt(done.json, "data", 0, "outputs", 0, "url"))).bytes;
}

describe("an emulated film", () => {
	it.each([
		["720p", "16:9", [1280, 720]],
		["720p", "9:16", [720, 1280]],
		["720p", "1:1", [960, 960]],
		["1080p", "16:9", [1920, 1080]],
		["1080p", "9:16", [1080, 1920]],
		["1080p", "1:1", [1440, 1440]],
	])("at %s and %s has the model's size, picture and sound", async (resolution, aspect_ratio, size) => {
		const film = await readFilm(await renderKling({ prompt: "x", settings: { resolution, aspect_ratio } }));
		expect(film).toMatchObject({ size, codecs: ["avc", "aac"] });
	});

	it.each([3, 10, 15])("of %i seconds lasts that long and a frame", async (duration) => {
		const { seconds } = await readFilm(await renderKling({ prompt: "x", settings: { duration } }));
		expect(seconds).toBeGreaterThanOrEqual(duration + 1 / 24);
		expect(seconds).toBeLessThan(duration + 0.1);
	});

	it("decodes to a picture", async () => {
		const input = new Input({
			formats: ALL_FORMATS,
			source: new BufferSource(new Uint8Array(await renderKling({ prompt: "x" }))),
		});
		expect(await (await input.getPrimaryVideoTrack())?.getDecoderConfig()).toMatchObject({ codedWidth: 1280 });
	});

	it.each([
		["wide", 800, 400, [1280, 720]],
		["tall", 400, 800, [720, 1280]],
		["square", 500, 520, [960, 960]],
	])("made from a %s image follows it", async (_what, width, height, size) => {
		const url = paintPng({ width, height }).toString("base64");
		const contents = [{ type: "first_frame", url }];
		const film = await readFilm(await renderKling({ contents }, "/image-to-video/kling-3.0-turbo"));
		expect(film.size).toEqual(size);
	});

	it("made from a JPEG is made", async () => {
		const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#884422" } })
			.jpeg({ progressive: true })
			.toBuffer();
		const contents = [{ type: "first_frame", url: jpeg.toString("base64") }];
		const film = await readFilm(await renderKling({ contents }, "/image-to-video/kling-3.0-turbo"));
		expect(film.size).toEqual([960, 960]);
	});

	it("differs from every other, so that a mix-up shows", async () => {
		const emulator = await openEmulator("evolink");
		await renderFilm(emulator);
		await renderFilm(emulator);
		const hashes = emulator.ledger.charges.map((entry) => entry.filmSha256);
		expect(new Set(hashes).size).toBe(2);
	});

	it("can be heavier", async () => {
		const emulator = await openEmulator("evolink", { filmPadBytes: 1_000_000 });
		const { id } = await renderFilm(emulator);
		expect(emulator.ledger.chargeOf(id)?.filmBytes).toBeGreaterThan(1_000_000);
	});

	it("can be the caller's own, byte for byte", async () => {
		const films = () => Buffer.from("not really a film");
		const emulator = await openEmulator("evolink", { films });
		const { url } = await renderFilm(emulator);
		expect((await download(url)).bytes.toString()).toBe("not really a film");
	});
});
