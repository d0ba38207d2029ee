import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftSchema, NEW_DRAFT } from "@/lib/domain/draft";
import { formatDraft, parseStoredDraft } from "@/lib/domain/draft/stored-draft";
import { shotsOf } from "../timeline/build-shots";
import { anyDraft, IMAGE, proseDraft, shotsDraft } from "./build-draft";

const stored = (draft: unknown, version: unknown = 1) => JSON.stringify({ version, draft });

describe("a stored draft", () => {
	it("comes back as it was, whatever it holds", () => {
		fc.assert(
			fc.property(anyDraft, (draft) => {
				const back = parseStoredDraft(formatDraft(draft));
				expect(back).toEqual({ ok: true, value: draft });
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([
		{ why: "a resolution of another time", part: { resolution: "4k" }, back: { resolution: "720p" } },
		{ why: "no ratio", part: { ratio: undefined }, back: { ratio: "16:9" } },
		{ why: "an image that says too little", part: { image: { id: "x" } }, back: { image: null } },
		{ why: "no image field", part: { image: undefined }, back: { image: null } },
		{ why: "a negative prompt that is no text", part: { negativePrompt: 7 }, back: { negativePrompt: "" } },
		{ why: "no watermark", part: { watermark: undefined }, back: { watermark: "unset" } },
	])("survives $why: the default takes its place", ({ part, back }) => {
		const draft = { ...proseDraft("A dog", 7), resolution: "1080p", ...part };
		const result = parseStoredDraft(stored(draft));
		expect(result).toMatchObject({
			ok: true,
			value: { composition: { prose: { text: "A dog", seconds: 7 } }, ...back },
		});
		expect(result.ok && draftSchema.safeParse(result.value).success).toBe(true);
	});

	it("survives a broken shelved half: what was live is kept", () => {
		const shots = { mode: "shots", shots: shotsOf(3, 4, 3), shelvedProse: { text: 1 } };
		expect(parseStoredDraft(stored({ ...NEW_DRAFT, composition: shots }))).toEqual({
			ok: true,
			value: shotsDraft(shotsOf(3, 4, 3), "", 5),
		});
		const prose = { mode: "one-shot", prose: { text: "A dog", seconds: 5 }, shelvedShots: [{ id: 1, seconds: 99 }] };
		expect(parseStoredDraft(stored({ ...NEW_DRAFT, composition: prose }))).toEqual({
			ok: true,
			value: proseDraft("A dog", 5),
		});
	});

	it("forgets what it does not know", () => {
		const result = parseStoredDraft(stored({ ...NEW_DRAFT, image: { ...IMAGE, url: "x" }, sound: true }));
		expect(result).toEqual({ ok: true, value: { ...NEW_DRAFT, image: IMAGE } });
	});

	it.each([
		{ text: "", problem: "not-a-draft" },
		{ text: "{", problem: "not-a-draft" },
		{ text: "null", problem: "not-a-draft" },
		{ text: "[]", problem: "not-a-draft" },
		{ text: stored(NEW_DRAFT, "1"), problem: "not-a-draft" },
		{ text: stored({ ...NEW_DRAFT, composition: undefined }), problem: "not-a-draft" },
		{ text: stored({ ...NEW_DRAFT, composition: { mode: "reel" } }), problem: "not-a-draft" },
		{ text: stored(NEW_DRAFT, 2), problem: "newer-version" },
		{ text: stored("whatever a later version writes", 2), problem: "newer-version" },
	])("$text is refused: $problem", ({ text, problem }) => {
		expect(parseStoredDraft(text)).toEqual({ ok: false, problem });
	});

	it("is refused where its shots do not add up to a film", () => {
		const composition = {
			mode: "shots",
			shots: [{ id: 1, seconds: 2, words: "" }],
			shelvedProse: NEW_DRAFT.composition,
		};
		expect(parseStoredDraft(stored({ ...NEW_DRAFT, composition }))).toEqual({ ok: false, problem: "not-a-draft" });
	});

	it("is never anything but a valid draft or a refusal", () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				const result = parseStoredDraft(`{"version":1,"draft":${text}}`);
				if (result.ok) expect(draftSchema.safeParse(result.value).success).toBe(true);
				else expect(result.problem).toBe("not-a-draft");
			}),
			{ numRuns: 300 },
		);
	});
});
