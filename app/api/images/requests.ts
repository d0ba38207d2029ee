import * as z from "zod";
import { type Crop, cropSchema } from "@/lib/domain/first-frame/crop";
import { frameRefusal } from "@/lib/domain/first-frame/frame-refusal";
import { backingSchema } from "@/lib/domain/first-frame/refining";
import type { BrowserId } from "@/lib/domain/ids";
import { admitWriter } from "@/lib/runtime/admit";
import { readCappedBody } from "@/lib/runtime/read-capped-body";
import { clientAddress } from "@/lib/runtime/request-facts";
import type { Has } from "@/lib/services/doors";
import { refuseUpload } from "@/lib/services/images/image-allowances";
import type { Upload } from "@/lib/services/take-in-image";
import { answerRefusal, refuseEntry } from "./answers";

const MAX_LINK_BYTES = 8_192;

const querySchema = z.object({
	backing: z.string().default("#ffffff").pipe(backingSchema),
	crop: z
		.string()
		.regex(/^\d{1,6}(,\d{1,6}){3}$/)
		.transform(readCrop)
		.pipe(cropSchema)
		.nullable()
		.default(null),
});

const linkSchema = z.object({ url: z.string().trim().min(1).max(4_096) });

interface AdmittedUpload {
	readonly browserId: BrowserId;
	readonly options: Pick<Upload, "backing" | "crop" | "signal">;
}

/** Who sends a picture and how they want it; or why they may not. */
export async function admitUpload(
	doors: Has<"clock" | "limiter" | "recoveries" | "vault">,
	{ headers, url, signal }: Request,
): Promise<AdmittedUpload | Response> {
	const admission = await admitWriter(headers, doors);
	if (admission.kind === "refused") return refuseEntry(admission.refusal);
	const { browserId } = admission;
	const query = querySchema.safeParse(Object.fromEntries(new URL(url).searchParams));
	if (!query.success) return answerRefusal(frameRefusal("bad-request", "That backing colour or crop makes no sense."));
	const refusal = await refuseUpload(doors, browserId, clientAddress(headers));
	return refusal ? answerRefusal(refusal) : { browserId, options: { ...query.data, signal } };
}

export function announcedBytes({ headers }: Request): number | null {
	const length = headers.get("content-length") ?? "";
	return /^\d{1,15}$/.test(length) ? Number(length) : null;
}

export async function readLink(request: Request): Promise<string | Response> {
	const isJson = request.headers.get("content-type")?.split(";")[0] === "application/json";
	const link = linkSchema.safeParse(isJson ? await readJson(request) : null);
	if (link.success) return link.data.url;
	return answerRefusal(frameRefusal("bad-request", "Paste a link that begins with https:// and leads to a picture."));
}

async function readJson(request: Request): Promise<unknown> {
	const body = await readCappedBody(request, MAX_LINK_BYTES);
	try {
		return body && JSON.parse(Buffer.from(body).toString("utf8"));
	} catch {
		return null;
	}
}

function readCrop(text: string): Crop {
	const [left = 0, top = 0, width = 0, height = 0] = text.split(",").map(Number);
	return { left, top, width, height };
}
