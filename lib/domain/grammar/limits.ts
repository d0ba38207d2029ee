import { KLING_SHOT_WORDS, klingTextPrompt } from "../catalog/kling-rules";

/** Characters: above `advised` is a warning, above `hard` an error. `shotChars` is `null` where no shot has its own limit. */
export interface ScriptLimits {
	readonly advised: number;
	readonly hard: number;
	readonly shotChars: number | null;
}

/** What the model's vendor states; a gateway's own limits stand in its catalogue entry. */
export const VENDOR_LIMITS: ScriptLimits = { ...klingTextPrompt("stated"), shotChars: KLING_SHOT_WORDS };
