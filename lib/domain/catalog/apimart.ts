import type { CatalogEntry } from "./entry";
import { KLING_SHOT_WORDS, klingImage, klingTextPrompt } from "./kling-rules";

const MODEL_PAGE = "https://docs.apimart.ai/en/api-reference/videos/kling-3.0-turbo/generation";
const ROUTE = { modelId: "kling-3.0-turbo", method: "POST", path: "/v1/videos/generations" } as const;

export const APIMART: CatalogEntry = {
	id: "apimart",
	label: "APIMart",
	about: "A reseller of many models, paid from prepaid balance.",
	routes: { "text-to-video": ROUTE, "image-to-video": ROUTE },
	prompt: { "text-to-video": klingTextPrompt("stated"), "image-to-video": klingTextPrompt("stated") },
	promptWithImage: "optional",
	textOnly: "yes",
	shots: {
		syntax: "shot",
		alsoPrinted: [],
		switchEnv: null,
		maxWords: KLING_SHOT_WORDS,
		note: "It takes storyboards as a prompt of fixed format, which is Kling's. The 512 characters per shot are Kling's own limit.",
	},
	seconds: { min: 3, max: 15 },
	image: klingImage({ basis: "stated", transport: { kind: "upload", path: "/v1/uploads/images" } }),
	negativePrompt: "not-taken",
	watermark: "switch",
	price: {
		kind: "unknown",
		known: "APIMart's documents print no price per second for this model; its price page and your account there tell.",
		asOf: "2026-11-20",
		source: { label: "APIMart's page of the model, as stored", url: MODEL_PAGE },
		note: "Figures that third parties attach to similar names were not taken over.",
	},
	failureCost: {
		charged: "unknown",
		sentence: "APIMart's documents do not say whether a failed render is charged; a reseller says it is refunded.",
		source: { label: "APIMart's reference, which is silent on it", url: MODEL_PAGE },
	},
	cancel: { offered: "no", sentence: "APIMart has no call that stops a render; it will finish and charge." },
	unknownOutcome: { kind: "resend-same-key", maxResends: 3, windowMs: 600_000 },
	callback: {
		kind: "url",
		schemes: ["http", "https"],
		ports: [80, 443],
		maxChars: null,
		suffix: "/callback",
		signature: "never",
		secretEnv: null,
		note: "It appends /callback to the address, which must be public and not its own domain.",
	},
	tasksPerLook: 1,
	filmLink: {
		kind: "hours",
		hours: 24,
		note: "The reply states when the link ends; its reference shows 24 hours, its client speaks of 72.",
	},
	keyFields: [{ name: "apiKey", label: "APIMart key", env: "APIMART_API_KEY", secret: true, optional: false }],
	baseUrls: [{ use: "api", env: "APIMART_BASE_URL", default: "https://api.apimart.ai" }],
	links: {
		docs: MODEL_PAGE,
		model: MODEL_PAGE,
		pricing: "https://apimart.ai/pricing",
		keys: "https://apimart.ai/keys",
		setup: null,
	},
	notes: ["It advises at most 2,500 characters and names 3,072 as the limit of the model behind it."],
};
