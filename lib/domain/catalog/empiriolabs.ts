import type { CatalogEntry } from "./entry";
import { KLING_SHOT_WORDS, klingImage, klingImagePrompt, klingTextPrompt } from "./kling-rules";
import { rate } from "./rates";

const MODEL_PAGE = "https://docs.empiriolabs.ai/models/kling-3-0-turbo";
const ROUTE = { modelId: "kling-3-0-turbo", method: "POST", path: "/v1/videos/generations" } as const;

export const EMPIRIOLABS: CatalogEntry = {
	id: "empiriolabs",
	label: "EmpirioLabs",
	about: "A reseller of many models, paid from prepaid credit, per second of film.",
	routes: { "text-to-video": ROUTE, "image-to-video": ROUTE },
	prompt: { "text-to-video": klingTextPrompt("assumed"), "image-to-video": klingImagePrompt("assumed") },
	promptWithImage: "required",
	textOnly: "contradictory",
	shots: {
		syntax: "shot",
		alsoPrinted: [],
		switchEnv: null,
		maxWords: KLING_SHOT_WORDS,
		note: "Its announcement prints the form “shot 1, 3, words;”. The 512 characters per shot are Kling's own limit.",
	},
	seconds: { min: 3, max: 15 },
	image: klingImage({
		basis: "assumed",
		transport: { kind: "inline", encoding: "data-uri" },
		caution: "may be rejected: logos and transparent graphics",
	}),
	negativePrompt: "field",
	watermark: "none",
	price: {
		kind: "per-second",
		perSecond: { "720p": rate(180), "1080p": rate(225) },
		minimumSeconds: null,
		asOf: "2026-11-20",
		source: { label: "EmpirioLabs' page of the model, as stored", url: MODEL_PAGE },
		note: "Per second of film, no subscription and no minimum. The stored page prints no date of its own.",
	},
	failureCost: {
		charged: "not-billed",
		sentence: "EmpirioLabs does not bill a request that fails before any video is produced.",
		source: { label: "EmpirioLabs' page of the model, under Billing", url: MODEL_PAGE },
	},
	cancel: {
		offered: "no",
		sentence: "EmpirioLabs publishes no call that stops a render; it will finish and charge.",
	},
	unknownOutcome: { kind: "none" },
	callback: { kind: "none" },
	tasksPerLook: 1,
	filmLink: {
		kind: "undocumented",
		note: "The link is signed and its life is not published, so the film is saved at once.",
	},
	keyFields: [{ name: "apiKey", label: "EmpirioLabs key", env: "EMPIRIOLABS_API_KEY", secret: true, optional: false }],
	baseUrls: [{ use: "api", env: "EMPIRIOLABS_BASE_URL", default: "https://api.empiriolabs.ai" }],
	links: {
		docs: "https://docs.empiriolabs.ai/authentication",
		model: MODEL_PAGE,
		pricing: MODEL_PAGE,
		keys: "https://platform.empiriolabs.ai/dashboard/api-keys",
		setup: null,
	},
	notes: [
		"Its announcement says every request needs an image; its page of the model takes text alone. We follow the page of the model.",
		"Its page of the model requires a prompt even with an image; its announcement calls the prompt optional. We always send one.",
		"The negative prompt stands on its page of the model only, and nothing says whether it works together with an image.",
		"It states no prompt length and no image limits; Kling's own are applied.",
	],
};
