import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldImage, unfoldImage } from "@/lib/domain/take/fold-image";

const base64 = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("base64"));

describe("a request with its image folded away", () => {
	test("comes back byte for byte, whatever the words", () => {
		fc.assert(
			fc.property(base64, fc.string({ unit: "binary" }), (image, prompt) => {
				const body = JSON.stringify({ prompt, image: `data:image/png;base64,${image}`, again: image });
				expect(unfoldImage(foldImage(body, image), image)).toBe(body);
			}),
			{ numRuns: 1_000 },
		);
	});

	test("no longer holds the image", () => {
		const image = Buffer.from("the bytes of a picture").toString("base64");
		expect(foldImage(JSON.stringify({ image }), image)).not.toContain(image);
	});

	test("special patterns of a replacement are not read into the image", () => {
		expect(unfoldImage(foldImage('{"i":"$&$1"}', "$&$1"), "$&$1")).toBe('{"i":"$&$1"}');
	});

	test("a body that is not JSON is refused rather than altered", () => {
		expect(() => foldImage("a\u0001b", "aGk=")).toThrow(/control character/);
	});
});
