import { describe, expect, test } from "vitest";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";
import { imageIdSchema } from "@/lib/domain/ids";
import { plannedLines } from "@/lib/domain/share/draft-cues";
import { shareExpiresAtMs, shareStanding } from "@/lib/domain/share/lifetime";
import { shareFilm } from "@/lib/domain/share/shared-film";
import { NEW_LABELS } from "@/lib/domain/take/take";
import { aTake, KEY_ID } from "../take/builders";
import { STATES } from "../take/samples";

const IMAGE_ID = imageIdSchema.parse("c".repeat(64));
const DRAFT: Draft = {
	...NEW_DRAFT,
	composition: {
		mode: "shots",
		shots: [
			{ id: 7, seconds: 3, words: "a lone astronaut walks" },
			{ id: 9, seconds: 2, words: "two pale moons" },
		],
		shelvedProse: { text: "a secret first try", seconds: 5 },
	},
	image: { id: IMAGE_ID, format: "png", width: 1280, height: 720, bytes: 5_000 },
	negativePrompt: "blurry",
};
const TAKE = aTake({ draft: DRAFT, labels: { ...NEW_LABELS, note: "for the client only" } });
const GRANT = { title: "Red desert", showsWords: true, expiresAtMs: 99_000 };

describe("what a public link shows", () => {
	test("what the film is, from the saved file", () => {
		expect(shareFilm(TAKE, GRANT, [])).toMatchObject({
			title: "Red desert",
			seconds: 5.04,
			width: 1280,
			height: 720,
			hasAudio: true,
			modality: "image-to-video",
			expiresAtMs: 99_000,
		});
	});

	test("never an id, the image, the key, the price, the note or what was not sent", () => {
		const text = JSON.stringify(shareFilm(TAKE, GRANT, []));
		const secrets = [TAKE.id, TAKE.browserId, TAKE.submitKey, KEY_ID, STATES.ready.media.mediaId, IMAGE_ID];
		for (const secret of [...secrets, "1060000", "evolink", "for the client only", "a secret first try"]) {
			expect(text).not.toContain(secret);
		}
	});

	test("no words where the owner keeps them", () => {
		const film = shareFilm(TAKE, { ...GRANT, showsWords: false }, []);
		const text = JSON.stringify(film);
		for (const word of ["astronaut", "moons", "blurry"]) expect(text).not.toContain(word);
		expect(film?.draft).toBeNull();
		expect(film?.chapters.map((chapter) => chapter.title)).toEqual(["Shot 1", "Shot 2"]);
	});

	test("an editable copy has everything but the image and the shelved half", () => {
		expect(shareFilm(TAKE, GRANT, [])?.draft).toEqual({
			...DRAFT,
			composition: { ...DRAFT.composition, shelvedProse: { text: "", seconds: 5 } },
			image: null,
		});
	});

	test("drafted captions are marked as drafted, edited ones are not", () => {
		const cue = { startMs: 0, endMs: 900, text: "Hello" };
		const edited = aTake({ labels: { ...NEW_LABELS, captions: [cue] } });
		expect(shareFilm(TAKE, GRANT, [cue])).toMatchObject({ captions: [cue], captionsAreDrafted: true });
		expect(shareFilm(edited, GRANT, [])).toMatchObject({ captions: [cue], captionsAreDrafted: false });
	});

	test.each([
		["the link's own title", { title: "Red desert", name: "take 3", expected: "Red desert" }],
		["the take's name without one", { title: "  ", name: "take 3", expected: "take 3" }],
		["plain words without either", { title: "", name: "", expected: "A film made with Storyreel" }],
	])("the title is %s", (_, { title, name, expected }) => {
		const take = aTake({ labels: { ...NEW_LABELS, name } });
		expect(shareFilm(take, { ...GRANT, title }, [])?.title).toBe(expected);
	});

	test.each(["rendering", "failed", "outcome-unknown"] as const)("nothing while the take is %s", (kind) => {
		expect(shareFilm(aTake({ state: STATES[kind] }), GRANT, [])).toBeNull();
	});
});

describe("how long a link lasts", () => {
	const NOW = 1_000;
	const DAY_MS = 86_400_000;

	test.each([1, 30, 365])("%d days", (days) => {
		expect(shareExpiresAtMs(NOW, days)).toEqual({ ok: true, value: NOW + days * DAY_MS });
	});

	test.each([0, -1, 366, 1.5, Number.NaN])("%d days are refused", (days) => {
		expect(shareExpiresAtMs(NOW, days).ok).toBe(false);
	});

	test.each([
		["live before its end", { expiresAtMs: 50, revokedAtMs: null }, 49, "live"],
		["expired at its end", { expiresAtMs: 50, revokedAtMs: null }, 50, "expired"],
		["revoked at once", { expiresAtMs: 50, revokedAtMs: 10 }, 10, "revoked"],
		["revoked for ever", { expiresAtMs: 50, revokedAtMs: 10 }, 99, "revoked"],
	] as const)("%s", (_, grant, nowMs, standing) => {
		expect(shareStanding(grant, nowMs)).toBe(standing);
	});
});

test("the lines of a plan are timed from the start of the film", () => {
	const draft: Draft = {
		...NEW_DRAFT,
		composition: {
			mode: "shots",
			shots: [
				{ id: 1, seconds: 3, words: "a quiet street" },
				{ id: 2, seconds: 4, words: 'a woman says "Catch me if you can"' },
			],
			shelvedProse: { text: "", seconds: 5 },
		},
	};
	const [line] = plannedLines(planAnimatic(draft));
	expect(line).toMatchObject({ text: "Catch me if you can" });
	expect(line?.startMs).toBeGreaterThanOrEqual(3_000);
	expect(line?.endMs).toBeLessThanOrEqual(7_000);
});
