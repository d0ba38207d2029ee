import { describe, expect, it, test } from "vitest";
import { CATALOG, catalogEntry } from "@/lib/domain/catalog/catalog";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { Draft } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { judgeDraft } from "@/lib/domain/judge/judge";
import { codes, judge, says } from "./drafts";

const all: GatewayId[] = CATALOG.map((entry) => entry.id);
const others: GatewayId[] = all.filter((id) => id !== "empiriolabs");

describe("a plain prompt", () => {
	test.each(others)("meets nothing at %s", (id) => {
		expect(judge(says("A corgi on the beach"), id)).toEqual({ refusals: [], losses: [], warnings: [] });
	});

	it("may be turned down by EmpirioLabs, whose documents disagree on text alone", () => {
		const verdict = judge(says("A corgi on the beach"), "empiriolabs");
		expect(verdict.refusals).toEqual([]);
		expect(codes(verdict.warnings)).toEqual(["text-only-disputed"]);
	});
});

describe("the negative prompt", () => {
	test.each<[GatewayId, string[]]>([
		["animatic", ["negative-prompt-ignored"]],
		["empiriolabs", []],
		["evolink", ["negative-prompt-ignored"]],
		["apimart", ["negative-prompt-ignored"]],
		["useapi", ["negative-prompt-ignored"]],
		["kling", ["negative-prompt-not-separate"]],
	])("at %s: %j", (id, lost) => {
		expect(codes(judge(says("A corgi", { negativePrompt: "blur" }), id).losses)).toEqual(lost);
	});

	test.each(all)("loses nothing at %s when it is blank", (id) => {
		expect(judge(says("A corgi", { negativePrompt: "  " }), id).losses).toEqual([]);
	});
});

describe("the watermark", () => {
	test.each<[GatewayId, Draft["watermark"], string[]]>([
		["animatic", "on", ["watermark-ignored"]],
		["animatic", "off", []],
		["empiriolabs", "on", ["watermark-ignored"]],
		["empiriolabs", "off", ["watermark-ignored"]],
		["evolink", "on", ["watermark-ignored"]],
		["evolink", "off", ["watermark-ignored"]],
		["apimart", "on", []],
		["apimart", "off", []],
		["useapi", "on", ["watermark-ignored"]],
		["useapi", "off", []],
		["kling", "on", []],
		["kling", "off", []],
	])("at %s, %s: %j", (id, watermark, lost) => {
		expect(codes(judge(says("A corgi", { watermark }), id).losses)).toEqual(lost);
	});
});

describe("the duration", () => {
	it("is held to what the gateway renders", () => {
		const short: CatalogEntry = { ...catalogEntry("kling"), seconds: { min: 6, max: 10 } };
		expect(judgeDraft(says("A corgi"), short).refusals).toEqual([
			{
				code: "duration-out-of-range",
				field: "duration",
				sentence: "The draft lasts 5 s; Kling renders 6 to 10 s.",
				fix: "change-duration",
			},
		]);
	});
});
