import type { CatalogEntry } from "./entry";
import { klingImage } from "./kling-rules";

const DOCS = "https://useapi.net/docs/api-kling-v1";
const BLOG = "https://useapi.net/blog/260617";
const PROMPT = { advised: 2_500, hard: 2_500, basis: "stated" } as const;

export const USEAPI: CatalogEntry = {
	id: "useapi",
	label: "useapi.net",
	about:
		"An unofficial service that drives your own Kling account. You give it that account's e-mail and password; check that this suits you and Kling's terms.",
	routes: {
		"text-to-video": { modelId: "kling-v3-0-turbo", method: "POST", path: "/videos/text2video" },
		"image-to-video": { modelId: "kling-v3-0-turbo", method: "POST", path: "/videos/image2video-frames" },
	},
	prompt: { "text-to-video": PROMPT, "image-to-video": PROMPT },
	promptWithImage: "optional",
	textOnly: "yes",
	shots: {
		syntax: "prose",
		alsoPrinted: [],
		switchEnv: null,
		maxWords: null,
		note: "It documents no shot syntax and shows cuts made from plain prose, so shots are sent as prose; lengths are not promised.",
	},
	seconds: { min: 3, max: 15 },
	image: klingImage({ basis: "stated", transport: { kind: "upload", path: "/assets/" }, megabytes: 10 }),
	negativePrompt: "not-taken",
	watermark: "always-clean-copy",
	price: {
		kind: "unknown",
		known:
			"useapi.net charges a flat $15 a month; each clip also spends credits of your own Kling account, and how many is not published.",
		asOf: "2026-11-20",
		source: { label: "useapi.net's documents, as stored", url: DOCS },
		note: "The monthly price is not counted against the spend limits here.",
	},
	failureCost: {
		charged: "unknown",
		sentence: "Your Kling account's own rules decide; useapi.net does not publish what a failed clip costs.",
		source: { label: "useapi.net's documents, which are silent on it", url: DOCS },
	},
	cancel: {
		offered: "yes",
		sentence: "useapi.net stops watching and frees the slot; Kling may still finish it and spend your credits.",
	},
	unknownOutcome: { kind: "echo-in-list" },
	callback: {
		kind: "url",
		schemes: ["http", "https"],
		ports: null,
		maxChars: null,
		suffix: "",
		signature: "never",
		secretEnv: null,
		note: "Sent on progress and at the end; no rules for the address and no retries are published.",
	},
	tasksPerLook: 1,
	filmLink: {
		kind: "undocumented",
		note: "The film lies on Kling's servers; how long is not published, so it is saved at once.",
	},
	keyFields: [
		{ name: "token", label: "useapi.net token", env: "USEAPI_TOKEN", secret: true, optional: false },
		{ name: "email", label: "useapi.net email", env: "USEAPI_EMAIL", secret: false, optional: true },
	],
	baseUrls: [{ use: "api", env: "USEAPI_BASE_URL", default: "https://api.useapi.net/v1/kling" }],
	links: {
		docs: DOCS,
		model: BLOG,
		pricing: "https://useapi.net/docs/subscription",
		keys: "https://useapi.net/docs/start-here/setup-useapi",
		setup: "https://useapi.net/docs/start-here/setup-kling",
	},
	notes: [
		"The file it returns first is watermarked; the clean copy is fetched, which it documents for paid Kling accounts.",
		"720p is its mode std, 1080p its mode pro.",
		"The e-mail may be left empty with one account; with several it says which one renders.",
	],
};
