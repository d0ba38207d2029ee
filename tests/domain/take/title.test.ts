import { describe, expect, it } from "vitest";
import { NEW_DRAFT } from "@/lib/domain/draft";
import { NEW_LABELS } from "@/lib/domain/take/take";
import { filmName, takeTitle } from "@/lib/domain/take/title";

function take(text: string, name = "") {
	const composition = { mode: "one-shot", prose: { text, seconds: 5 }, shelvedShots: null } as const;
	return { gateway: "evolink", labels: { ...NEW_LABELS, name }, draft: { ...NEW_DRAFT, composition } } as const;
}

describe("a take", () => {
	it.each([
		["its name", take("A corgi.", "Beach, second try"), "Beach, second try"],
		["its words", take("  A corgi on the beach.  "), "A corgi on the beach."],
		["what it lacks", take("   "), "No prompt"],
	])("is called by %s", (_, given, title) => {
		expect(takeTitle(given)).toBe(title);
	});

	it("of shots is called by the first that says anything", () => {
		const shots = [
			{ id: 1, seconds: 2, words: " " },
			{ id: 2, seconds: 3, words: "The camera tilts up." },
		];
		const shelvedProse = { text: "", seconds: 5 };
		const draft = { ...NEW_DRAFT, composition: { mode: "shots", shots, shelvedProse } } as const;
		expect(takeTitle({ labels: NEW_LABELS, draft })).toBe("The camera tilts up.");
	});
});

describe("a saved film", () => {
	it.each([
		["A corgi runs on the beach at dawn", "storyreel-evolink-a-corgi-runs-on-the-beach-5s-720p.mp4"],
		["../../etc/passwd", "storyreel-evolink-etc-passwd-5s-720p.mp4"],
		['<b>"x"</b>\r\nSet-Cookie: a=b', "storyreel-evolink-b-x-b-set-cookie-a-5s-720p.mp4"],
		["海辺を走る犬", "storyreel-evolink-海辺を走る犬-5s-720p.mp4"],
		["…", "storyreel-evolink-5s-720p.mp4"],
	])("of “%s” is named %s", (text, name) => {
		expect(filmName(take(text), 5.04)).toBe(name);
	});

	it("never has a name too long for a disk", () => {
		expect(Buffer.byteLength(filmName(take("犬".repeat(2_000)), 15))).toBeLessThan(255);
		expect(filmName(take("𠮷".repeat(200)), 15).isWellFormed()).toBe(true);
	});
});
