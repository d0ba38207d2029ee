import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadWasmEncoder } from "@/lib/children/animatic/film/encode-wasm";
import { loadEncoder, NoEncoder, type OpenEncoder } from "@/lib/children/animatic/film/encoder";
import { renderFilm } from "@/lib/children/animatic/film/render-film";
import { makeSoundtrack } from "@/lib/children/animatic/sound/make-soundtrack";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { testDir } from "../../support/test-dir";
import { lagSeconds } from "../sound/lag";
import { complaints, loudnessOf, probe, soundOf } from "../support/decode";
import { proseDraft } from "../support/drafts";

const absent = { load: () => Promise.reject(new Error("No build for this system.")) };

describe("the film encoders", { timeout: 180_000 }, () => {
	it("fall back to WebAssembly where the native one does not load, and still make a film that plays", async () => {
		const plan = planAnimatic(proseDraft("A boat on a lake.", 3));
		const path = join(testDir(), "film.mp4");
		const openEncoder = await loadEncoder([absent, { load: loadWasmEncoder }]);
		await renderFilm({ plan, image: null, path, openEncoder }, () => {});
		const { video, audio } = probe(path);
		expect(video).toMatchObject({ codec_name: "h264", nb_frames: 72, duration: 3, color_space: "bt709" });
		expect(audio).toMatchObject({ codec_name: "aac", profile: "LC", sample_rate: "48000", channels: 2 });
		expect(Math.abs(audio.duration - 3)).toBeLessThan(1 / 24);
		expect(complaints(path)).toBe("");
		expect(loudnessOf(path).truePeakDb).toBeLessThanOrEqual(-1);
		const { left } = await makeSoundtrack(plan);
		expect(Math.abs(lagSeconds(left, soundOf(path).left, 1, 2))).toBeLessThan(0.002);
	});

	it("are asked in order, and the first that loads is taken", async () => {
		const native: OpenEncoder = () => Promise.reject(new Error("not opened here"));
		const untouched = { load: () => Promise.reject(new Error("should not be asked")) };
		expect(await loadEncoder([{ load: async () => native }, untouched])).toBe(native);
	});

	it("refuse clearly where none loads", async () => {
		await expect(loadEncoder([absent, absent])).rejects.toThrow(NoEncoder);
	});
});
