import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";
import { canonicalJson } from "@/lib/domain/draft/canonical-json";
import { fingerprintText, sameDraft } from "@/lib/domain/draft/fingerprint";
import { setImage, setRatio, setResolution, setWatermark } from "@/lib/domain/draft/settings";
import { switchMode } from "@/lib/domain/draft/switch-mode";
import { shotsSchema } from "@/lib/domain/shot";
import { shotsOf } from "../timeline/build-shots";
import { anyDraft, IMAGE, proseDraft, shotsDraft } from "./build-draft";

const whole = shotsDraft(shotsOf(3, 4, 3), "A dog", 5);

describe("the fingerprint of a draft", () => {
	it("is one text with its keys in order", () => {
		expect(fingerprintText(proseDraft("A dog", 5))).toBe(
			'{"composition":{"mode":"one-shot","prose":{"seconds":5,"text":"A dog"}},"image":null,"negativePrompt":"","ratio":"16:9","resolution":"720p","watermark":"unset"}',
		);
	});

	it("is the same for what cannot reach a gateway: the shelved half and the ids of shots", () => {
		const renumbered = shotsSchema.parse(shotsOf(3, 4, 3).map((shot) => ({ ...shot, id: shot.id + 10 })));
		expect(fingerprintText(shotsDraft(renumbered, "Another dog", 9))).toBe(fingerprintText(whole));
	});

	it.each<{ what: string; draft: Draft }>([
		{ what: "mode", draft: switchMode(whole, "one-shot") },
		{ what: "seconds", draft: shotsDraft(shotsOf(4, 3, 3), "A dog", 5) },
		{ what: "words", draft: shotsDraft(shotsSchema.parse(shotsOf(3, 4, 3).map((shot) => ({ ...shot, words: "" })))) },
		{ what: "resolution", draft: setResolution(whole, "1080p") },
		{ what: "ratio", draft: setRatio(whole, "1:1") },
		{ what: "image", draft: setImage(whole, IMAGE) },
		{ what: "negative prompt", draft: { ...whole, negativePrompt: "blur" } },
		{ what: "watermark", draft: setWatermark(whole, "on") },
	])("differs with the $what", ({ draft }) => {
		expect(fingerprintText(draft)).not.toBe(fingerprintText(whole));
	});
});

describe("two drafts", () => {
	it("are the same whatever the order in which their parts were written down", () => {
		const { watermark, composition, ...rest } = whole;
		const reordered = { ...rest, watermark, composition: Object.fromEntries(Object.entries(composition).reverse()) };
		expect(canonicalJson(reordered)).toBe(canonicalJson(whole));
		expect(JSON.stringify(reordered)).not.toBe(JSON.stringify(whole));
	});

	it("differ where only the shelved half differs", () => {
		expect(sameDraft(whole, shotsDraft(shotsOf(3, 4, 3), "Another dog", 5))).toBe(false);
		expect(sameDraft(whole, shotsDraft(shotsOf(3, 4, 3), "A dog", 5))).toBe(true);
		expect(sameDraft(NEW_DRAFT, whole)).toBe(false);
	});

	it("that are equal have one fingerprint, and those with two fingerprints are not equal", () => {
		fc.assert(
			fc.property(anyDraft, anyDraft, (a, b) => {
				expect(sameDraft(a, structuredClone(a))).toBe(true);
				if (fingerprintText(a) !== fingerprintText(b)) expect(sameDraft(a, b)).toBe(false);
				else expect(b.composition.mode).toBe(a.composition.mode);
			}),
			{ numRuns: 500 },
		);
	});
});
