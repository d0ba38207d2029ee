import type { CatalogEntry } from "./entry";
import { KLING_SHOT_WORDS, klingImage, klingImagePrompt, klingTextPrompt } from "./kling-rules";
import { rate, thousandths } from "./rates";

const MODEL_PAGE = "https://kling.ai/document-api/api/video/3-0-turbo/text-to-video";
const PRICE_PAGE = "https://kling.ai/document-api/pricing/base/video";
const MODEL_ID = "kling-3.0-turbo";

export const KLING: CatalogEntry = {
	id: "kling",
	label: "Kling",
	about: "The model's own maker, billed in units per second.",
	routes: {
		"text-to-video": { modelId: MODEL_ID, method: "POST", path: `/text-to-video/${MODEL_ID}` },
		"image-to-video": { modelId: MODEL_ID, method: "POST", path: `/image-to-video/${MODEL_ID}` },
	},
	prompt: { "text-to-video": klingTextPrompt("stated"), "image-to-video": klingImagePrompt("stated") },
	promptWithImage: "unknown",
	textOnly: "yes",
	shots: {
		syntax: "shot",
		alsoPrinted: ["镜头"],
		switchEnv: null,
		maxWords: KLING_SHOT_WORDS,
		note: "Its English page prints “shot n, m, words;”, its Chinese page “镜头 n, m, words;”. What a wrong sum does is not documented, so it is checked here.",
	},
	seconds: { min: 3, max: 15 },
	image: klingImage({ basis: "stated", transport: { kind: "inline", encoding: "bare-base64" } }),
	negativePrompt: "write-in-prompt",
	watermark: "switch",
	price: {
		kind: "per-second",
		perSecond: {
			"720p": rate(112, { credits: thousandths(800, "units"), listCny: thousandths(800, "CNY") }),
			"1080p": rate(140, { credits: thousandths(1_000, "units"), listCny: thousandths(1_000, "CNY") }),
		},
		minimumSeconds: null,
		asOf: "2026-09-20",
		source: { label: "Kling's price page, as stored on that day", url: PRICE_PAGE },
		note: "Audio included. The list price in yuan (¥0.8 and ¥1) is the one EvoLink quotes for Kling.",
	},
	failureCost: {
		charged: "unknown",
		sentence: "Kling takes the units when a render completes; what a failed one costs is not documented.",
		source: { label: "Kling's reference, which is silent on it", url: PRICE_PAGE },
	},
	cancel: { offered: "no", sentence: "Kling cannot stop this; it will finish and charge." },
	unknownOutcome: { kind: "look-up-by-own-id", absentLooks: 2, gapMs: 10_000 },
	callback: {
		kind: "url",
		schemes: ["http", "https"],
		ports: null,
		maxChars: null,
		suffix: "",
		signature: "with-secret",
		secretEnv: "KLING_WEBHOOK_SECRET",
		note: "Sent on every change, and signed once a webhook secret exists in its console.",
	},
	tasksPerLook: 20,
	filmLink: { kind: "hours", hours: 720, note: "Links are removed after 30 days." },
	keyFields: [{ name: "apiKey", label: "Kling key", env: "KLING_API_KEY", secret: true, optional: false }],
	baseUrls: [{ use: "api", env: "KLING_BASE_URL", default: "https://api-singapore.klingai.com" }],
	links: {
		docs: MODEL_PAGE,
		model: MODEL_PAGE,
		pricing: PRICE_PAGE,
		keys: "https://kling.ai/dev/api-key",
		setup: "https://kling.ai/document-api/api/get-started/authentication",
	},
	notes: [
		"Keys made before Turbo (legacy keys) do not cover it; make a new one.",
		"Whether the prompt may be left out with an image is not stated; resellers say that it may.",
		"With the watermark on it makes a second, watermarked file beside the clean one.",
	],
};
