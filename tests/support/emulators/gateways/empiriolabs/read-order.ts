import type { FileStore } from "../../files/file-store";
import { readFirstFrame } from "../../files/first-frame";
import { type Exchange, headerOf } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { imageProblem, nearestRatio } from "../../kernel/image";
import type { Purse } from "../../kernel/purse";
import { Refused } from "../../kernel/refused";
import { checkShotScript } from "../../kernel/shot-script";
import type { Order, Ratio } from "../../kernel/task";
import { refuseEmpirioLabs as refuse } from "./manners";
import type { EmpirioLabsVariant } from "./variant";

export const EMPIRIOLABS_MODEL = "kling-3-0-turbo";
const PRICE_MICROS = { "720p": 180_000, "1080p": 225_000 };

export function readOrder(exchange: Exchange, purse: Purse, files: FileStore, variant: EmpirioLabsVariant): Order {
	const fields = new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
	const model = fields.required("model", fields.text("model"));
	if (model !== EMPIRIOLABS_MODEL) throw new Refused("model_not_found", `There is no model "${model}".`);
	const image = fields.text("image");
	const prompt = fields.text("prompt", { maxPoints: image === undefined ? 3072 : 2500 });
	fields.text("negative_prompt");
	const resolution = fields.oneOf("resolution", ["720p", "1080p"]) ?? "720p";
	const ratio = fields.oneOf("aspect_ratio", ["16:9", "9:16", "1:1"]);
	const seconds = fields.whole("duration", 3, 15) ?? 5;
	fields.close();
	if (image === undefined && variant.refuseTextOnly) {
		throw new Refused("image_required", "image is required: this model turns an image into a video.");
	}
	if (image === undefined || !variant.promptOptionalWithImage) fields.required("prompt", prompt);
	if (image !== undefined && ratio) throw refuse("aspect_ratio applies to text-to-video only", "aspect_ratio");
	const imageRatio = image === undefined ? null : checkImage(image, files, variant);
	if (prompt !== undefined) checkShotScript(prompt, seconds, refuse);
	return {
		model,
		prompt: prompt ?? "",
		seconds,
		resolution,
		ratio: imageRatio ?? ratio ?? "16:9",
		hasImage: image !== undefined,
		watermark: false,
		ourId: null,
		callbackUrl: null,
		priceMicros: PRICE_MICROS[resolution] * seconds,
		purse,
		account: null,
		imageProblem: null,
	};
}

function checkImage(image: string, files: FileStore, variant: EmpirioLabsVariant): Ratio {
	const frame = readFirstFrame(image, files, variant.base64);
	if (frame.kind === "unreadable") throw refuse("image must be a public URL or base64", "image");
	if (frame.kind === "elsewhere") return "16:9";
	const problem = imageProblem(frame.facts);
	if (problem) throw refuse(problem.message, "image");
	if (variant.refuseTransparency && frame.facts?.hasAlpha) throw refuse("The image must not be transparent.", "image");
	return frame.facts ? nearestRatio(frame.facts) : "16:9";
}
