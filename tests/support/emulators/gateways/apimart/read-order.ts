import type { FileStore } from "../../files/file-store";
import { readFirstFrame } from "../../files/first-frame";
import { type Exchange, headerOf } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { imageProblem, nearestRatio } from "../../kernel/image";
import type { Purse } from "../../kernel/purse";
import { checkShotScript } from "../../kernel/shot-script";
import type { Order, Ratio } from "../../kernel/task";
import { isPublicHost, webAddress } from "../../kernel/web-address";
import { refuseApiMart as refuse } from "./manners";
import type { ApiMartVariant } from "./variant";

export const APIMART_MODEL = "kling-3.0-turbo";

/** Made up: no price per second is published for this gateway. */
const PRICE_MICROS = { "720p": 100_000, "1080p": 125_000 };

export function readOrder(exchange: Exchange, purse: Purse, files: FileStore, variant: ApiMartVariant): Order {
	const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
	const model = fields.required("model", fields.text("model"));
	if (model !== APIMART_MODEL) throw refuse(`model ${model} does not exist`, "model");
	const prompt = fields.text("prompt", { maxPoints: 3072 });
	const image = fields.text("first_frame_image");
	const ratio = fields.oneOf("aspect_ratio", ["16:9", "9:16", "1:1"]);
	const resolution = fields.oneOf("resolution", ["720p", "1080p"]) ?? "720p";
	const seconds = fields.whole("duration", 3, 15) ?? 5;
	const watermark = fields.flag("watermark") ?? false;
	const webhook = fields.text("webhook");
	fields.close();
	if (image === undefined) fields.required("prompt", prompt);
	const imageRatio = image === undefined ? null : checkImage(image, files, variant);
	if (webhook !== undefined) checkWebhook(webhook);
	if (prompt !== undefined) checkShotScript(prompt, seconds, refuse);
	return {
		model,
		prompt: prompt ?? "",
		seconds,
		resolution,
		ratio: imageRatio ?? ratio ?? "16:9",
		hasImage: image !== undefined,
		watermark,
		ourId: headerOf(exchange, "idempotency-key") ?? null,
		callbackUrl: webhook === undefined ? null : `${webhook.replace(/\/$/, "")}/callback`,
		priceMicros: PRICE_MICROS[resolution] * seconds,
		purse,
		account: null,
		imageProblem: null,
	};
}

function checkImage(image: string, files: FileStore, variant: ApiMartVariant): Ratio {
	const frame = readFirstFrame(image, files, variant.base64);
	if (frame.kind === "unreadable") throw refuse("first_frame_image must be a URL or base64", "first_frame_image");
	const problem = frame.kind === "seen" ? imageProblem(frame.facts) : null;
	if (problem) throw refuse(problem.message, "first_frame_image");
	return frame.kind === "seen" && frame.facts ? nearestRatio(frame.facts) : "16:9";
}

function checkWebhook(address: string): void {
	const url = webAddress(address);
	const isOwn = url?.hostname === "apimart.ai" || url?.hostname.endsWith(".apimart.ai");
	if (url?.port !== "" || !isPublicHost(url) || isOwn) {
		throw refuse("webhook must be a public http or https address on port 80 or 443", "webhook");
	}
}
