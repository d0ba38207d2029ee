import type { CatalogEntry } from "./entry";
import { KLING_SHOT_WORDS, klingImage } from "./kling-rules";
import { rate, thousandths } from "./rates";

const MODEL_PAGE = "https://evolink.ai/kling-3-0-turbo";
const PROMPT = { advised: 2_500, hard: 2_500, basis: "stated" } as const;
const PATH = "/v1/videos/generations";

export const EVOLINK: CatalogEntry = {
	id: "evolink",
	label: "EvoLink",
	about: "A reseller with one account for many models, billed in credits per second.",
	routes: {
		"text-to-video": { modelId: "kling-v3-turbo-text-to-video", method: "POST", path: PATH },
		"image-to-video": { modelId: "kling-v3-turbo-image-to-video", method: "POST", path: PATH },
	},
	prompt: { "text-to-video": PROMPT, "image-to-video": PROMPT },
	promptWithImage: "optional",
	textOnly: "yes",
	shots: {
		syntax: "shot",
		alsoPrinted: ["镜头"],
		switchEnv: "EVOLINK_SHOT_WORD",
		maxWords: KLING_SHOT_WORDS,
		note: "Its product page prints “shot n, m, words;”, its reference page the Chinese “镜头 n, m, words;”. Kling publishes both; the English form is sent, unless whoever runs this server chose the other.",
	},
	seconds: { min: 3, max: 15 },
	image: klingImage({ basis: "stated", transport: { kind: "upload", path: "/api/v1/files/upload/stream" } }),
	negativePrompt: "not-taken",
	watermark: "none",
	price: {
		kind: "per-second",
		perSecond: {
			"720p": rate(106, { credits: thousandths(7_200, "credits") }),
			"1080p": rate(132, { credits: thousandths(9_000, "credits") }),
		},
		minimumSeconds: 3,
		asOf: "2026-11-20",
		source: { label: "EvoLink's page of the model, as stored", url: MODEL_PAGE },
		note: "Credits are what it bills and are exact; its dollars are rounded (1080p is printed as $0.132 and as 1.25 times 720p; about 68 credits to the dollar). Your account may have its own rate.",
	},
	failureCost: {
		charged: "refunded",
		sentence:
			"EvoLink reserves the credits when it starts and returns them when a render fails, as its own client says.",
		source: { label: "EvoLink's official client", url: "https://github.com/EvoLinkAI/evolink-mcp" },
	},
	cancel: { offered: "no", sentence: "EvoLink cannot stop this; it will finish and charge." },
	unknownOutcome: { kind: "resend-once-then-list" },
	callback: {
		kind: "url",
		schemes: ["https"],
		ports: null,
		maxChars: 2_048,
		suffix: "",
		signature: "never",
		secretEnv: null,
		note: "Sent once the outcome is final, to public addresses only.",
	},
	tasksPerLook: 1,
	filmLink: { kind: "hours", hours: 24, note: "Links die after 24 hours." },
	keyFields: [{ name: "apiKey", label: "EvoLink key", env: "EVOLINK_API_KEY", secret: true, optional: false }],
	baseUrls: [
		{ use: "api", env: "EVOLINK_BASE_URL", default: "https://api.evolink.ai" },
		{ use: "files", env: "EVOLINK_FILES_BASE_URL", default: "https://files-api.evolink.ai" },
	],
	links: {
		docs: "https://docs.evolink.ai/en/api-manual/video-series/kling/kling-v3-turbo-text-to-video",
		model: MODEL_PAGE,
		pricing: MODEL_PAGE,
		keys: "https://evolink.ai/dashboard/keys",
		setup: null,
	},
	notes: [
		"Every render answers that it can be cancelled, yet no call for it is published.",
		"It takes an image as a link only, so yours is put on its file store first, where it stays for 72 hours.",
	],
};
