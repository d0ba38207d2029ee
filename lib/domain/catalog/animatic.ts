import { MAX_STORED_CHARS, MAX_TOTAL_SECONDS, MIN_TOTAL_SECONDS } from "../shot";
import type { CatalogEntry } from "./entry";
import { KLING_ADVISED_CHARS, klingImage } from "./kling-rules";

const PROMPT = { advised: KLING_ADVISED_CHARS, hard: MAX_STORED_CHARS, basis: "assumed" } as const;

export const ANIMATIC: CatalogEntry = {
	id: "animatic",
	label: "Animatic",
	about:
		"A drawn film with sound and spoken lines, made here from your shots, so that pacing can be judged for nothing.",
	routes: null,
	prompt: { "text-to-video": PROMPT, "image-to-video": PROMPT },
	promptWithImage: "optional",
	textOnly: "yes",
	shots: {
		syntax: "native",
		alsoPrinted: [],
		switchEnv: null,
		maxWords: null,
		note: "The timeline is read as it is; nothing is turned into text.",
	},
	seconds: { min: MIN_TOTAL_SECONDS, max: MAX_TOTAL_SECONDS },
	image: klingImage({ basis: "assumed", transport: { kind: "local" } }),
	negativePrompt: "not-taken",
	watermark: "always-clean-copy",
	price: {
		kind: "free",
		asOf: "2026-11-20",
		source: { label: "Made by Storyreel itself", url: null },
		note: "It runs on the machine that serves this page.",
	},
	failureCost: {
		charged: "not-billed",
		sentence: "The animatic is free, whether it succeeds or not.",
		source: { label: "Made by Storyreel itself", url: null },
	},
	cancel: { offered: "yes", sentence: "The animatic stops at once and costs nothing." },
	unknownOutcome: { kind: "resend-same-key", maxResends: 3, windowMs: 600_000 },
	callback: { kind: "none" },
	tasksPerLook: 1,
	filmLink: { kind: "ours" },
	keyFields: [],
	baseUrls: [],
	links: { docs: null, model: null, pricing: null, keys: null, setup: null },
	notes: ["It draws and speaks your timeline; it is not the Kling model, and its pictures are sketches."],
};
