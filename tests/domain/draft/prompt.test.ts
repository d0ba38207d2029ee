import { expect, it } from "vitest";
import { setNegativePrompt, setPrompt } from "@/lib/domain/draft/prompt";
import { MAX_STORED_CHARS } from "@/lib/domain/shot";
import { accepted, codeOf, shotsOf } from "../timeline/build-shots";
import { proseDraft, shotsDraft } from "./build-draft";

it("the prompt is kept to the letter", () => {
	const after = accepted(setPrompt(proseDraft("", 7), "  A dog\n runs; 🎬 "));
	expect(after.composition).toMatchObject({ prose: { text: "  A dog\n runs; 🎬 ", seconds: 7 } });
});

it("Shots has no prompt to set", () => {
	expect(codeOf(setPrompt(shotsDraft(shotsOf(3, 4)), "A dog"))).toBe("not-one-shot");
});

it("a negative prompt is kept in either mode", () => {
	expect(accepted(setNegativePrompt(shotsDraft(shotsOf(3, 4)), "blur")).negativePrompt).toBe("blur");
	expect(accepted(setNegativePrompt(proseDraft("", 5), "blur")).negativePrompt).toBe("blur");
});

it("more than can be kept is refused, and exactly that much is not", () => {
	const most = "a".repeat(MAX_STORED_CHARS);
	expect(codeOf(setPrompt(proseDraft("", 5), `${most}a`))).toBe("too-many-characters");
	expect(codeOf(setNegativePrompt(proseDraft("", 5), `${most}a`))).toBe("too-many-characters");
	expect(codeOf(setPrompt(proseDraft("", 5), most))).toBeNull();
	expect(codeOf(setNegativePrompt(proseDraft("", 5), most))).toBeNull();
});
