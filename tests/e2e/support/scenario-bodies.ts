import { expect } from "@playwright/test";
import type { GatewayName } from "./gateways";

export interface Scenario {
	readonly prompt: string | null;
	/** For a gateway that documents no shot syntax. */
	readonly prose?: string;
	readonly seconds: number;
	readonly resolution: "720p" | "1080p";
	readonly ratio: "16:9" | "9:16";
	readonly image: boolean;
}

type Body = Readonly<Record<string, unknown>>;

const BASE64 = /^\/9j\/[\w+/]+=*$/;
const HOSTED = /^https?:\/\/\S+$/;

/** What each gateway's own document asks for, written down apart from the product. A sound switch stands in none. */
export function expectedBody(gateway: GatewayName, scenario: Scenario): Body {
	return BODIES[gateway](scenario);
}

const BODIES: Readonly<Record<GatewayName, (scenario: Scenario) => Body>> = {
	empiriolabs: ({ prompt, seconds, resolution, ratio, image }) => ({
		model: "kling-3-0-turbo",
		prompt,
		...(image ? { image: expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//) } : { aspect_ratio: ratio }),
		resolution,
		duration: seconds,
	}),
	evolink: ({ prompt, seconds, resolution, ratio, image }) => ({
		model: image ? "kling-v3-turbo-image-to-video" : "kling-v3-turbo-text-to-video",
		...(prompt === null ? {} : { prompt }),
		...(image ? { image_start: expect.stringMatching(HOSTED) } : { aspect_ratio: ratio }),
		duration: seconds,
		quality: resolution,
	}),
	apimart: ({ prompt, seconds, resolution, ratio, image }) => ({
		model: "kling-3.0-turbo",
		...(prompt === null ? {} : { prompt }),
		...(image ? { first_frame_image: expect.stringMatching(HOSTED) } : { aspect_ratio: ratio }),
		resolution,
		duration: seconds,
	}),
	useapi: ({ prompt, prose, seconds, resolution, ratio, image }) => ({
		email: "director@example.com",
		model_name: "kling-v3-0-turbo",
		...(prompt === null ? {} : { prompt: prose ?? prompt }),
		...(image ? { image: expect.stringMatching(HOSTED) } : { aspect_ratio: ratio }),
		duration: String(seconds),
		mode: resolution === "1080p" ? "pro" : "std",
		replyRef: expect.any(String),
	}),
	kling: ({ prompt, seconds, resolution, ratio, image }) => {
		const options = { external_task_id: expect.any(String) };
		if (!image) return { prompt, settings: { resolution, duration: seconds, aspect_ratio: ratio }, options };
		const words = prompt === null ? [] : [{ type: "prompt", text: prompt }];
		const contents = [...words, { type: "first_frame", url: expect.stringMatching(BASE64) }];
		return { contents, settings: { resolution, duration: seconds }, options };
	},
};
