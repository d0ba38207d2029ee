import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { passTo } from "@/lib/cli/front-door.mjs";
import { nameBrowser } from "@/lib/runtime/identity-cookie";
import { mediaAtTheDoor } from "@/lib/runtime/media/answer-media";
import { forgetBrowser } from "@/lib/services/forget-browser";
import { submitTake } from "@/lib/services/submit-take";
import { openServer } from "../support/http-server";
import { type Engine, orderFor } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(["evolink"]);

/** Somebody's film behind the door, as our http server answers it. */
async function openFilm(engine: Engine, trustedProxyHops = 0) {
	const reference = randomBytes(32).toString("base64url");
	const browserId = nameBrowser(reference);
	await submitTake(engine.doors, browserId, orderFor("evolink"));
	await engine.settle(600_000);
	const [take] = await engine.doors.takes.list(browserId);
	if (take?.state.kind !== "ready") throw new Error("The film is not there.");
	const { mediaId } = take.state.media;
	await engine.doors.hub.listen(stage.bench.notifier);
	const next = async (_request: unknown, response: { end(text: string): void }) => response.end("Next's");
	const { url } = await openServer(passTo(next, trustedProxyHops, mediaAtTheDoor(engine.doors)));
	const cookie = `storyreel=${reference}`;
	const ask = (query = "", init: RequestInit = {}) =>
		fetch(`${url}/api/media/${mediaId}${query}`, { ...init, headers: { cookie, ...init.headers } });
	const film = readFileSync(engine.doors.media.path(`film/${mediaId}`) ?? "");
	return { ask, browserId, film, mediaId, url, cookie };
}

async function bytesOf(answer: Response): Promise<Buffer> {
	return Buffer.from(await answer.arrayBuffer());
}

it("gives its owner a film, whole, in part and by its headers alone", async () => {
	const { ask, film } = await openFilm(stage.engine("evolink"));
	const whole = await ask();
	expect([whole.status, whole.headers.get("content-length")]).toEqual([200, String(film.length)]);
	expect((await bytesOf(whole)).equals(film)).toBe(true);
	const part = await ask("", { headers: { range: "bytes=10-99" } });
	expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-99/${film.length}`]);
	expect((await bytesOf(part)).equals(film.subarray(10, 100))).toBe(true);
	const head = await ask("", { method: "HEAD" });
	expect([head.status, head.headers.get("content-length")]).toEqual([200, String(film.length)]);
	const saved = await ask("?download");
	expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="storyreel-evolink-/);
	await bytesOf(saved);
});

it("answers alike for what is somebody else's, missing, no part or no id, and gives no bytes", async () => {
	const { ask, url, cookie, mediaId } = await openFilm(stage.engine("evolink"));
	await bytesOf(await ask());
	const stranger = `storyreel=${randomBytes(32).toString("base64url")}`;
	const answers = await Promise.all([
		ask("", { headers: { cookie: stranger } }),
		fetch(`${url}/api/media/${mediaId}`),
		fetch(`${url}/api/media/md_${"0".repeat(26)}`, { headers: { cookie } }),
		ask("?part=other"),
		fetch(`${url}/api/media/..%2f..%2fsecret-key`, { headers: { cookie } }),
		ask("?part=poster"),
	]);
	for (const answer of answers) {
		expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([404, "", "no-store"]);
	}
	expect((await ask("", { method: "POST" })).status).toBe(405);
});

it("leaves everything else to Next", async () => {
	const { url } = await openFilm(stage.engine("evolink"));
	for (const path of ["/", "/api/media", "/api/media/", "/api/media/a/b", "/api/images"]) {
		expect(await (await fetch(`${url}${path}`)).text()).toBe("Next's");
	}
});

it("shows nothing any more the moment its owner was forgotten", async () => {
	const engine = stage.engine("evolink");
	const { ask, browserId } = await openFilm(engine);
	const kept = { ...engine.doors, media: { ...engine.doors.media, delete: async () => {} } };
	expect((await ask("", { headers: { range: "bytes=0-9" } })).status).toBe(206);
	await forgetBrowser(kept, browserId);
	expect((await ask("", { headers: { range: "bytes=0-9" } })).status).toBe(404);
});

it("hands the sending to an nginx that asks for it, once it has seen whose film it is", async () => {
	const asked = { headers: { "x-sendfile-type": "X-Accel-Redirect", range: "bytes=0-9" } };
	const { ask, url, mediaId } = await openFilm(stage.engine("evolink"), 1);
	const handed = await ask("?download", asked);
	expect(Object.fromEntries(handed.headers)).toMatchObject({
		"x-accel-redirect": `/storyreel-media/film/${mediaId}`,
		"content-type": "video/mp4",
		"content-disposition": expect.stringContaining("attachment"),
		"cache-control": expect.stringContaining("private"),
	});
	expect([handed.status, await handed.text()]).toEqual([200, ""]);
	const stranger = await fetch(`${url}/api/media/${mediaId}`, asked);
	expect([stranger.status, stranger.headers.get("x-accel-redirect")]).toEqual([404, null]);
});

it("takes nobody for an nginx where none stands in front, and hands on nothing that lies in no file", async () => {
	const asked = { headers: { "x-sendfile-type": "X-Accel-Redirect", range: "bytes=0-9" } };
	const alone = await openFilm(stage.engine("evolink"), 0);
	expect((await bytesOf(await alone.ask("", asked))).equals(alone.film.subarray(0, 10))).toBe(true);
	const engine = stage.engine("evolink");
	const { ask, film } = await openFilm(engine, 1);
	Object.assign(engine.doors.media, { path: () => null });
	expect((await bytesOf(await ask("", asked))).equals(film.subarray(0, 10))).toBe(true);
});
