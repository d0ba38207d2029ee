import type { FileStore } from "../../files/file-store";
import { readFirstFrame } from "../../files/first-frame";
import { type Exchange, headerOf } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { imageProblem, nearestRatio } from "../../kernel/image";
import type { Purse } from "../../kernel/purse";
import { checkShotScript } from "../../kernel/shot-script";
import type { Order, Ratio, Resolution } from "../../kernel/task";
import { webAddress } from "../../kernel/web-address";
import { refuseKling as refuse } from "./manners";
import type { KlingVariant } from "./variant";

const MODEL = "kling-3.0-turbo";
const PRICE_MICROS = { "720p": 800_000, "1080p": 1_000_000 };

interface Settings {
	readonly resolution: Resolution;
	readonly seconds: number;
	readonly ratio: Ratio | undefined;
}

type Options = Pick<Order, "watermark" | "ourId" | "callbackUrl">;

export function readTextOrder(exchange: Exchange, purse: Purse): Order {
	const fields = openBody(exchange);
	const prompt = fields.required("prompt", fields.text("prompt", { maxPoints: 3072 }));
	const settings = readSettings(fields.group("settings"), true);
	const options = readOptions(fields.group("options"));
	fields.close();
	checkShotScript(prompt, settings.seconds, refuse);
	return order({ prompt, ratio: settings.ratio ?? "16:9", hasImage: false }, settings, options, purse);
}

export function readImageOrder(exchange: Exchange, purse: Purse, files: FileStore, variant: KlingVariant): Order {
	const fields = openBody(exchange);
	const contents = readContents(fields.required("contents", fields.groups("contents")));
	const settings = readSettings(fields.group("settings"), false);
	const options = readOptions(fields.group("options"));
	fields.close();
	const { prompt, image } = contents;
	if (prompt === undefined && variant.promptlessImage === "refused")
		throw refuse("contents needs a prompt", "contents");
	if (prompt !== undefined) checkShotScript(prompt, settings.seconds, refuse);
	const ratio = checkImage(image, files, variant);
	return order({ prompt: prompt ?? "", ratio, hasImage: true }, settings, options, purse);
}

function openBody(exchange: Exchange): Fields {
	return new Fields(readJson(exchange.body, headerOf(exchange, "content-type"), refuse), refuse);
}

function readContents(items: readonly Fields[]): { readonly prompt: string | undefined; readonly image: string } {
	const prompts: string[] = [];
	const images: string[] = [];
	for (const item of items) {
		const type = item.required("type", item.oneOf("type", ["prompt", "first_frame"]));
		if (type === "prompt") prompts.push(item.required("text", item.text("text", { maxPoints: 2500 })));
		else images.push(item.required("url", item.text("url")));
		item.close();
	}
	const [image, ...more] = images;
	if (image === undefined || more.length > 0) throw refuse("contents holds exactly one first_frame", "contents");
	if (prompts.length > 1) throw refuse("contents holds at most one prompt", "contents");
	return { prompt: prompts[0], image };
}

function readSettings(settings: Fields | undefined, hasRatio: boolean): Settings {
	const read = {
		resolution: settings?.oneOf("resolution", ["720p", "1080p"]) ?? "720p",
		seconds: settings?.whole("duration", 3, 15) ?? 5,
		ratio: hasRatio ? settings?.oneOf("aspect_ratio", ["16:9", "9:16", "1:1"]) : undefined,
	} satisfies Settings;
	settings?.close();
	return read;
}

function readOptions(options: Fields | undefined): Options {
	const callbackUrl = options?.text("callback_url") ?? null;
	const ourId = options?.text("external_task_id") ?? null;
	const mark = options?.group("watermark_info");
	const watermark = mark?.flag("enabled") ?? false;
	mark?.close();
	options?.close();
	if (callbackUrl !== null && !webAddress(callbackUrl)) throw refuse("callback_url must be a URL", "callback_url");
	return { watermark, ourId, callbackUrl };
}

function checkImage(image: string, files: FileStore, variant: KlingVariant): Ratio {
	const frame = readFirstFrame(image, files, variant.base64);
	if (frame.kind === "unreadable") throw refuse("first_frame must be a URL or bare base64", "contents");
	const problem = frame.kind === "seen" ? imageProblem(frame.facts) : null;
	if (problem) throw refuse(problem.message, "contents");
	return frame.kind === "seen" && frame.facts ? nearestRatio(frame.facts) : "16:9";
}

function order(
	scene: Pick<Order, "prompt" | "ratio" | "hasImage">,
	settings: Settings,
	options: Options,
	purse: Purse,
): Order {
	const { resolution, seconds } = settings;
	const priceMicros = PRICE_MICROS[resolution] * seconds;
	return {
		model: MODEL,
		...scene,
		resolution,
		seconds,
		...options,
		priceMicros,
		purse,
		account: null,
		imageProblem: null,
	};
}
