import { describe, expect, it, test } from "vitest";
import { CATALOG, catalogEntry, envNames } from "@/lib/domain/catalog/catalog";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";
import { formatMoney } from "@/lib/domain/money-text";

const remote = CATALOG.filter((entry) => entry.id !== "animatic");
const named = (entries: readonly CatalogEntry[]) => entries.map((entry) => [entry.id, entry] as const);

describe("the list", () => {
	it("has one entry for each gateway, under the names people see", () => {
		expect(Object.fromEntries(CATALOG.map((entry) => [entry.id, entry.label]))).toEqual({
			animatic: "Animatic",
			empiriolabs: "EmpirioLabs",
			evolink: "EvoLink",
			apimart: "APIMart",
			useapi: "useapi.net",
			kling: "Kling",
		});
	});

	test.each(gatewayIdSchema.options)("finds %s by its id", (id) => {
		expect(catalogEntry(id).id).toBe(id);
	});

	it("declares exactly the environment names of the contract, each once", () => {
		expect(CATALOG.flatMap(envNames).sort()).toEqual(
			[
				"EMPIRIOLABS_API_KEY",
				"EMPIRIOLABS_BASE_URL",
				"EVOLINK_API_KEY",
				"EVOLINK_BASE_URL",
				"EVOLINK_FILES_BASE_URL",
				"EVOLINK_SHOT_WORD",
				"APIMART_API_KEY",
				"APIMART_BASE_URL",
				"USEAPI_TOKEN",
				"USEAPI_EMAIL",
				"USEAPI_BASE_URL",
				"KLING_API_KEY",
				"KLING_BASE_URL",
				"KLING_WEBHOOK_SECRET",
			].sort(),
		);
	});

	it("names the key boxes as the Keys dialog does", () => {
		expect(CATALOG.flatMap((entry) => entry.keyFields.map((field) => field.label))).toEqual([
			"EmpirioLabs key",
			"EvoLink key",
			"APIMart key",
			"useapi.net token",
			"useapi.net email",
			"Kling key",
		]);
	});
});

describe.each(named(CATALOG))("%s", (_, entry) => {
	it("says where its price was read and when", () => {
		expect(entry.price.asOf).toMatch(/^2026-(09|10|11)-\d\d$/);
		expect(entry.price.source.label).not.toBe("");
		expect(entry.price.source.url === null).toBe(entry.price.kind === "free");
	});

	it("says before the click what a failure costs, and who says so", () => {
		expect(entry.failureCost.sentence).toMatch(/\.$/);
		expect(entry.failureCost.source.label).not.toBe("");
	});

	it("links to nothing but https", () => {
		const urls = [
			...Object.values(entry.links),
			...entry.baseUrls.map((base) => base.default),
			entry.price.source.url,
			entry.failureCost.source.url,
		].filter((url) => url !== null);
		for (const url of urls) expect(new URL(url).protocol).toBe("https:");
	});

	it("advises no more than it takes", () => {
		for (const limit of Object.values(entry.prompt)) expect(limit.advised).toBeLessThanOrEqual(limit.hard);
	});

	it("renders 3 to 15 seconds", () => {
		expect(entry.seconds).toEqual({ min: 3, max: 15 });
	});

	it("ends its sentences and shouts none", () => {
		const sentences = [entry.about, entry.shots.note, entry.cancel.sentence, entry.price.note, ...entry.notes];
		for (const sentence of sentences) expect(sentence).toMatch(/^[^!]+\.$/);
	});
});

describe.each(named(remote))("%s, which is elsewhere,", (_, entry) => {
	it("sends to Turbo and to no other model", () => {
		expect(Object.values(entry.routes ?? {}).map((route) => route.modelId)).toHaveLength(2);
		for (const route of Object.values(entry.routes ?? {})) {
			expect(route.modelId).toMatch(/turbo/);
			expect(route.path).toMatch(/^\//);
		}
	});

	it("needs a secret key and tells where to get one", () => {
		expect(entry.keyFields.some((field) => field.secret && !field.optional)).toBe(true);
		expect(entry.links.keys).not.toBeNull();
	});
});

describe("the animatic", () => {
	const animatic = catalogEntry("animatic");

	it("is free, keyless and stays here", () => {
		expect(animatic.price.kind).toBe("free");
		expect(animatic.keyFields).toEqual([]);
		expect(animatic.routes).toBeNull();
		expect(animatic.cancel.offered).toBe("yes");
	});
});

describe("what the documents state", () => {
	test.each([
		["empiriolabs", "text-to-video", 2_500, 3_072, "assumed"],
		["empiriolabs", "image-to-video", 2_500, 2_500, "assumed"],
		["evolink", "text-to-video", 2_500, 2_500, "stated"],
		["evolink", "image-to-video", 2_500, 2_500, "stated"],
		["apimart", "text-to-video", 2_500, 3_072, "stated"],
		["apimart", "image-to-video", 2_500, 3_072, "stated"],
		["useapi", "text-to-video", 2_500, 2_500, "stated"],
		["useapi", "image-to-video", 2_500, 2_500, "stated"],
		["kling", "text-to-video", 2_500, 3_072, "stated"],
		["kling", "image-to-video", 2_500, 2_500, "stated"],
	] as const)("%s takes for %s %i characters gladly and %i at most (%s)", (id, modality, advised, hard, basis) => {
		expect(catalogEntry(id).prompt[modality]).toEqual({ advised, hard, basis });
	});

	test.each([
		["empiriolabs", "kling-3-0-turbo", "/v1/videos/generations", "kling-3-0-turbo", "/v1/videos/generations"],
		[
			"evolink",
			"kling-v3-turbo-text-to-video",
			"/v1/videos/generations",
			"kling-v3-turbo-image-to-video",
			"/v1/videos/generations",
		],
		["apimart", "kling-3.0-turbo", "/v1/videos/generations", "kling-3.0-turbo", "/v1/videos/generations"],
		["useapi", "kling-v3-0-turbo", "/videos/text2video", "kling-v3-0-turbo", "/videos/image2video-frames"],
		[
			"kling",
			"kling-3.0-turbo",
			"/text-to-video/kling-3.0-turbo",
			"kling-3.0-turbo",
			"/image-to-video/kling-3.0-turbo",
		],
	] as const)("%s names its models and endpoints", (id, textModel, textPath, imageModel, imagePath) => {
		expect(catalogEntry(id).routes).toEqual({
			"text-to-video": { modelId: textModel, method: "POST", path: textPath },
			"image-to-video": { modelId: imageModel, method: "POST", path: imagePath },
		});
	});

	test.each([
		["empiriolabs", "none"],
		["evolink", "resend-once-then-list"],
		["apimart", "resend-same-key"],
		["useapi", "echo-in-list"],
		["kling", "look-up-by-own-id"],
	] as const)("when the answer of %s is lost: %s", (id, policy) => {
		expect(catalogEntry(id).unknownOutcome.kind).toBe(policy);
	});

	test.each([
		["empiriolabs", "not-billed"],
		["evolink", "refunded"],
		["apimart", "unknown"],
		["useapi", "unknown"],
		["kling", "unknown"],
	] as const)("a failure at %s: %s", (id, charged) => {
		expect(catalogEntry(id).failureCost.charged).toBe(charged);
	});

	test.each([
		["empiriolabs", "required", "contradictory", "field", "none"],
		["evolink", "optional", "yes", "not-taken", "none"],
		["apimart", "optional", "yes", "not-taken", "switch"],
		["useapi", "optional", "yes", "not-taken", "always-clean-copy"],
		["kling", "unknown", "yes", "write-in-prompt", "switch"],
	] as const)("%s: prompt with an image %s, text alone %s, negative prompt %s, watermark %s", (id, ...stated) => {
		const { promptWithImage, textOnly, negativePrompt, watermark } = catalogEntry(id);
		expect([promptWithImage, textOnly, negativePrompt, watermark]).toEqual(stated);
	});

	it("keeps useapi.net to 10 MB and prose", () => {
		expect(catalogEntry("useapi").image.maxBytes).toBe(10_000_000);
		expect(catalogEntry("useapi").shots).toMatchObject({ syntax: "prose", maxWords: null });
	});

	it("keeps shots to 512 characters where the grammar is Kling's", () => {
		const grammatical = remote.filter((entry) => entry.shots.syntax === "shot");
		expect(grammatical.map((entry) => [entry.id, entry.shots.maxWords])).toEqual([
			["empiriolabs", 512],
			["evolink", 512],
			["apimart", 512],
			["kling", 512],
		]);
	});
});

describe("list prices per second", () => {
	test.each([
		["empiriolabs", "720p", "$0.18", null, null],
		["empiriolabs", "1080p", "$0.225", null, null],
		["evolink", "720p", "$0.106", "7.2 credits", null],
		["evolink", "1080p", "$0.132", "9 credits", null],
		["kling", "720p", "$0.112", "0.8 units", "¥0.8"],
		["kling", "1080p", "$0.14", "1 unit", "¥1"],
	] as const)("%s at %s asks %s, %s, %s", (id, resolution, usd, credits, cny) => {
		const { price } = catalogEntry(id);
		const rate = price.kind === "per-second" ? price.perSecond[resolution] : null;
		expect(rate && formatMoney(rate.usd)).toBe(usd);
		expect(rate?.credits ? formatMoney(rate.credits) : null).toBe(credits);
		expect(rate?.listCny ? formatMoney(rate.listCny) : null).toBe(cny);
	});

	test.each(["apimart", "useapi"] as const)("%s publishes none, and none is made up", (id) => {
		expect(catalogEntry(id).price.kind).toBe("unknown");
	});

	it("knows useapi.net's flat fee in words", () => {
		expect(catalogEntry("useapi").price).toMatchObject({ known: expect.stringMatching(/\$15 a month.*credits/) });
	});

	it("bills at least 3 seconds at EvoLink alone", () => {
		const minimums = CATALOG.filter((entry) => entry.price.kind === "per-second" && entry.price.minimumSeconds);
		expect(minimums.map((entry) => entry.id)).toEqual(["evolink"]);
		expect(catalogEntry("evolink").price).toMatchObject({ minimumSeconds: 3 });
	});
});
