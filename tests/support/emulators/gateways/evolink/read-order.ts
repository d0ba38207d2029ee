import type { FileStore } from "../../files/file-store";
import { readFirstFrame } from "../../files/first-frame";
import { type Exchange, headerOf } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { imageProblem, nearestRatio } from "../../kernel/image";
import type { Purse } from "../../kernel/purse";
import { Refused } from "../../kernel/refused";
import { checkShotScript } from "../../kernel/shot-script";
import type { Order } from "../../kernel/task";
import { isPublicHost, webAddress } from "../../kernel/web-address";
import { refuseEvoLink as refuse } from "./manners";
import type { EvoLinkVariant } from "./variant";

const TEXT_MODEL = "kling-v3-turbo-text-to-video";
const IMAGE_MODEL = "kling-v3-turbo-image-to-video";
const PRICE_MICROS = { "720p": 7_200_000, "1080p": 9_000_000 };

export function readOrder(exchange: Exchange, purse: Purse, files: FileStore, variant: EvoLinkVariant): Order {
	const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
	const model = fields.required("model", fields.text("model"));
	if (model !== TEXT_MODEL && model !== IMAGE_MODEL) {
		throw new Refused("model_not_found", `There is no model "${model}".`, { param: "model" });
	}
	const hasImage = model === IMAGE_MODEL;
	const prompt = fields.text("prompt", { maxPoints: 2500 });
	const seconds = fields.whole("duration", 3, 15) ?? 5;
	const resolution = fields.oneOf("quality", ["720p", "1080p"]) ?? "720p";
	const callbackUrl = fields.text("callback_url");
	const ratio = hasImage ? undefined : fields.oneOf("aspect_ratio", ["16:9", "9:16", "1:1"]);
	const image = hasImage ? fields.required("image_start", fields.text("image_start")) : null;
	fields.close();
	if (!hasImage) fields.required("prompt", prompt);
	if (callbackUrl !== undefined) checkCallbackUrl(callbackUrl);
	if (prompt !== undefined) checkShotScript(prompt, seconds, refuse);
	const frame = image === null ? null : readFirstFrame(image, files, "refused");
	if (frame?.kind === "unreadable") throw refuse("image_start must be a URL", "image_start");
	const facts = frame?.kind === "seen" ? frame.facts : null;
	const problem = frame?.kind === "seen" ? imageProblem(facts) : null;
	if (problem && variant.imageProblems === "at-submit") throw refuse(problem.message, "image_start");
	return {
		model,
		prompt: prompt ?? "",
		seconds,
		resolution,
		ratio: facts ? nearestRatio(facts) : (ratio ?? "16:9"),
		hasImage,
		watermark: false,
		ourId: headerOf(exchange, "idempotency-key") ?? null,
		callbackUrl: callbackUrl ?? null,
		priceMicros: PRICE_MICROS[resolution] * seconds,
		purse,
		account: null,
		imageProblem: problem,
	};
}

function checkCallbackUrl(address: string): void {
	const url = webAddress(address);
	if (url?.protocol !== "https:" || !isPublicHost(url) || address.length > 2048) {
		throw refuse("callback_url must be a public HTTPS address of at most 2048 characters", "callback_url");
	}
}
