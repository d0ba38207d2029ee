import { describe, expect, it } from "vitest";
import { sniffPicture } from "@/lib/domain/first-frame/sniff-picture";
import { readChunks, readMarkers } from "./support/file-parts";
import { makeHostileFiles, SECRET } from "./support/hostile";
import { buildRefiner, refineBytes } from "./support/refiner";

const files = await makeHostileFiles();
const { refiner } = await buildRefiner();

async function ask(bytes: Buffer) {
	const sniffed = sniffPicture(bytes);
	if (sniffed.kind === "other") return { answer: null, kept: Buffer.alloc(0) };
	return refineBytes(refiner, bytes, { format: sniffed.format });
}

const ALLOWED_CHUNKS = ["IHDR", "IDAT", "IEND", "pHYs"];
const JFIF_AND_TABLES = [0xe0, 0xdb, 0xc0, 0xc4, 0xda];

describe("of a hostile file", () => {
	it.each(files)("nothing but pixels gets in: $name", async ({ bytes, expect: expected }) => {
		const { answer, kept } = await ask(bytes);
		const isKept = answer?.kind === "refined";
		if (expected !== "either") expect(isKept).toBe(expected === "cleaned");
		if (!isKept) return expect(kept.length).toBe(0);

		expect(kept.includes(SECRET)).toBe(false);
		if (answer.image.format === "png") {
			expect(readChunks(kept).filter(({ type }) => !ALLOWED_CHUNKS.includes(type))).toEqual([]);
			expect(kept.subarray(-8, -4).toString()).toBe("IEND");
		} else {
			expect(readMarkers(kept).filter((marker) => !JFIF_AND_TABLES.includes(marker))).toEqual([]);
			expect(kept.indexOf(Buffer.from([0xff, 0xd9]))).toBe(kept.length - 2);
		}
	});

	it("no name is used twice", () => {
		expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
	});
});

describe("after all of them", () => {
	it("an ordinary picture is still taken", async () => {
		const good = files.find(({ name }) => name === "a JPEG with a comment");
		const { answer } = await ask(good?.bytes ?? Buffer.alloc(0));
		expect(answer).toMatchObject({ kind: "refined", image: { format: "jpeg", width: 400, height: 320 } });
	});
});
