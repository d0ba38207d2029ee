import type { FileStore } from "../../files/file-store";
import { readForm } from "../../files/read-form";
import { type Exchange, headerOf } from "../../kernel/exchange";
import { Fields, readJson } from "../../kernel/fields";
import { nearestRatio } from "../../kernel/image";
import type { Order, Ratio } from "../../kernel/task";
import { webAddress } from "../../kernel/web-address";
import type { Account } from "./accounts";
import { refuseUseApi as refuse } from "./manners";

const MODEL = "kling-v3-0-turbo";

/** Made up: what a clip costs in Kling credits is not published. */
const PRICE_MICROS = { std: 8_000_000, pro: 10_000_000 };

const DURATIONS = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"] as const;
const JOBS = Array.from({ length: 50 }, (_, index) => String(index + 1));

/** What was asked, before it is known which account does it. */
export interface Wish {
	readonly email: string | undefined;
	readonly maxJobs: number | undefined;
	readonly image: string | null;
	readonly replyRef: string | null;
	readonly replyUrl: string | null;
	readonly prompt: string;
	readonly mode: "std" | "pro";
	readonly seconds: number;
	readonly ratio: Ratio;
}

export async function readWish(exchange: Exchange, withImage: boolean): Promise<Wish> {
	const contentType = headerOf(exchange, "content-type");
	const isForm = contentType?.startsWith("multipart/form-data") === true;
	const body = isForm
		? Object.fromEntries(await readForm(exchange, refuse))
		: readJson(exchange.body, contentType, refuse);
	const fields = new Fields(body, refuse);
	const model = fields.required("model_name", fields.text("model_name"));
	if (model !== MODEL) throw refuse(`model_name ${model} is not ${MODEL}`, "model_name");
	const prompt = fields.text("prompt", { maxPoints: 2500 });
	const wish = {
		email: fields.text("email"),
		maxJobs: isForm ? numberOf(fields.oneOf("maxJobs", JOBS)) : fields.whole("maxJobs", 1, 50),
		mode: fields.oneOf("mode", ["std", "pro"]) ?? "std",
		seconds: numberOf(fields.oneOf("duration", DURATIONS)) ?? 5,
		replyUrl: fields.text("replyUrl") ?? null,
		replyRef: fields.text("replyRef") ?? null,
		image: withImage ? fields.required("image", fields.text("image")) : null,
		ratio: withImage ? "16:9" : (fields.oneOf("aspect_ratio", ["16:9", "9:16", "1:1"]) ?? "16:9"),
		prompt: withImage ? (prompt ?? "") : fields.required("prompt", prompt),
	} satisfies Wish;
	fields.close();
	if (wish.replyUrl !== null && !webAddress(wish.replyUrl)) throw refuse("replyUrl must be a URL", "replyUrl");
	return wish;
}

export function orderOf(wish: Wish, account: Account, files: FileStore, replyUrl: string | null): Order {
	const asset = wish.image === null ? null : files.imageAt(wish.image);
	if (asset === undefined) throw refuse("image must be the url of an asset", "image");
	if (asset && asset.owner !== account.email) throw refuse("image belongs to another account", "image");
	return {
		model: MODEL,
		prompt: wish.prompt,
		seconds: wish.seconds,
		resolution: wish.mode === "pro" ? "1080p" : "720p",
		ratio: asset?.facts ? nearestRatio(asset.facts) : wish.ratio,
		hasImage: asset !== null,
		watermark: true,
		ourId: wish.replyRef,
		callbackUrl: replyUrl,
		priceMicros: PRICE_MICROS[wish.mode] * wish.seconds,
		purse: account.purse,
		account: account.email,
		imageProblem: null,
	};
}

function numberOf(text: string | undefined): number | undefined {
	return text === undefined ? undefined : Number(text);
}
